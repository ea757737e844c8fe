import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { AUDIT_LINKS, backupLine, countLine, type BackupLine } from '../../src/model/backup.ts';
import { CommandError } from '../cli/command.ts';
import { naming } from '../cli/explain.ts';
import { askPatiently, type Operated } from '../operator/ask-operator.ts';
import { recordLines } from './record-lines.ts';
import { sealLines } from './sealed-lines.ts';

const step = z.object({ lines: z.array(backupLine), next: z.unknown() });

interface Taken {
  /** How many lines of each kind; of rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the sealed file, in hex. */
  readonly sha256: string;
}

/**
 * Writes all that a contact center is to one sealed file, as the service tells it: the head, its lines, an end that counts them. The file takes its
 * name when all of it is there.
 */
export async function takeBackup(
  operated: Operated,
  ccid: string,
  {
    out,
    certificateDer,
    withRecords,
  }: { readonly out: string; readonly certificateDer: Uint8Array; readonly withRecords: boolean },
): Promise<Taken> {
  const counts: Record<string, number> = {};
  const hash = createHash('sha256');
  const part = `${out}.part`;
  const lines = counted(told(operated, ccid, withRecords), counts);
  const hashed = async function* (bytes: AsyncIterable<Uint8Array>) {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    const file = createWriteStream(part, { mode: 0o600 });
    await naming(out, pipeline(sealLines(lines, certificateDer), hashed, file, { signal: operated.signal }));
    // Taking one makes a log, so that a log alone tells of no contact center.
    if (Object.keys(counts).every((what) => what === AUDIT_LINKS || counts[what] === 0))
      throw new CommandError(
        `Contact center ${ccid} has nothing that could be backed up: is the name right? "npm run center -- list" shows all.`,
      );
    await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
  return { counts, sha256: hash.digest('hex') };
}

async function* told(operated: Operated, ccid: string, withRecords: boolean): AsyncGenerator<BackupLine> {
  let backup = '';
  for (let place: unknown = null, begun = false; place !== null || !begun; begun = true) {
    const answer = await askPatiently(operated, `centers/${ccid}/backup`, { method: 'POST', body: place });
    const { lines, next } = step.parse(answer);
    for (const line of lines) {
      if (line.kind === 'center') ({ backup } = line);
      yield line;
    }
    place = next;
  }
  if (withRecords) yield* recordLines(operated, ccid, backup);
}

/** The lines as text, and an end that counts them. */
async function* counted(
  lines: AsyncIterable<BackupLine>,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  for await (const line of lines) {
    countLine(counts, line);
    yield JSON.stringify(line);
  }
  yield JSON.stringify({ kind: 'end', counts } satisfies BackupLine);
}
