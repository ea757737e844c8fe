import { createCipheriv } from 'node:crypto';
import type { Kind } from '../../../src/model/records.ts';

/** A history with two very large records: bytes of their texts' long member, and how many small ones each kind has. */
export interface LargeHistory {
  readonly interactionBytes: number;
  readonly documentBytes: number;
  readonly small: number;
}

const START = Date.UTC(2025, 0, 1);
/** Bytes of a chunk; a multiple of 3 makes base64 without padding. */
const CHUNK = 48 * 1024;

/**
 * The records of one kind as JSON Lines, in the order in which an export writes them, in chunks of about 64 KB. The same
 * options give the same bytes. The large one is in the middle; it is like an attachment, base64 of bytes that no compressor
 * makes smaller.
 */
export function* largeHistoryBytes(kind: Kind, history: LargeHistory): Generator<Uint8Array> {
  const bytes =
    { interactions: history.interactionBytes, documents: history.documentBytes }[kind as string] ?? 0;
  const middle = Math.floor(history.small / 2);
  for (let index = 0; index < history.small; index += 1) {
    if (index === middle && bytes > 0) yield* largeLine(kind, index, bytes);
    yield Buffer.from(`${JSON.stringify(record(kind, index, 'small'))}\n`);
  }
}

function* largeLine(kind: Kind, index: number, bytes: number): Generator<Uint8Array> {
  // The large one comes before the small one of the same date: its id is smaller.
  const [head = '', tail = ''] = JSON.stringify(record(kind, index, 'large', '|')).split('|');
  yield Buffer.from(head);
  yield* noise(bytes);
  yield Buffer.from(`${tail}\n`);
}

/** Base64 of a keystream: as good as random, and always the same. */
function* noise(bytes: number): Generator<Uint8Array> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
  const zeros = Buffer.alloc(CHUNK);
  for (let left = bytes; left > 0; left -= (CHUNK / 3) * 4)
    yield Buffer.from(cipher.update(zeros).toString('base64').slice(0, left));
}

function record(
  kind: Kind,
  index: number,
  size: 'small' | 'large',
  text = `Text ${index} of no great length.`,
) {
  const number = String(index).padStart(6, '0');
  const id = `${size}-${number}`;
  const owner = `small-${number}`;
  const date = new Date(START + index * 1_000).toISOString();
  const records = {
    interactions: { IXNID: id, MEDIATYPEID: 'email', ENTITYTYPEID: 0, STARTDATE: date, TEXT: text },
    documents: { ID: id, ENTITYID: owner, MIMETYPE: 'application/pdf', CONTENT: text },
    contacts: { CONTACTID: id, CREATEDDATE: date, STRATTRIBUTE1: text },
    'contact-attributes': { ID: id, CONTACTID: owner, ATTRIBUTENAME: 'Note', STRVALUE: text },
  };
  return records[kind];
}
