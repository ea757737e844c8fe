/** Raw bytes of a string that are kept; six at most make one UTF-16 unit (`\uXXXX`). */
const MAX_RAW = 1_536;

/** A string of more than MAX_RAW bytes as written; longer, whatever was written, than any name that is looked for. */
const OVERLONG = ' '.repeat(MAX_RAW / 6 + 1);

/** Keeps the beginning of a JSON string as written (RFC 8259, section 7), without its quotes: 1,536 bytes. */
export class StringPrefix {
  readonly #raw = new Uint8Array(MAX_RAW);
  // The bytes are checked elsewhere; ignoreBOM: U+FEFF is a character of the string.
  readonly #decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  add(bytes: Uint8Array): void {
    if (this.#length + bytes.length <= MAX_RAW) this.#raw.set(bytes, this.#length);
    this.#length = Math.min(MAX_RAW + 1, this.#length + bytes.length);
  }

  addByte(byte: number): void {
    if (this.#length < MAX_RAW) this.#raw[this.#length] = byte;
    this.#length = Math.min(MAX_RAW + 1, this.#length + 1);
  }

  /** What the string says: exactly, up to 1,536 bytes as written; 257 spaces in the place of anything longer. */
  get text(): string {
    if (this.#length > MAX_RAW) return OVERLONG;
    const text: unknown = JSON.parse(`"${this.#decoder.decode(this.#raw.subarray(0, this.#length))}"`);
    return String(text);
  }
}
