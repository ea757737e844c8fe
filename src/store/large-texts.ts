import { createHash, type Hash } from 'node:crypto';
import { PART_BYTES } from '../model/part-numbers.ts';
import { abortUpload } from '../platform/r2.ts';
import type { RunBucket } from '../platform/bucket.ts';

/** Keys that R2 deletes by one call. */
const KEYS_A_CALL = 1_000;

/** Where the part of a text waits until it is full: 8 MiB, used by one upload after the other. */
export const newPartBuffer = (): Uint8Array => new Uint8Array(PART_BYTES);

/** Puts one text into R2 as its bytes come: by parts, or at once where it fits into one. Holds `buffer` and no more. */
export class TextUpload {
  readonly #bucket: RunBucket;
  readonly #key: string;
  readonly #buffer: Uint8Array;
  readonly #hash: Hash = createHash('sha256');
  readonly #parts: R2UploadedPart[] = [];
  #upload: R2MultipartUpload | null = null;
  #filled = 0;

  constructor(bucket: RunBucket, key: string, buffer: Uint8Array) {
    this.#bucket = bucket;
    this.#key = key;
    this.#buffer = buffer;
  }

  /** Copies the bytes: the caller may use its own again. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + this.#buffer.length - this.#filled);
      this.#buffer.set(taken, this.#filled);
      this.#filled += taken.length;
      at += taken.length;
      if (this.#filled === this.#buffer.length) await this.#flush();
    }
  }

  /** Makes the object; answers its SHA-256 in lower-case hex. */
  async complete(): Promise<string> {
    const sha256 = this.#hash.digest('hex');
    if (this.#upload) {
      if (this.#filled > 0) await this.#flush();
      await this.#upload.complete(this.#parts);
    } else {
      // R2 compares the hash with what it got.
      await this.#bucket.put(this.#key, this.#buffer.subarray(0, this.#filled), { sha256 });
    }
    return sha256;
  }

  /** Leaves nothing of a text that is not complete. */
  async abort(): Promise<void> {
    if (this.#upload) await abortUpload(this.#bucket, this.#key, this.#upload.uploadId);
  }

  async #flush(): Promise<void> {
    this.#upload ??= await this.#bucket.createMultipartUpload(this.#key);
    const part = this.#buffer.subarray(0, this.#filled);
    this.#parts.push(await this.#upload.uploadPart(this.#parts.length + 1, part));
    this.#filled = 0;
  }
}

/** An object is not there, or not as large as it was. */
export class TextMissing extends Error {
  override readonly name = 'TextMissing';
}

/** Deletes texts. A key that is not there counts as deleted. */
export async function deleteTexts(bucket: Pick<R2Bucket, 'delete'>, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += KEYS_A_CALL) await bucket.delete(keys.slice(at, at + KEYS_A_CALL));
}
