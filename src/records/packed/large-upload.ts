import { createHash } from 'node:crypto';
import { freeBytes } from '../../encoding/free-bytes.ts';
import { crcOf, deflatePiece } from '../../encoding/zip/deflate.ts';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { TextMissing, TextUpload } from '../../store/large-texts.ts';
import type { LargeText } from './large-text.ts';
import { textHash } from './text-hash.ts';

/** Plain bytes of a part: what is held of a large text. */
const PART_BYTES = 1_048_576;
const LF = Uint8Array.of(0x0a);

/** Puts one line into R2 as its bytes come. Holds PART_BYTES, and the part of the upload that `buffer` is. */
export class LargeTextUpload {
  readonly #object: string;
  readonly #upload: TextUpload;
  readonly #hash = createHash('sha256');
  readonly #plain = new Uint8Array(PART_BYTES);
  readonly #parts: [number, number][] = [];
  #filled = 0;
  #crc = 0;

  constructor(bucket: RunBucket, object: string, buffer: Uint8Array) {
    this.#object = object;
    this.#upload = new TextUpload(bucket, object, buffer);
  }

  /** Copies the bytes: the caller may use its own again. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    await this.#collect(bytes);
  }

  /** Ends the line; answers where it lies, and the text's hash. */
  async complete(contact: string | null): Promise<{ readonly large: LargeText; readonly hash: string }> {
    await this.#collect(LF);
    await this.#flush();
    await this.#upload.complete();
    const sum = (at: 0 | 1): number => this.#parts.reduce((total, part) => total + part[at], 0);
    const numbers = { length: sum(0), bytes: sum(1), crc: this.#crc };
    const large = { object: this.#object, parts: this.#parts, contact, ...numbers };
    return { large, hash: textHash(this.#hash.digest()) };
  }

  /** Leaves nothing of a text that is not complete. */
  async abort(): Promise<void> {
    await this.#upload.abort();
  }

  async #collect(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + PART_BYTES - this.#filled);
      this.#plain.set(taken, this.#filled);
      this.#filled += taken.length;
      at += taken.length;
      if (this.#filled === PART_BYTES) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return;
    const plain = this.#plain.subarray(0, this.#filled);
    const deflated = deflatePiece(plain);
    this.#crc = crcOf(plain, this.#crc);
    this.#parts.push([deflated.length, this.#filled]);
    this.#filled = 0;
    await this.#upload.write(deflated);
    freeBytes(deflated);
  }
}

/** The plain bytes of a large line, a part at a time, which is valid until the next one. Throws TextMissing. */
export async function* readLarge(
  bucket: Pick<RunBucket, 'get'>,
  { object, parts }: Pick<LargeText, 'object' | 'parts'>,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for (const [length, bytes] of parts) {
    const found = await bucket.get(object, { range: { offset, length } });
    const deflated = found && new Uint8Array(await found.arrayBuffer());
    if (deflated?.length !== length) throw new TextMissing(`no part of ${length} bytes`);
    const plain = inflatePiece(deflated, bytes);
    freeBytes(deflated);
    yield plain;
    freeBytes(plain);
    offset += length;
  }
}
