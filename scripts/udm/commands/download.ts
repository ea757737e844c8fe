import { mkdirSync } from 'node:fs';
import type { Command } from 'commander';
import { byteSize } from '../../cli/byte-size.ts';
import { CommandError, UsageError } from '../../cli/command.ts';
import { pace } from '../../cli/pace.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { downloadFile, findFile } from '../download-file.ts';
import { readId } from '../read-id.ts';
import { requireFolder } from '../require-file.ts';
import { listFiles } from '../run-export.ts';
import type { ExportedFile } from '../run-export.ts';

interface Options {
  readonly run?: string;
  readonly out?: string;
}

/** `udm download`: fetches exported files. */
export function downloadCommand(program: Command): void {
  program
    .command('download [name...]')
    .description('fetch exported files and check their SHA-256')
    .option('--run <id>', 'all files of this run, in place of names')
    .option('--out <folder>', 'folder for the files (the current one)')
    .addHelpText('after', '\nA download that was broken off goes on where it stopped.')
    .action(acting<Options>(download));
}

async function download(udm: Udm, names: readonly string[], { run, out = '.' }: Options): Promise<number> {
  if ((run === undefined) === (names.length === 0))
    throw new UsageError('Name files, or a run with --run, and not both');
  const session = udm.session();
  const files: ExportedFile[] = [];
  if (run !== undefined) files.push(...(await listFiles(session, { historyId: readId(run) })));
  for (const name of names) files.push(await findFile(session, name));
  if (files.length === 0)
    throw new CommandError(`Run ${run ?? ''} has no files: it is not finished, or they have expired.`);
  return fetchFiles(udm, files, out);
}

/** Downloads files one after the other and prints their paths. */
export async function fetchFiles(udm: Udm, files: readonly ExportedFile[], folder: string): Promise<number> {
  requireFolder(folder);
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const [index, file] of files.entries()) {
    const of = files.length === 1 ? '' : ` ${index + 1} of ${files.length}`;
    udm.whenStopped(`What has come of ${file.name} is kept as .part; the same command goes on there.`);
    const bar = udm.bar(`download${of}`);
    const paced = pace(file.size);
    const note = (share: number) => paced.note(Math.round(share * file.size), Date.now());
    const options = { signal: udm.signal, say: (line: string) => bar.say(line) };
    const path = await downloadFile(
      udm.session(),
      file,
      folder,
      (share) => bar.update(share, note(share)),
      options,
    );
    bar.end(byteSize(file.size));
    paths.push(path);
    if (!udm.common.json) udm.result(null, path);
  }
  if (udm.common.json) udm.result(paths, '');
  return 0;
}
