/** Identifier octets (X.690, 8.1.2) that certificates and keys are made of. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` and `[3]`, constructed. */
  context0: 0xa0,
  context3: 0xa3,
} as const;

/** One element: its identifier octet, its contents, and all of its bytes as they stand (views, nothing is copied). */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Bytes that are no elements of definite length, or not the ones that were expected. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/**
 * The elements that fill `bytes`, one after the other. Lengths are definite but may be longer than need be, as BER allows
 * (X.690, 8.1.3): certificates with such lengths exist, and OpenSSL reads them. Throws a DerError.
 */
export function elementsOf(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = headerAt(bytes, at);
    if (!header || header.end > bytes.length) throw new DerError('an element does not end where it should');
    const { tag, begin, end } = header;
    elements.push({ tag, content: bytes.subarray(begin, end), bytes: bytes.subarray(at, end) });
    at = end;
  }
  return elements;
}

/** The one element that `bytes` are, which must have this tag. Throws a DerError. */
export function elementOf(bytes: Uint8Array, tag: number): DerElement {
  const [element, more] = elementsOf(bytes);
  if (!element || more || element.tag !== tag) throw new DerError(`one element ${tag} was expected`);
  return element;
}

/** Most octets of a length that count; zeros may stand before them. */
const LENGTH_OCTETS = 4;

/** Tag, beginning and end of the contents of the element at `at`; null where none of definite length is. */
export function headerAt(
  bytes: Uint8Array,
  at: number,
): { readonly tag: number; readonly begin: number; readonly end: number } | null {
  const [tag, first] = bytes.subarray(at, at + 2);
  // Tags of several octets (8.1.2.4) stand in no certificate.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return null;
  if (first < 0x80) return { tag, begin: at + 2, end: at + 2 + first };
  const begin = at + 2 + (first & 0x7f);
  const octets = bytes.subarray(at + 2, begin);
  const zeros = octets.findIndex((octet) => octet !== 0);
  const counting = zeros < 0 ? octets.subarray(0, 0) : octets.subarray(zeros);
  if (begin > bytes.length || counting.length > LENGTH_OCTETS) return null;
  return { tag, begin, end: begin + counting.reduce((sum, octet) => sum * 256 + octet, 0) };
}

/** Whether an INTEGER has no octet more than its number needs (X.690, 8.3.2). OpenSSL reads no other. */
export function isShortestInteger([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return first !== undefined;
  return second < 0x80 ? first !== 0 : first !== 0xff;
}

/** Whether contents can be a BIT STRING's: 0 to 7 unused bits, of an octet that is there (X.690, 8.6.2). */
export const isBitString = ([unused = 8, ...octets]: Uint8Array): boolean =>
  unused === 0 || (unused < 8 && octets.length > 0);

/** An element with these contents, its length in the fewest octets (X.690, 10.1). */
export function derElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const element = new Uint8Array(derHeader(tag, length).length + length);
  let at = 0;
  for (const bytes of [derHeader(tag, length), ...contents]) {
    element.set(bytes, at);
    at += bytes.length;
  }
  return element;
}

/** Identifier and definite length of an element of `length` bytes below 64 KiB, in the fewest octets. */
export function derHeader(tag: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tag, length);
  if (length < 0x100) return Uint8Array.of(tag, 0x81, length);
  if (length < 0x10000) return Uint8Array.of(tag, 0x82, length >> 8, length & 0xff);
  throw new RangeError(`An element of ${length} bytes is longer than any that is written here.`);
}
