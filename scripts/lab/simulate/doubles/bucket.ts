import { bytesOf, md5 } from './bytes.ts';
import type { Passage } from './through.ts';
import { UploadsDouble } from './uploads.ts';

/** An object as the bucket keeps it. */
export interface KeptObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly uploaded: number;
}

/** Keys that one page of a list has at most, and one call deletes. */
const PAGE_KEYS = 1_000;

export interface BucketOptions {
  readonly passage: Passage;
  readonly now: () => number;
  /** All parts of an upload but the last have at least so many bytes. */
  readonly leastPart: number;
}

/** R2 in memory: objects and multipart uploads. Bodies are bytes; a body that is read comes in one chunk. */
export class BucketDouble {
  readonly objects = new Map<string, KeptObject>();
  readonly uploads: UploadsDouble;
  readonly binding: R2Bucket;

  constructor({ passage, now, leastPart }: BucketOptions) {
    const put = (key: string, kept: Omit<KeptObject, 'uploaded'>): object => {
      const object = { ...kept, uploaded: now() };
      this.objects.set(key, object);
      return headOf(key, object);
    };
    this.uploads = new UploadsDouble(passage, { put, leastPart });
    const { uploads } = this;
    const binding = {
      head: (key: string) => passage('R2 head', () => this.#found(key, headOf)),
      get: (key: string, options: { range?: { offset: number; length: number } } = {}) =>
        passage('R2 get', () => this.#found(key, (at, object) => bodyOf(at, object, options.range))),
      put: (key: string, body: Uint8Array | string, { onlyIf }: PutOptions = {}) =>
        passage('R2 put', () => {
          const bytes = bytesOf(body);
          const isMet = onlyIf === undefined || this.objects.get(key)?.etag === onlyIf.etagMatches;
          return isMet ? put(key, { bytes, etag: md5(bytes) }) : null;
        }),
      delete: (keys: string | string[]) =>
        passage('R2 delete', () => {
          if (Array.isArray(keys) && keys.length > PAGE_KEYS)
            throw new Error('delete: The number of keys is too large. (10053)');
          for (const key of [keys].flat()) this.objects.delete(key);
        }),
      list: (options: ListOptions = {}) => passage('R2 list', () => this.#list(options)),
      createMultipartUpload: (key: string) => uploads.create(key),
      resumeMultipartUpload: (key: string, id: string) => uploads.resume(key, id),
    };
    // What the service uses of a bucket.
    this.binding = binding as unknown as R2Bucket;
  }

  #found<T>(key: string, show: (key: string, object: KeptObject) => T): T | null {
    const object = this.objects.get(key);
    return object ? show(key, object) : null;
  }

  #list({ prefix = '', cursor, startAfter, limit = PAGE_KEYS }: ListOptions): object {
    const after = cursor ?? startAfter ?? '';
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, Math.min(limit, PAGE_KEYS));
    const truncated = page.length < keys.length;
    return {
      objects: page.map((key) => this.#found(key, headOf)),
      truncated,
      delimitedPrefixes: [],
      ...(truncated ? { cursor: page.at(-1) } : {}),
    };
  }
}

interface PutOptions {
  readonly onlyIf?: { readonly etagMatches: string };
}

interface ListOptions {
  readonly prefix?: string;
  readonly cursor?: string;
  readonly startAfter?: string;
  readonly limit?: number;
}

const headOf = (key: string, { bytes, etag, uploaded }: KeptObject): object => ({
  key,
  etag,
  httpEtag: `"${etag}"`,
  size: bytes.length,
  uploaded: new Date(uploaded),
});

function bodyOf(key: string, object: KeptObject, range?: { offset: number; length: number }): object {
  const { bytes } = object;
  const part = Uint8Array.from(range ? bytes.subarray(range.offset, range.offset + range.length) : bytes);
  return {
    ...headOf(key, object),
    // Made when it is asked for: what a stream is given is no longer there for anybody else.
    get body() {
      return new ReadableStream({
        type: 'bytes',
        start(controller) {
          if (part.length > 0) controller.enqueue(part);
          controller.close();
        },
      });
    },
    arrayBuffer: async () => part.buffer,
    text: async () => new TextDecoder().decode(part),
  };
}
