import { Buffer } from 'node:buffer';
import { ClientError } from '../client-error.ts';
import { damaged, truncated } from './sealed-file.ts';

const HEADERS_MOST = 64 * 1024;
const LF = 0x0a;

const WHITE = 0x80;
const PADDING = 0x81;
const INVALID = 0x82;
/** Base64 value of a character (RFC 4648, 4), or one of the three marks above, which all have bit 7. */
const VALUES = new Uint8Array(256).fill(INVALID);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value;
for (const white of ' \t\r\n') VALUES[white.charCodeAt(0)] = WHITE;
VALUES['='.charCodeAt(0)] = PADDING;

/** The bytes inside an S/MIME message: checks its headers (RFC 8551, 3.2.1), then decodes its base64 as it comes. */
export async function* smimeContent(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new Base64Decoder();
  let head: Uint8Array = new Uint8Array();
  let inBody = false;
  for await (const chunk of input) {
    let body = chunk;
    if (!inBody) {
      head = Buffer.concat([head, chunk]);
      const end = headersEnd(head);
      if (end < 0 && head.length <= HEADERS_MOST) continue;
      checkHeaders(Buffer.from(head.subarray(0, Math.max(end, 0))).toString('latin1'));
      body = head.subarray(end);
      inBody = true;
    }
    const bytes = decoder.decode(body);
    if (bytes.length > 0) yield bytes;
  }
  if (!inBody) checkHeaders('');
  decoder.end();
}

/** Where the first empty line ends; -1 while there is none. */
function headersEnd(head: Uint8Array): number {
  for (let at = head.indexOf(LF); at >= 0; at = head.indexOf(LF, at + 1)) {
    if (head[at + 1] === LF) return at + 2;
    if (head[at + 1] === 0x0d && head[at + 2] === LF) return at + 3;
  }
  return -1;
}

function checkHeaders(text: string): void {
  const fields = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const value = (name: string) =>
    fields.find((field) => field.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  if (!/^\s*application\/(x-)?pkcs7-mime\s*(;|$)/i.test(value('content-type'))) {
    throw new ClientError('not-smime', 'This is no sealed file: it does not begin with S/MIME headers.');
  }
  if (value('content-transfer-encoding').trim().toLowerCase() !== 'base64') {
    throw new ClientError('unsupported', 'The S/MIME message is not encoded in base64.');
  }
}

/** Decodes base64 in lines of any length; what is left of a group waits for the next chunk. */
class Base64Decoder {
  #bits = 0;
  #held = 0;
  #padding = 0;

  decode(text: Uint8Array): Uint8Array {
    const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4) + 3);
    let to = 0;
    for (let from = 0; from < text.length;) {
      if (this.#held === 0 && this.#padding === 0 && from + 4 <= text.length) {
        const a = VALUES[text[from]!]!;
        const b = VALUES[text[from + 1]!]!;
        const c = VALUES[text[from + 2]!]!;
        const d = VALUES[text[from + 3]!]!;
        if ((a | b | c | d) < WHITE) {
          bytes[to] = (a << 2) | (b >> 4);
          bytes[to + 1] = (b << 4) | (c >> 2);
          bytes[to + 2] = (c << 6) | d;
          to += 3;
          from += 4;
          continue;
        }
      }
      to = this.#character(VALUES[text[from++]!]!, bytes, to);
    }
    return bytes.subarray(0, to);
  }

  /** A group of four is complete at the end, or closed by padding. */
  end(): void {
    if (this.#padding > 0 ? this.#held + this.#padding !== 4 : this.#held !== 0) throw truncated();
  }

  #character(value: number, bytes: Uint8Array, at: number): number {
    if (value === WHITE) return at;
    if (value === PADDING && this.#held + this.#padding < 4 && this.#held >= 2) {
      this.#padding += 1;
      const complete = this.#held + this.#padding === 4;
      if (!complete) return at;
      const bits = this.#bits << (6 * this.#padding);
      bytes[at] = bits >> 16;
      if (this.#held === 3) bytes[at + 1] = bits >> 8;
      return at + this.#held - 1;
    }
    if (value >= WHITE || this.#padding > 0) throw damaged('its base64 text has a stray character');
    this.#bits = (this.#bits << 6) | value;
    this.#held += 1;
    if (this.#held < 4) return at;
    bytes[at] = this.#bits >> 16;
    bytes[at + 1] = this.#bits >> 8;
    bytes[at + 2] = this.#bits;
    this.#bits = 0;
    this.#held = 0;
    return at + 3;
  }
}
