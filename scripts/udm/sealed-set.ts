import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MissingVolumes, setOfName } from '../../src/client/open/volume-names.ts';
import { CommandError } from '../cli/command.ts';

/** The sealed files of one archive in their order, and the path of the zip file that they make. */
export interface SealedSet {
  readonly zip: string;
  readonly files: readonly string[];
}

/** The sets that files or folders belong to, each once: a named file brings the others that lie beside it. */
export function sealedSets(paths: readonly string[]): readonly SealedSet[] {
  const sets = new Map<string, SealedSet>();
  for (const file of paths.flatMap(filesOf)) {
    const set = setOf(file);
    sets.set(set.zip, set);
  }
  return [...sets.values()];
}

/** The set of one sealed file; a file of another name is a set for itself. Throws a `MissingVolumes` that names what is missing. */
export function setOf(file: string): SealedSet {
  const folder = dirname(file);
  const { zip, files: names } = setOfName(basename(file), readdirSync(folder));
  const files = names.map((name) => join(folder, name));
  const missing = files.filter((path) => !existsSync(path));
  if (missing.length > 0) throw missingFiles(missing);
  return { zip: join(folder, zip), files };
}

/** Says which files of a set are not there, and which of them were not downloaded to their end. */
export const missingFiles = (files: readonly string[]): MissingVolumes =>
  new MissingVolumes(files, (file) => (existsSync(`${file}.part`) ? ' (not downloaded to its end)' : ''));

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const found = readdirSync(path).filter((name) => name.endsWith('.smime'));
  if (found.length === 0) throw new CommandError(`There is no sealed file in ${path}`);
  return found.toSorted().map((name) => join(path, name));
}
