import { faultCode, type FaultCode } from './faults.ts';

/** Tries of one call, and the longest first pause between them; each next pause is up to twice as long. */
const TRIES = 4;
const FIRST_PAUSE_MS = 100;

/**
 * What another try does not mend: R2's own refusals (an upload that is gone, a part with another ETag, a wrong size) and
 * SQL that D1 cannot carry out. Everything else may be the network, and is tried again.
 */
const FINAL: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'r2-10007',
  'r2-10011',
  'r2-10024',
  'r2-10025',
  'r2-10048',
  'd1-sql',
  'd1-full',
]);

export const isTransient = (error: unknown): boolean => !FINAL.has(faultCode(error));

/** Calls until it succeeds, with full-jitter backoff; gives up with the last error after TRIES, or at once when it is final. */
export async function retrying<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      if (tried >= TRIES || !isTransient(error)) throw error;
      const pause = Math.random() * FIRST_PAUSE_MS * 2 ** (tried - 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

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
