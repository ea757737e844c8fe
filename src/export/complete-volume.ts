import type { SealedVolume, StoredVolume } from '../model/protocol.ts';
import { isUnknownUpload } from '../store/objects.ts';
import type { RunBucket } from '../store/retry.ts';
import { VolumeSpoiled } from './faults.ts';

/** The lease is renewed as often while a volume is read back. */
const RENEW_MS = 3_000;

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
  // The runtime's own stream hashes without a chunk of it in JavaScript.
  const digest = new crypto.DigestStream('SHA-256');
  await whileRenewing(object.body.pipeTo(digest), context.renew);
  const sha256 = Buffer.from(await digest.digest).toString('hex');
  return { volume: volume.volume, sha256, uploadedAt: context.now() };
}

/** Waits for `work`, and keeps the lease meanwhile. A lease that is lost is noticed by the next commit. */
async function whileRenewing(work: Promise<void>, renew: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
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
