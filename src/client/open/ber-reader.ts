import { Buffer } from 'node:buffer';
import type { ByteReader } from './byte-reader.ts';
import { damaged } from './sealed-file.ts';

/** Identifier octets (X.690, 8.1.2) that an EnvelopedData is made of. */
export const BER_TAG = {
  endOfContents: 0x00,
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  constructedOctetString: 0x24,
  context0: 0xa0,
  context0Primitive: 0x80,
} as const;

const CONSTRUCTED = 0x20;
/** No single header element of a sealed file comes near this; it bounds what a hostile file can make us hold. */
const ELEMENT_MOST = 1024 * 1024;
const NESTING_MOST = 32;

/** Identifier octet, and where the contents end: null for the indefinite length. `octets` are the header as read. */
export interface BerHeader {
  readonly tag: number;
  readonly length: number | null;
  readonly end: number | null;
  readonly octets: Uint8Array;
}

/** Reads one identifier and length, definite or indefinite (X.690, 8.1.2 and 8.1.3). */
export async function berHeader(reader: ByteReader): Promise<BerHeader> {
  const [tag = 0, first = 0] = await reader.exactly(2);
  if ((tag & 0x1f) === 0x1f) throw damaged('it has a tag that no sealed file has');
  const more = first > 0x80 ? await reader.exactly(first & 0x7f) : new Uint8Array();
  const length = first < 0x80 ? first : more.reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(length)) throw damaged('it has a length that is no length');
  const octets = Uint8Array.of(tag, first, ...more);
  if (first === 0x80) return { tag, length: null, end: null, octets };
  return { tag, length, end: reader.position + length, octets };
}

/** Whether nothing more is in a constructed element: at its end, or (having read them) at its end-of-contents octets. */
export async function nextIn(reader: ByteReader, parent: BerHeader): Promise<BerHeader | null> {
  if (parent.end !== null && reader.position >= parent.end) return null;
  const header = await berHeader(reader);
  if (parent.end !== null || header.tag !== BER_TAG.endOfContents) return header;
  if (header.length !== 0) throw damaged('an element does not end where it should');
  return null;
}

/** The whole element whose header was just read, for what is small enough to be parsed at once: at most 1 MiB. */
export async function wholeElement(reader: ByteReader, header: BerHeader, depth = 0): Promise<Uint8Array> {
  if (depth > NESTING_MOST || (header.length ?? 0) > ELEMENT_MOST) throw damaged('a header is too large');
  if (header.length !== null) {
    return Buffer.concat([header.octets, await reader.exactly(header.length)]);
  }
  if ((header.tag & CONSTRUCTED) === 0) throw damaged('a primitive element has no length');
  const parts = [header.octets];
  let size = 0;
  for (let child = await nextIn(reader, header); child !== null; child = await nextIn(reader, header)) {
    const part = await wholeElement(reader, child, depth + 1);
    size += part.length;
    if (size > ELEMENT_MOST) throw damaged('a header is too large');
    parts.push(part);
  }
  return Buffer.concat([...parts, Uint8Array.of(0, 0)]);
}

/** The bytes of an OCTET STRING in any of its encodings (X.690, 8.7), as they come. */
export async function* octetString(
  reader: ByteReader,
  header: BerHeader,
  depth = 0,
): AsyncGenerator<Uint8Array> {
  if (depth > NESTING_MOST) throw damaged('its content is nested too deeply');
  if ((header.tag & CONSTRUCTED) === 0) {
    if (header.length === null) throw damaged('a primitive element has no length');
    yield* reader.stream(header.length);
    return;
  }
  for (let child = await nextIn(reader, header); child !== null; child = await nextIn(reader, header)) {
    if (child.tag !== BER_TAG.octetString && child.tag !== BER_TAG.constructedOctetString) {
      throw damaged('its content is not made of octet strings');
    }
    yield* octetString(reader, child, depth + 1);
  }
}
