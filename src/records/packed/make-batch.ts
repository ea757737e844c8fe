import type { Kind } from '../../model/records.ts';
import { encodeLarge, type LargeText } from './large-text.ts';
import { compareKeys } from './order.ts';
import { packPieces, type TextLine } from './piece.ts';
import { printOf } from './print.ts';
import type {
  AskedRecords,
  RecordFate,
  RecordFates,
  Incoming,
  IncomingBatch,
  WaitingRecord,
} from './protocol.ts';

/** A record on its way into a store: what was read of it, its text, and the text's hash (`hashOfText`). */
export interface ComingRecord extends Pick<Incoming, 'id' | 'owner' | 'place' | 'hash'> {
  readonly text: Uint8Array | LargeText;
  /** The contact that an interaction names; null where it names none. */
  readonly contact: string | null;
}

/** What a store is asked of records, no id twice. */
export const asked = (kind: Kind, records: readonly ComingRecord[]): AskedRecords => ({
  kind,
  records: records.map(({ id, owner, place, hash, text }) => ({
    id,
    owner,
    place,
    hash,
    size: text instanceof Uint8Array ? text.length + 1 : text.bytes,
  })),
});

/** Makes of records, and of what the store said of them, what it takes: sorts and packs what is new or changed. */
export function makeBatch(
  question: AskedRecords,
  records: readonly ComingRecord[],
  { fates, stamp, id, at }: RecordFates & Pick<IncomingBatch, 'id' | 'at'>,
): IncomingBatch {
  const lines = new Map<number, TextLine[]>();
  const waiting: WaitingRecord[] = [];
  let change = 0;
  for (const [index, record] of records.entries()) {
    const { fate, place } = fates[index]!; // the store answers one for each
    if (fate === 'same' || fate === 'refused') continue;
    change += 1;
    if (place === null) waiting.push(waitingOf(record));
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

function waitingOf({ id, text }: ComingRecord): WaitingRecord {
  // A copy: what is sent of a view is all of the memory that it is in.
  if (text instanceof Uint8Array)
    return { id, text: text.slice(), object: null, length: 0, bytes: 0, crc: 0 };
  const { object, length, bytes, crc } = text;
  return { id, text: encodeLarge(text), object, length, bytes, crc };
}

const lineOf = (
  { id, owner, text, contact }: ComingRecord,
  { media, date }: NonNullable<RecordFate['place']>,
  change: number,
): TextLine => ({ id, owner, media, date, change, text, print: contact === null ? 0 : printOf(contact) });
