import { createHash } from 'node:crypto';
import type { SealedVolume, StoredVolume } from '../model/protocol.ts';
import { breathe } from '../platform/breathe.ts';
import { faultCode } from '../platform/faults.ts';
import { isUnknownUpload } from '../platform/r2.ts';
import type { RunBucket } from '../platform/bucket.ts';
import { VolumeSpoiled } from './faults.ts';

/** The lease is renewed as often while a volume is read back. */
const RENEW_MS = 3_000;

/** Read in one go: the runtime's own chunks of 4 KB cost five times as much. All that is held of a volume. */
const READ_BYTES = 1024 * 1024;
/** As many of them take about as long as a page. */
const READS_A_BREATH = 32;

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
  const sha256 = await hashOf(object.body, context);
  return { volume: volume.volume, sha256, uploadedAt: context.now() };
}

/** SHA-256 in hex digits. Keeps the lease meanwhile. */
async function hashOf(body: ReadableStream<Uint8Array>, { renew, now }: CompleteContext): Promise<string> {
  const hash = createHash('sha256');
  const reader = body.getReader({ mode: 'byob' });
  let buffer = new Uint8Array(READ_BYTES);
  let renewed = now();
  for (let reads = 1; ; reads += 1) {
    const { value, done } = await reader.readAtLeast(READ_BYTES, buffer);
    if (value) hash.update(value);
    if (done) return hash.digest('hex');
    buffer = new Uint8Array(value.buffer);
    if (reads % READS_A_BREATH === 0) await breathe();
    if (now() - renewed < RENEW_MS) continue;
    await renew();
    renewed = now();
  }
}

async function complete(bucket: RunBucket, { key, uploadId, parts, size }: SealedVolume): Promise<void> {
  try {
    await bucket.resumeMultipartUpload(key, uploadId).complete([...parts]);
  } catch (error) {
    const object = isUnknownUpload(error) ? await bucket.head(key) : null;
    if (object?.size === size) return;
    if (isUnknownUpload(error) || faultCode(error) === 'r2-10025')
      throw new VolumeSpoiled('a volume could not be completed', { cause: error });
    throw error;
  }
}
