import { isDeepStrictEqual } from 'node:util';
import { backupLine, countLine, type BackupHead, type BackupLine } from '../../src/model/backup.ts';
import { CommandError } from '../cli/command.ts';
import { openLines } from './sealed-lines.ts';

/** A sealed file, and the file of the key that opens it. */
export interface BackupFile {
  readonly file: string;
  readonly keyFile: string;
}

/** A backup that was read to its end, and is whole. */
export interface ReadBackup {
  readonly head: BackupHead;
  readonly counts: Readonly<Record<string, number>>;
}

/** The lines of a backup. Throws a `CommandError` that names the file and the line where one is none. */
export async function* backupLines({ file, keyFile }: BackupFile): AsyncGenerator<BackupLine> {
  let number = 0;
  for await (const text of openLines(file, keyFile)) {
    number += 1;
    const line = backupLine.safeParse(asJson(text));
    if (!line.success)
      throw new CommandError(
        `${file} has no line of a backup at line ${number}: it is none, it was changed, or a later version wrote it.`,
      );
    yield line.data;
  }
}

/** Reads a backup to its end, so that nothing is sent of one that was cut off or changed. */
export async function readBackup(from: BackupFile): Promise<ReadBackup> {
  let head: BackupHead | null = null;
  let end: BackupLine | null = null;
  const counts: Record<string, number> = {};
  for await (const line of backupLines(from)) {
    if (end) throw new CommandError(`${from.file} goes on behind its end.`);
    if (!head && line.kind !== 'center')
      throw new CommandError(`${from.file} does not begin as a backup does.`);
    if (line.kind === 'center') head = line;
    else if (line.kind === 'end') end = line;
    else countLine(counts, line);
  }
  if (!head || end?.kind !== 'end') throw new CommandError(`${from.file} is cut off: it has no end.`);
  if (!isDeepStrictEqual(counts, end.counts))
    throw new CommandError(`${from.file} does not have the lines that its end counts.`);
  return { head, counts };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
