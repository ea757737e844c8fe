import type { components } from '../../../client/api.d.ts';
import type { Kind } from '../../../model/records.ts';
import { PageFault } from '../../service/problem.ts';
import { SERVICE } from '../../service/session.ts';
import { piecesAtLines } from './line-cuts.ts';

/** Bytes of one request: far below what the API takes, so that a lost connection loses little. */
const PIECE_BYTES = 8 * 1024 * 1024;

export type PieceReport = components['schemas']['ImportReport'];

/** What has become of a file so far. */
export interface Sent {
  /** Bytes of the file that were read, of `size`. */
  readonly read: number;
  readonly size: number;
  readonly report: Omit<PieceReport, 'kind'>;
}

const NOTHING: Sent['report'] = {
  received: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  waiting: 0,
  errors: [],
};

/** Sends a file of JSON Lines, packed by gzip or not, piece by piece; tells of each. Lines are counted through the whole file. */
export async function sendFile(
  file: File,
  kind: Kind,
  { signal, onSent }: { readonly signal: AbortSignal; readonly onSent: (sent: Sent) => void },
): Promise<Sent> {
  let sent: Sent = { read: 0, size: file.size, report: NOTHING };
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  const packed = file.name.toLowerCase().endsWith('.gz');
  const plain = packed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  try {
    for await (const piece of piecesAtLines(plain, PIECE_BYTES)) {
      const answer = await SERVICE.send(`/udm/v10/import/${kind}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body: piece,
        signal,
      });
      const report = (await answer.json()) as PieceReport; // the shape that the API document gives it
      sent = { read, size: file.size, report: added(sent.report, report) };
      onSent(sent);
      if (report.stoppedAtLine !== undefined) break;
    }
  } catch (error) {
    // A connection that fails is another error: this one is of the bytes that were unpacked.
    throw packed && error instanceof TypeError ? new PageFault('gzip-broken') : error;
  }
  return sent;
}

function added(all: Sent['report'], piece: PieceReport): Sent['report'] {
  const errors = piece.errors.map((error) => ({ ...error, line: error.line + all.received }));
  return {
    received: all.received + piece.received,
    inserted: all.inserted + piece.inserted,
    updated: all.updated + piece.updated,
    unchanged: all.unchanged + piece.unchanged,
    rejected: all.rejected + piece.rejected,
    waiting: piece.waiting,
    errors: [...all.errors, ...errors],
    ...(piece.stoppedAtLine === undefined ? {} : { stoppedAtLine: piece.stoppedAtLine + all.received }),
  };
}
