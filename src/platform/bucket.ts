import { retrying } from './retry.ts';

/** The bucket as a run uses it. */
export type RunBucket = Pick<
  R2Bucket,
  'get' | 'head' | 'put' | 'delete' | 'createMultipartUpload' | 'resumeMultipartUpload'
>;

/** A bucket whose calls are tried again. Bodies are bytes in memory, so that they can be sent twice. */
export function retryingBucket(bucket: R2Bucket): RunBucket {
  const upload = (raw: R2MultipartUpload): R2MultipartUpload => ({
    key: raw.key,
    uploadId: raw.uploadId,
    // Not tried again: a first try that lands late would overwrite the second. The slice does it under a new number.
    uploadPart: (...part) => raw.uploadPart(...part),
    complete: (parts) => retrying(() => raw.complete(parts)),
    abort: () => retrying(() => raw.abort()),
  });
  return {
    get: (...get: Parameters<R2Bucket['get']>) => retrying(() => bucket.get(...get)),
    head: (key) => retrying(() => bucket.head(key)),
    delete: (keys) => retrying(() => bucket.delete(keys)),
    put: (...put: Parameters<R2Bucket['put']>) => retrying(() => bucket.put(...put)),
    createMultipartUpload: async (...create) =>
      upload(await retrying(() => bucket.createMultipartUpload(...create))),
    resumeMultipartUpload: (key, uploadId) => upload(bucket.resumeMultipartUpload(key, uploadId)),
  };
}
