import { Buffer } from 'node:buffer';
import { primitives } from './seam.ts';

const LF = 0x0a;
const BEGIN = 0x7b;
const END = 0x7d;
const WHITE: readonly (number | undefined)[] = [0x20, 0x09, 0x0d];
/** The manifest is some 200 bytes an entry; what is longer is none. */
const KEPT_MOST = 4 * 1024 * 1024;

/** Measures what an entry unpacks to: its CRC-32, its bytes and its lines. Holds the text only of the one entry it is told to keep. */
export class EntryContent {
  readonly #kept: Uint8Array[] | null;
  #crc = 0;
  #bytes = 0;
  #lines = 0;
  #last = LF;
  #implausible = false;

  constructor(options: { readonly keep: boolean }) {
    this.#kept = options.keep ? [] : null;
  }

  get crc(): number {
    return this.#crc;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get lines(): number {
    return this.#lines;
  }

  /** Whether a line has come that does not begin and end as a JSON object does: what bytes in a wrong order look like. */
  get implausible(): boolean {
    return this.#implausible;
  }

  /** What was kept, as text; null where nothing was to be kept or it is too long. */
  get text(): string | null {
    return this.#kept && this.#bytes <= KEPT_MOST ? Buffer.concat(this.#kept).toString('utf8') : null;
  }

  take(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#crc = primitives.crc32(chunk, this.#crc);
    this.#bytes += chunk.length;
    if (this.#kept && this.#bytes <= KEPT_MOST) this.#kept.push(chunk.slice());
    this.#begins(this.#last, chunk[0]);
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) {
      this.#lines += 1;
      const before = at === 0 ? this.#last : chunk[at - 1];
      if (before !== END && !WHITE.includes(before)) this.#implausible = true;
      if (at + 1 < chunk.length) this.#begins(LF, chunk[at + 1]);
    }
    this.#last = chunk.at(-1) ?? LF;
  }

  #begins(before: number, byte: number | undefined): void {
    if (before === LF && byte !== BEGIN && !WHITE.includes(byte)) this.#implausible = true;
  }
}
