import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../cli/command.ts';

/** `export-….z01.smime`, … `export-….zip.smime` (semantics.md, "Archive"). */
const SEALED_VOLUME = /^(?<stem>.+)\.(?<end>zip|z(?<number>\d{2,}))\.smime$/;

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

/** The set of one sealed file; a file of another name is a set for itself. Throws a `CommandError` that names what is missing. */
export function setOf(file: string): SealedSet {
  const match = SEALED_VOLUME.exec(basename(file));
  const stem = match?.groups?.['stem'];
  if (stem === undefined) return { zip: file.replace(/\.smime$/, ''), files: [file] };
  const folder = dirname(file);
  const numbers = readdirSync(folder).flatMap((name) => {
    const groups = SEALED_VOLUME.exec(name)?.groups;
    return groups?.['stem'] === stem && groups['number'] !== undefined ? [Number(groups['number'])] : [];
  });
  const names = [...Array(Math.max(0, ...numbers)).keys()].map((index) => volumeFile(stem, index + 1));
  const files = [...names, `${stem}.zip.smime`].map((name) => join(folder, name));
  const missing = files.filter((path) => !existsSync(path));
  if (missing.length > 0) throw missingFiles(missing);
  return { zip: join(folder, `${stem}.zip`), files };
}

/** Says which files of a set are not there, and which of them were not downloaded to their end. */
export function missingFiles(files: readonly string[]): CommandError {
  const told = files.map((file) =>
    existsSync(`${file}.part`) ? `${file} (not downloaded to its end)` : file,
  );
  const shown = told.slice(0, 10).join(', ') + (told.length > 10 ? `, and ${told.length - 10} more` : '');
  return new CommandError(
    `The set is not complete. ${told.length === 1 ? 'This volume is' : 'These volumes are'} missing: ${shown}`,
  );
}

/** Path of a numbered volume beside the set's zip file: two digits, from 100 on three. */
export const volumeBeside = (zip: string, number: number): string =>
  join(dirname(zip), volumeFile(basename(zip).replace(/\.zip$/, ''), number));

const volumeFile = (stem: string, number: number): string =>
  `${stem}.z${String(number).padStart(2, '0')}.smime`;

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const found = readdirSync(path).filter((name) => name.endsWith('.smime'));
  if (found.length === 0) throw new CommandError(`There is no sealed file in ${path}`);
  return found.toSorted().map((name) => join(path, name));
}
