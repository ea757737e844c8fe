import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CommandError } from '../../cli/command.ts';
import { linePieces } from '../../udm/line-pieces.ts';
import { refusedRequest } from '../../../src/client/requests.ts';
import type { Session } from '../../../src/client/session.ts';
import { REQUEST_BYTES } from '../../../src/model/import-limits.ts';
import type { Kind } from '../../../src/model/records.ts';
import { benchBytes, documentBytes, type BenchOptions } from './records.ts';
import { bytesOfFile } from './rival.ts';

const report = z.object({ received: z.number(), inserted: z.number() });

/** Writes generated records into a file of JSON Lines, before anything is timed. */
export async function writeRecords(file: string, count: number, options: BenchOptions = {}): Promise<void> {
  await pipeline(Readable.from(benchBytes(count, options), { objectMode: false }), createWriteStream(file));
}

/** Writes a document for each of the first `count` generated records. */
export async function writeDocuments(file: string, count: number): Promise<void> {
  await pipeline(Readable.from(documentBytes(count), { objectMode: false }), createWriteStream(file));
}

/**
 * Imports a file of records of one kind as plain JSON Lines, not compressed, in as many requests as it takes. Throws unless every
 * line was new and taken. `seconds` is wall clock.
 */
export async function importPlain(
  session: Session,
  file: string,
  kind: Kind = 'interactions',
): Promise<{ readonly seconds: number; readonly bytes: number; readonly records: number }> {
  const start = performance.now();
  let records = 0;
  for await (const { bytes } of linePieces(createReadStream(file), REQUEST_BYTES)) {
    const answer = await session.send(`/import/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      // Node's and the DOM's declaration of one class.
      body: Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>,
      duplex: 'half',
    });
    if (!answer.ok) throw await refusedRequest('Importing', answer);
    const { received, inserted } = report.parse(await answer.json());
    if (inserted !== received) throw new CommandError(`Of ${received} records ${inserted} were new.`);
    records += inserted;
  }
  return { seconds: (performance.now() - start) / 1_000, bytes: bytesOfFile(file), records };
}
