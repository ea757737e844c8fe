import { readFileSync } from 'node:fs';
import { requireFile } from './require-file.ts';

/** The first line of a file that holds a secret; `what` names the file in words. */
export function firstLine(path: string, what: string): string {
  requireFile(path, what);
  return /^[^\r\n]*/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
}
