import { createHash } from 'node:crypto';
import type { Kind } from '../../model/records.ts';
import { compareKeys } from './order.ts';
import { packPieces, type TextLine } from './piece.ts';
import { printOf } from './print.ts';
import type { AskedRecords, RecordFate, RecordFates, Incoming, IncomingBatch } from './protocol.ts';

/** A record on its way into a store: what was read of it, and its text. */
export interface ComingRecord extends Pick<Incoming, 'id' | 'owner' | 'place'> {
  readonly text: Uint8Array;
  /** The contact that an interaction names; null where it names none. */
  readonly contact: string | null;
}

/** Bytes of a SHA-256 that tell texts apart. */
const HASH_BYTES = 16;

/** What a store is asked of records, no id twice. */
export const asked = (kind: Kind, records: readonly ComingRecord[]): AskedRecords => ({
  kind,
  records: records.map(({ id, owner, place, text }) => ({
    id,
    owner,
    place,
    hash: createHash('sha256').update(text).digest().subarray(0, HASH_BYTES).toString('base64'),
    size: text.length + 1,
  })),
});

/** Makes of records, and of what the store said of them, what it takes: sorts and packs what is new or changed. */
export function makeBatch(
  question: AskedRecords,
  records: readonly ComingRecord[],
  { fates, stamp, id, at }: RecordFates & Pick<IncomingBatch, 'id' | 'at'>,
): IncomingBatch {
  const lines = new Map<number, TextLine[]>();
  const waiting: { id: string; text: Uint8Array }[] = [];
  let change = 0;
  for (const [index, record] of records.entries()) {
    const { fate, place } = fates[index]!; // the store answers one for each
    if (fate === 'same' || fate === 'refused') continue;
    change += 1;
    if (place === null) waiting.push({ id: record.id, text: record.text });
    else {
      const some = lines.get(place.entity);
      const line = lineOf(record, place, change);
      if (some) some.push(line);
      else lines.set(place.entity, [line]);
    }
  }
  const pieces = [...lines].flatMap(([entity, some]) =>
    Array.from(packPieces(some.sort(compareKeys)), (piece) => ({ ...piece, entity })),
  );
  return { ...question, id, at, stamp, pieces, waiting };
}

const lineOf = (
  { id, owner, text, contact }: ComingRecord,
  { media, date }: NonNullable<RecordFate['place']>,
  change: number,
): TextLine => ({ id, owner, media, date, change, text, print: contact === null ? 0 : printOf(contact) });
