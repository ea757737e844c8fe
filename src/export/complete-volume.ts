import { createHash } from 'node:crypto';
import type { SealedVolume, StoredVolume } from '../model/protocol.ts';
import { isUnknownUpload } from '../store/objects.ts';
import type { RunBucket } from '../store/retry.ts';
import { VolumeSpoiled } from './faults.ts';

/** A volume is read back in chunks of the stream's own size; the lease is renewed after every so many bytes. */
const RENEW_BYTES = 16 * 1024 * 1024;

export interface CompleteContext {
  readonly bucket: RunBucket;
  readonly renew: () => Promise<void>;
  readonly now: () => number;
}

/**
 * Makes the uploaded parts an object and reads it back once for its SHA-256, which also proves that it can be read.
 * May be repeated: an upload that was completed before counts when this run's object has the expected size.
 */
export async function completeVolume(context: CompleteContext, volume: SealedVolume): Promise<StoredVolume> {
  await complete(context.bucket, volume);
  const object = await context.bucket.get(volume.key);
  if (!object) throw new VolumeSpoiled('a completed volume is gone');
  const hash = createHash('sha256');
  let unrenewed = 0;
  for await (const chunk of object.body as ReadableStream<Uint8Array>) {
    hash.update(chunk);
    unrenewed += chunk.length;
    if (unrenewed >= RENEW_BYTES) {
      unrenewed = 0;
      await context.renew();
    }
  }
  return { volume: volume.volume, sha256: hash.digest('hex'), uploadedAt: context.now() };
}

async function complete(bucket: RunBucket, { key, uploadId, parts, size }: SealedVolume): Promise<void> {
  try {
    await bucket.resumeMultipartUpload(key, uploadId).complete([...parts]);
  } catch (error) {
    const object = isUnknownUpload(error) ? await bucket.head(key) : null;
    if (object?.size === size) return;
    if (isUnknownUpload(error) || isWrongPart(error))
      throw new VolumeSpoiled('a volume could not be completed', { cause: error });
    throw error;
  }
}

/** R2's error 10025: a part is not there, or not with this ETag. */
const isWrongPart = (error: unknown): boolean => error instanceof Error && error.message.includes('(10025)');
