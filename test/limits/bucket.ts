import type { Calls } from './calls.ts';

/** R2's limits (developers.cloudflare.com/r2/platform/limits): bytes of a key, keys of one deletion, parts of an upload. */
const KEY_BYTES = 1_024;
const KEYS_A_DELETION = 1_000;
const LEAST_PART_BYTES = 5 * 1024 * 1024;
const PARTS = 10_000;

/** Sizes of the parts of uploads, by upload and number: whoever goes on with an upload is another double. */
const sizes = new Map<string, Map<number, number>>();

/** R2 with the limits of the platform. */
export function limitedBucket(bucket: R2Bucket, calls: Calls): R2Bucket {
  const upload = (inner: R2MultipartUpload): R2MultipartUpload => {
    const parts = sizes.get(inner.uploadId) ?? new Map<number, number>();
    sizes.set(inner.uploadId, parts);
    return {
      key: inner.key,
      uploadId: inner.uploadId,
      uploadPart: async (number, body) => {
        calls.spend(0);
        calls.must(number >= 1 && number <= PARTS, 'part number out of range');
        parts.set(number, (body as Uint8Array).byteLength);
        return inner.uploadPart(number, body);
      },
      abort: async () => {
        calls.spend(0);
        return inner.abort();
      },
      complete: async (uploaded) => {
        calls.spend(0);
        const [first = 0, ...rest] = uploaded.map(({ partNumber }) => parts.get(partNumber) ?? 0);
        const last = rest.pop();
        if (last !== undefined) {
          calls.must(first >= LEAST_PART_BYTES, 'EntityTooSmall (10011)');
          calls.must(
            rest.every((size) => size === first) && last <= first,
            'All non-trailing parts must have the same length (10048)',
          );
        }
        return inner.complete(uploaded);
      },
    };
  };
  const checked = (key: string): string => {
    calls.must(new TextEncoder().encode(key).length <= KEY_BYTES, 'KeyTooLong');
    return key;
  };
  return {
    get: async (key: string, options?: R2GetOptions) => {
      calls.spend(0);
      return bucket.get(checked(key), options);
    },
    head: async (key: string) => {
      calls.spend(0);
      return bucket.head(checked(key));
    },
    put: async (key: string, ...rest: [ReadableStream, R2PutOptions]) => {
      calls.spend(0);
      return bucket.put(checked(key), ...rest);
    },
    list: async (options?: R2ListOptions) => {
      calls.spend(0);
      return bucket.list(options);
    },
    delete: async (keys: string | string[]) => {
      calls.spend(0);
      calls.must([keys].flat().length <= KEYS_A_DELETION, 'too many keys');
      return bucket.delete(keys);
    },
    createMultipartUpload: async (key: string, options?: R2MultipartOptions) => {
      calls.spend(0);
      return upload(await bucket.createMultipartUpload(checked(key), options));
    },
    resumeMultipartUpload: (key: string, id: string) => upload(bucket.resumeMultipartUpload(key, id)),
  } as unknown as R2Bucket; // The methods of the interface, all of them.
}
