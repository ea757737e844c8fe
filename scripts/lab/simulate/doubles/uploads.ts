import type { KeptObject } from './bucket.ts';
import { bytesOf, md5 } from './bytes.ts';
import type { Passage } from './through.ts';

interface Part {
  readonly etag: string;
  readonly bytes: Uint8Array;
}

/** An upload that was begun and is neither completed nor aborted. */
export interface OpenUpload {
  readonly key: string;
  readonly parts: Map<number, Part>;
}

/** What uploads need of their bucket: where a completed one goes, and the least bytes of a part. */
interface UploadsBucket {
  readonly put: (key: string, kept: Omit<KeptObject, 'uploaded'>) => object;
  readonly leastPart: number;
}

const MAX_PARTS = 10_000;
const fault = (call: string, words: string, code: number): Error => new Error(`${call}: ${words} (${code})`);
const unknown = (call: string): Error => fault(call, 'The specified multipart upload does not exist.', 10024);

/** The bucket's multipart uploads. */
export class UploadsDouble {
  readonly open = new Map<string, OpenUpload>();
  readonly #passage: Passage;
  readonly #bucket: UploadsBucket;
  readonly #ended = new Set<string>();
  #begun = 0;

  constructor(passage: Passage, bucket: UploadsBucket) {
    this.#passage = passage;
    this.#bucket = bucket;
  }

  create(key: string): Promise<object> {
    return this.#passage('R2 createMultipartUpload', () => {
      this.#begun += 1;
      const id = `upload-${this.#begun}`;
      this.open.set(id, { key, parts: new Map() });
      return this.resume(key, id);
    });
  }

  resume(key: string, uploadId: string): object {
    return {
      key,
      uploadId,
      uploadPart: (number: number, body: Uint8Array) => {
        // As it is now: the caller may use its buffer again once it has the answer.
        const bytes = bytesOf(body);
        return this.#passage('R2 uploadPart', () => this.#part(uploadId, number, bytes));
      },
      complete: (parts: readonly { partNumber: number; etag: string }[]) =>
        this.#passage('R2 complete', () => this.#complete(uploadId, parts)),
      abort: () =>
        this.#passage('R2 abort', () => {
          // What has ended, completed or aborted, may be aborted again; what nobody began may not.
          if (!this.#end(uploadId) && !this.#ended.has(uploadId)) throw unknown('abortMultipartUpload');
        }),
    };
  }

  #end(id: string): boolean {
    const open = this.open.delete(id);
    if (open) this.#ended.add(id);
    return open;
  }

  #part(id: string, partNumber: number, bytes: Uint8Array): object {
    if (partNumber < 1 || partNumber > MAX_PARTS)
      throw new TypeError(
        `Part number must be between 1 and 10000 (inclusive). Actual value was: ${partNumber}`,
      );
    const upload = this.open.get(id);
    if (!upload) throw unknown('uploadPart');
    // Uploaded again, a part has another ETag, as on the platform, even where its bytes are the same.
    const etag = md5(new TextEncoder().encode(`${id} ${partNumber} ${md5(bytes)} ${(this.#begun += 1)}`));
    upload.parts.set(partNumber, { etag, bytes });
    return { partNumber, etag };
  }

  #complete(id: string, named: readonly { partNumber: number; etag: string }[]): object {
    const call = 'completeMultipartUpload';
    const upload = this.open.get(id);
    if (!upload) throw unknown(call);
    const parts = named.map(({ partNumber, etag }) => {
      const part = upload.parts.get(partNumber);
      if (part?.etag !== etag)
        throw fault(call, 'One or more of the specified parts could not be found.', 10025);
      return { ...part, partNumber };
    });
    parts.sort((a, b) => a.partNumber - b.partNumber);
    const [size = 0] = parts.map(({ bytes }) => bytes.length);
    for (const { bytes } of parts.slice(0, -1)) {
      if (bytes.length < this.#bucket.leastPart)
        throw fault(call, 'Your proposed upload is smaller than the minimum allowed object size.', 10011);
      if (bytes.length !== size)
        throw fault(call, 'All non-trailing parts must have the same length.', 10048);
    }
    if ((parts.at(-1)?.bytes.length ?? 0) > size && parts.length > 1)
      throw fault(call, 'All non-trailing parts must have the same length.', 10048);
    this.#end(id);
    const digests = Buffer.concat(parts.map(({ bytes }) => Buffer.from(md5(bytes), 'hex')));
    return this.#bucket.put(upload.key, {
      bytes: Buffer.concat(parts.map(({ bytes }) => bytes)),
      etag: `${md5(digests)}-${parts.length}`,
    });
  }
}
