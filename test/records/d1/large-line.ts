import type { Kind } from '../../../src/model/records.ts';
import { TextMissing } from '../../../src/store/large-texts.ts';
import { readText } from './read-text.ts';
import { RecordUnreadable } from '../../../src/records/source/record-unreadable.ts';
import type { D1Stores } from './d1-source.ts';

/** A row whose text lies in R2. */
export interface LargeRow {
  readonly n: number;
  readonly id: string;
  readonly size: number;
  readonly object: string;
}

const LF = Uint8Array.of(0x0a);

/**
 * A large record as a line, in chunks of at most 2 MiB. Throws RecordUnreadable when its text is gone; where the record was
 * changed or deleted since its row was read, another error, because reading the page again will do.
 */
export async function* largeLine(
  { db, bucket }: D1Stores,
  kind: Kind,
  { n, id, size, object }: LargeRow,
): AsyncGenerator<Uint8Array> {
  try {
    yield* readText(bucket, object, size);
    yield LF;
  } catch (error) {
    if (!(error instanceof TextMissing)) throw error;
    const now = await db.prepare('SELECT object FROM records WHERE n = ?1').bind(n).first<string>('object');
    if (now === object) throw new RecordUnreadable(kind, id);
    throw new Error(`the record "${id}" was changed while it was read`, { cause: error });
  }
}
