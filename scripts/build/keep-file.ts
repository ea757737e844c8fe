import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes what is not there yet: a service that is being tried starts anew when a file of the folder changes. */
export function keepFile(path: string, contents: Uint8Array, mode = 0o644): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents, { mode });
}
