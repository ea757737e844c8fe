/**
 * Whether bytes are well-formed UTF-8 (RFC 3629, section 4), however they are cut into chunks: no overlong forms, no
 * surrogates, nothing above U+10FFFF. Holds three numbers.
 */
export class Utf8Check {
  /** Continuation bytes that have to come, and the bounds of the next one; later ones are 80..BF. */
  #due = 0;
  #low = 0x80;
  #high = 0xbf;
  #broken = false;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.#broken; at += 1) {
      if (this.#due === 0) at = afterAscii(bytes, at);
      const byte = bytes[at];
      if (byte !== undefined) this.#take(byte);
    }
  }

  /** True when no bytes that may come can make it UTF-8 again. */
  get broken(): boolean {
    return this.#broken;
  }

  /** True when all bytes so far are whole characters. */
  get valid(): boolean {
    return !this.#broken && this.#due === 0;
  }

  #take(byte: number): void {
    if (this.#due === 0) {
      this.#begin(byte);
    } else if (byte < this.#low || byte > this.#high) {
      this.#broken = true;
    } else {
      this.#due -= 1;
      this.#low = 0x80;
      this.#high = 0xbf;
    }
  }

  /** UTF8-2, UTF8-3 and UTF8-4 of RFC 3629: how many bytes follow, and what the first of them may be. */
  #begin(byte: number): void {
    if (byte < 0xc2 || byte > 0xf4) {
      this.#broken = true;
      return;
    }
    this.#due = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.#low = 0xa0;
    if (byte === 0xed) this.#high = 0x9f;
    if (byte === 0xf0) this.#low = 0x90;
    if (byte === 0xf4) this.#high = 0x8f;
  }
}

/** Where the first byte above 7F stands, from `start` on; most text is ASCII in long runs. */
function afterAscii(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at]! < 0x80) at += 1; // the loop's own bound
  return at;
}
