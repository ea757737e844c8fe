import { isBitString, type DerElement } from './der.ts';

/** What a value in a name is: text, something else that OpenSSL reads, or what it does not read. */
export type DirectoryValue = { readonly text: string } | 'no-text' | 'unreadable';

const decoder = (encoding: string) => (content: Uint8Array) =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);

/** Bytes as the characters of their numbers; OpenSSL takes T61String for Latin-1, too. */
const latin1 = (content: Uint8Array) => String.fromCharCode(...content);

/** BMPString: UCS-2, which has no characters beyond 16 bits (X.680, clause 41). Throws for halves of pairs, and pairs. */
function ucs2(content: Uint8Array): string {
  const text = decoder('utf-16be')(content);
  if (/[\u{10000}-\u{10ffff}]/u.test(text)) throw new RangeError('a BMPString has no surrogates');
  return text;
}

/** UniversalString: four octets a character. */
function ucs4(content: Uint8Array): string {
  if (content.length % 4 !== 0) throw new RangeError('a UniversalString has four octets a character');
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  const points = Array.from({ length: content.length / 4 }, (_, index) => view.getUint32(index * 4));
  const text = String.fromCodePoint(...points);
  if (!text.isWellFormed()) throw new RangeError('a UniversalString has no surrogates');
  return text;
}

/** The string types that names have (RFC 5280, 4.1.2.4, and IA5String and NumericString) by tag, and what each is decoded by. */
const STRINGS: Readonly<Record<number, (content: Uint8Array) => string>> = {
  0x0c: decoder('utf-8'),
  0x12: latin1,
  0x13: latin1,
  0x14: latin1,
  0x16: latin1,
  0x1c: ucs4,
  0x1e: ucs2,
};

const BIT_STRING = 0x03;
const SEQUENCE = 0x30;

/**
 * Reads a value of a name as OpenSSL does, which refuses a whole certificate for a string that is broken or of a type that names
 * do not have, such as VisibleString. BIT STRING (unique identifiers) and SEQUENCE (postal addresses) are no text.
 */
export function directoryValue({ tag, content }: Pick<DerElement, 'tag' | 'content'>): DirectoryValue {
  if (tag === SEQUENCE) return 'no-text';
  if (tag === BIT_STRING) return isBitString(content) ? 'no-text' : 'unreadable';
  const decode = STRINGS[tag];
  if (!decode) return 'unreadable';
  try {
    return { text: decode(content) };
  } catch {
    // Only decoding throws here: the bytes are no text of their type.
    return 'unreadable';
  }
}
