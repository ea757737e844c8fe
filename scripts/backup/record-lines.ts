import { pipeline, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInflateRaw } from 'node:zlib';
import { z } from 'zod';
import { backupLine, type BackupLine } from '../../src/model/backup.ts';
import { KINDS, type Kind } from '../../src/model/records.ts';
import { CommandError } from '../cli/command.ts';
import { answerPatiently, type Operated } from '../operator/ask-operator.ts';

/** Plain bytes of a line, about: what is held of records. */
const CHUNK_BYTES = 1024 * 1024;
/** How often an answer that was cut off is asked for once more, and the pause between, which is also one of waiting for records to be put into order. */
const TRIES = 5;
const PAUSE_MS = 2_000;
const LF = 0x0a;

const kind = z.enum(KINDS);
const head = z.object({
  lines: z.array(backupLine),
  entries: z.array(z.object({ kind, records: z.int(), bytes: z.int() })),
  of: kind.nullable(),
  next: z.record(z.string(), z.unknown()).nullable(),
  wait: z.boolean(),
});
type Head = z.infer<typeof head>;

interface Sum {
  readonly records: number;
  readonly bytes: number;
}

/**
 * All records of a contact center as lines of its backup, as the service tells them step by step. Throws a `CommandError` where fewer or others
 * came than it had counted. Holds CHUNK_BYTES, some times over.
 */
export async function* recordLines(
  operated: Operated,
  ccid: string,
  backup: string,
): AsyncGenerator<BackupLine> {
  const [told, came] = [new Map<Kind, Sum>(), new Map<Kind, Sum>()];
  for (let place: Head['next'] = null, begun = false; place !== null || !begun; begun = true) {
    const ask = () =>
      answerPatiently(operated, `centers/${ccid}/backup/records`, {
        method: 'POST',
        body: { backup, place },
      });
    const step: Head = yield* stepLines(operated, ask, came);
    for (const entry of step.entries) add(told, entry.kind, entry);
    if (step.wait) await sleep(PAUSE_MS, undefined, { signal: operated.signal });
    place = step.next;
  }
  for (const one of KINDS) {
    const [then, now] = [told.get(one) ?? NONE, came.get(one) ?? NONE];
    if (then.records !== now.records || then.bytes !== now.bytes)
      throw new CommandError(
        `The service counted ${then.records} ${one} (${then.bytes} bytes), and told ${now.records} (${now.bytes} bytes).`,
      );
  }
}

const NONE: Sum = { records: 0, bytes: 0 };

function add(sums: Map<Kind, Sum>, of: Kind, { records, bytes }: Sum): void {
  const sum = sums.get(of) ?? NONE;
  sums.set(of, { records: sum.records + records, bytes: sum.bytes + bytes });
}

/** One step's lines. Where its answer is cut off it is asked for again, and what was told of it is left out: it is the same. */
async function* stepLines(
  { signal }: Operated,
  ask: () => Promise<Response>,
  came: Map<Kind, Sum>,
): AsyncGenerator<BackupLine, Head> {
  const decoder = new StringDecoder('utf8');
  let told = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      const { head: step, texts } = await open(await ask());
      let at = 0;
      for await (const chunk of texts) {
        const fresh = chunk.subarray(Math.max(0, told - at));
        at += chunk.length;
        if (!step.of || fresh.length === 0) continue;
        told += fresh.length;
        add(came, step.of, { records: linesIn(fresh), bytes: fresh.length });
        const text = decoder.write(fresh);
        if (text !== '') yield { kind: 'records', of: step.of, text };
      }
      yield* step.lines;
      return step;
    } catch (error) {
      if (signal.aborted || !wasCutOff(error) || tries === TRIES) throw error;
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }
}

/** The connection ended, or what was deflated did before its end. */
const wasCutOff = (error: unknown): boolean =>
  error instanceof CutOff || error instanceof TypeError || (error instanceof Error && 'code' in error);

class CutOff extends Error {}

/** An answer's first line, and the bytes that are deflated behind it. */
async function open(answer: Response) {
  const chunks: AsyncIterator<Uint8Array> = Readable.fromWeb(answer.body!)[Symbol.asyncIterator](); // every answer has one
  let first = Buffer.alloc(0);
  let end = -1;
  while ((end = first.indexOf(LF)) < 0) {
    const next = await chunks.next();
    if (next.done) throw new CutOff();
    first = Buffer.concat([first, next.value]);
  }
  const rest = async function* () {
    yield first.subarray(end + 1);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  const inflated = createInflateRaw({ chunkSize: CHUNK_BYTES });
  // An error of the answer, or of what it deflates, destroys `inflated`, and whoever reads that is thrown it.
  pipeline(Readable.from(rest()), inflated, () => undefined);
  const texts: AsyncIterable<Buffer> = inflated;
  return { head: head.parse(JSON.parse(first.subarray(0, end).toString())), texts };
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
