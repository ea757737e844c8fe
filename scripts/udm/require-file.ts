import { accessSync, constants, statSync } from 'node:fs';
import { CommandError } from '../cli/command.ts';

/** Throws in a sentence where a path is no file that can be read; answers its size. */
export function requireFile(path: string, what = 'a file'): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CommandError(`There is no ${path}.`);
  if (found.isDirectory()) throw new CommandError(`${path} is a folder: name ${what}.`);
  accessSync(path, constants.R_OK);
  return found.size;
}

/** Throws in a sentence where a path is taken by something other than a folder. */
export function requireFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new CommandError(`${path} is a file: name a folder.`);
}
