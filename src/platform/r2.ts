import { faultCode } from './faults.ts';

/** Aborts an upload. One that is gone, or was completed, counts as aborted. */
export async function abortUpload(
  bucket: Pick<R2Bucket, 'resumeMultipartUpload'>,
  key: string,
  uploadId: string,
): Promise<void> {
  try {
    await bucket.resumeMultipartUpload(key, uploadId).abort();
  } catch (error) {
    if (!isUnknownUpload(error)) throw error;
  }
}

/** No such upload (any more). */
export const isUnknownUpload = (error: unknown): boolean => faultCode(error) === 'r2-10024';

/** Deletes every object below a prefix but those to keep; a page of 1,000 keys at a time. */
export async function deleteBelow(
  bucket: R2Bucket,
  prefix: string,
  keep: ReadonlySet<string>,
): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
    const keys = page.objects.map(({ key }) => key).filter((key) => !keep.has(key));
    if (keys.length > 0) await bucket.delete(keys);
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
}
