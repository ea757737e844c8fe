import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { buffer as whole } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { MAX_TOLD_ERRORS, REQUEST_BYTES } from '../../src/model/import-limits.ts';
import type { Kind } from '../../src/model/records.ts';
import { CommandError } from '../cli/command.ts';
import { metered } from '../cli/metered.ts';
import { linePieces } from './line-pieces.ts';
import { refusedRequest } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';

const importReport = z.object({
  received: z.number(),
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  waiting: z.number(),
  errors: z.array(z.object({ line: z.number(), message: z.string() })),
  /** Where the import stopped because of too many rejected lines. */
  stoppedAtLine: z.number().optional(),
});
/** What the service says of an import; `errors` are the first 100, by line of the file from 1. */
export type ImportSummary = z.infer<typeof importReport>;

/** Imports one file of JSON Lines, plain or gzip'd. `onProgress` gets the share of the file's bytes that was read. */
export async function importFile(
  session: Session,
  kind: Kind,
  file: string,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<ImportSummary> {
  const { size, gzipped } = await inspect(file);
  const raw = metered(createReadStream(file), (read) => onProgress(read / size));
  // The callback has nothing to do: an error reaches the reader of the last stream too.
  const text = gzipped ? pipeline(raw, createGunzip(), () => {}) : raw;
  try {
    return await importLines(session, kind, text, { signal });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    throw new CommandError(
      `${file} is gzip that breaks off or was changed ("gzip -t" says so, too). Requests before that are imported; send the whole file again when it is mended, nothing comes twice.`,
    );
  }
}

/** How an import is sent: in requests of so many bytes at most; the signal ends it. */
interface Importing {
  readonly requestBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Imports JSON Lines from a stream in as many requests as it takes, and sums the answers. */
export async function importLines(
  session: Session,
  kind: Kind,
  lines: AsyncIterable<Uint8Array>,
  { requestBytes = REQUEST_BYTES, signal }: Importing = {},
): Promise<ImportSummary> {
  const sum = { received: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, waiting: 0 };
  const errors: { line: number; message: string }[] = [];
  for await (const { bytes, linesBefore } of linePieces(lines, requestBytes)) {
    const report = await post(session, kind, bytes, signal);
    // The parsed report has these very keys; Object.keys only widens their type.
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += report[name];
    for (const { line, message } of report.errors) errors.push({ line: line + linesBefore, message });
    errors.splice(MAX_TOLD_ERRORS);
    if (report.stoppedAtLine !== undefined)
      return { ...sum, errors, stoppedAtLine: report.stoppedAtLine + linesBefore };
  }
  return { ...sum, errors };
}

/** Sends one request, and again as often as the service asks to wait. */
async function post(
  session: Session,
  kind: Kind,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<ImportSummary> {
  const packed = pipeline(Readable.from(bytes, { objectMode: false }), createGzip({ level: 1 }), () => {});
  // Held as it is sent: it may have to be sent again.
  const body = await whole(packed);
  for (;;) {
    const answer = await session.send(`/import/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
      body,
    });
    if (answer.ok) return importReport.parse(await answer.json());
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    if (answer.status !== 503 || Number.isNaN(seconds))
      throw await refusedRequest(`Importing ${kind}`, answer);
    await answer.body?.cancel();
    // Those who were refused together come again one by one.
    await sleep(seconds * 1_000 * (0.5 + Math.random()), undefined, signal ? { signal } : {});
  }
}

/** Size, and whether the file starts with gzip's magic number (RFC 1952 §2.3.1). */
async function inspect(file: string): Promise<{ size: number; gzipped: boolean }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return { size, gzipped: bytesRead === 2 && buffer.readUInt16BE(0) === 0x1f8b };
  } finally {
    await handle.close();
  }
}
