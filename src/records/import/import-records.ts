import { fail, ok, type Result } from '../../model/failures.ts';
import {
  MAX_RECORD_BYTES,
  MAX_REJECTED_LINES,
  MAX_SENT_BYTES,
  MAX_UNPACKED_BYTES,
} from '../../model/import-limits.ts';
import { dataTypeOf, type Kind } from '../../model/records.ts';
import { breathe } from '../../platform/breathe.ts';
import { Gate } from '../../platform/gate.ts';
import { retrying } from '../../platform/retry.ts';
import { rememberCenter } from '../../store/record-centers.ts';
import { BodyRefused, readBody } from './body.ts';
import { Importer, type ImportReport } from './importer.ts';
import { MediaTypes } from './media-types.ts';
import { splitLines, type Line } from './lines.ts';
import { RecordRoom, ROOM_SLACK_BYTES } from './record-room.ts';
import type { RecordStores } from '../stores.ts';

/** JSON Lines of one kind for one contact center. */
export interface ImportRequest {
  readonly ccid: string;
  readonly kind: Kind;
  /** As sent, still packed when `gzip`; read as the import goes on and cancelled where it stops early. */
  readonly body: ReadableStream<Uint8Array>;
  readonly gzip: boolean;
  readonly limits?: Partial<ImportLimits> | undefined;
  /** Where one import after the other is let in to write its batch; by itself unless given. */
  readonly writes?: Gate;
  /** Is told that the import is still at work. */
  readonly held?: () => void;
  /**
   * Whether the records come back with a backup. Then each is the text that it was, the contact center's limit of bytes holds of none, and the
   * first line that is no record stops the import.
   */
  readonly returning?: boolean | undefined;
}

/** Bounds of one request. */
export interface ImportLimits {
  /** Bytes as sent. */
  readonly sent: number;
  /** Bytes after unpacking. */
  readonly unpacked: number;
  /** Bytes of one record's text. */
  readonly record: number;
  /** Rejected lines after which the rest is left alone. */
  readonly rejected: number;
  /** Bytes of the largest text that is read as a whole and packed with others; larger ones go to R2. */
  readonly inline: number;
  /** Bytes of records that may come beyond the contact center's limit before it is looked at again. */
  readonly slack: number;
}

/** As many short lines as take some 10 ms, all of them refused: what is taken waits for D1 in between. */
const LINES_A_BREATH = 5_000;

export const IMPORT_LIMITS: ImportLimits = {
  sent: MAX_SENT_BYTES,
  unpacked: MAX_UNPACKED_BYTES,
  record: MAX_RECORD_BYTES,
  rejected: MAX_REJECTED_LINES,
  inline: 1_000_000,
  slack: ROOM_SLACK_BYTES,
};

/**
 * Upserts the lines of a body by id, batch by batch. Holds one batch (BATCH_BYTES of text, before and after it is deflated) and one line of at most 1 MB; longer
 * lines stream into R2. Fails with `import-too-large` and its like past a limit and `gzip-broken` on broken gzip; the batches before stay, and sending
 * them again is harmless. An import that begins below the contact center's limit of bytes may pass it a little (`slack`); then it
 * stops with `limit-passed`, and the next one is refused.
 */
export async function importRecords(
  stores: RecordStores,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  const { ccid, kind, gzip, returning = false, writes = new Gate(1), held = () => undefined } = request;
  const limits = { ...IMPORT_LIMITS, ...request.limits, ...(returning ? { rejected: 1 } : {}) };
  const type = dataTypeOf(kind);
  const room = new RecordRoom(stores, { ccid, type, slack: limits.slack, limited: !returning });
  const full = await room.look();
  if (full !== null) {
    await request.body.cancel();
    return fail('limit-reached', full.field, { max: full.max });
  }
  const known = () => stores.storeOf(ccid, type).mediaTypes();
  const media = kind === 'interactions' ? new MediaTypes(await retrying(known)) : null;
  const importer = new Importer({ ...limits, stores, ccid, kind, media, room, writes, held });
  const bytes = readBody(request.body, { ...limits, gzip, held });
  try {
    await rememberCenter(stores.db, ccid);
    await takeLines(importer, splitLines(bytes, limits.inline, { keepsCr: returning }));
    await importer.flush();
    await importer.tellKeys();
  } catch (error) {
    await importer.abandon();
    if (!(error instanceof BodyRefused)) throw error;
    await importer.tellKeys();
    return { ok: false, failure: error.failure };
  } finally {
    importer.close();
  }
  return ok(importer.report());
}

/** Takes lines until there are no more, or the importer has stopped; what is still to come is then not read. */
async function takeLines(importer: Importer, chunks: AsyncIterable<readonly Line[]>): Promise<void> {
  let taken = 0;
  for await (const lines of chunks) {
    for (const line of lines) {
      await importer.take(line);
      if (importer.stopped) return;
      if (++taken % LINES_A_BREATH === 0) await breathe();
    }
  }
}
