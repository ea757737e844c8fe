import type { DeliveryStep, FileToCopy } from '../../model/delivery-protocol.ts';
import type { CopiedPart, OpenCopy } from '../../model/delivery.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import type { CustomerBucket } from './customer-bucket.ts';
import { etagOfParts } from './customer-bucket.ts';
import { BucketFault } from './fault.ts';

/** Bytes of a part; all of one file have as many but the last, as R2 wants it. All that is held of a file. */
export const COPY_PART_BYTES = 8 * 1024 * 1024;

/** How a file is copied: from the service's bucket to the customer's, each step told before the next. */
export interface CopyContext {
  readonly source: Pick<RunBucket, 'get'>;
  readonly bucket: CustomerBucket;
  readonly tell: (step: DeliveryStep) => Promise<void>;
  /** Whether another part may be begun. */
  readonly may: () => boolean;
  readonly partBytes: number;
}

/** What came of it: the file is there, or the slice is over before. */
type Copying = 'copied' | 'begun';

/** Copies one file, or as much of it as may be; `open` is what there is of it. */
export async function copyFile(
  context: CopyContext,
  file: FileToCopy,
  open: OpenCopy | null,
): Promise<Copying> {
  const { bucket, tell, partBytes } = context;
  if (file.size <= partBytes) {
    const whole = await readPart(context, file, 0);
    const written = await bucket.put(file.target, whole, file.sha256);
    await seen(context, file, { etag: written.etag, expected: written.md5 });
    await tell({ step: 'file', volume: file.volume, size: file.size });
    return 'copied';
  }
  const upload = open ?? (await begun(context, file));
  const parts = await uploaded(context, file, upload);
  if (parts === null) return 'begun';
  await completed(context, file, { ...upload, parts });
  await tell({ step: 'file', volume: file.volume, size: file.size });
  return 'copied';
}

async function begun(
  { bucket, tell }: CopyContext,
  { volume, target, sha256 }: FileToCopy,
): Promise<OpenCopy> {
  const uploadId = await bucket.create(target, sha256);
  await tell({ step: 'opened', volume, target, uploadId });
  return { volume, target, uploadId, parts: [] };
}

/** Uploads the parts that are missing; null where the slice ends before the last. */
async function uploaded(
  context: CopyContext,
  file: FileToCopy,
  { uploadId, parts: there }: OpenCopy,
): Promise<readonly CopiedPart[] | null> {
  const { bucket, tell, may, partBytes } = context;
  const parts = [...there];
  while (parts.length * partBytes < file.size) {
    if (!may()) return null;
    const body = await readPart(context, file, parts.length * partBytes);
    const part = parts.length + 1;
    const written = await dropping(context, uploadId, () =>
      bucket.uploadPart(file.target, { uploadId, part }, body),
    );
    await tell({ step: 'part', uploadId, part, ...written });
    parts.push(written);
  }
  return parts;
}

/** Makes the parts the object. One that a consumer before has completed counts, where it is this very file. */
async function completed(
  context: CopyContext,
  file: FileToCopy,
  { uploadId, parts }: OpenCopy,
): Promise<void> {
  const { bucket } = context;
  const etag = await bucket.complete(file.target, uploadId, parts).catch(async (error: unknown) => {
    const there = isGone(error) ? await bucket.head(file.target) : null;
    if (there?.size === file.size && there.sha256 === file.sha256) return there.etag;
    return dropping(context, uploadId, () => Promise.reject(error));
  });
  await dropping(context, uploadId, () => seen(context, file, { etag, expected: etagOfParts(parts) }));
}

/** Of an upload that turns out to be spoiled nothing is gone on with: the file is begun anew. */
async function dropping<T>({ tell }: CopyContext, uploadId: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof BucketFault && error.code === 'delivery-changed')
      await tell({ step: 'dropped', uploadId });
    throw error;
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof BucketFault && error.message.includes('NoSuchUpload');

/**
 * Looks at the object that was written: it has the file's size, its ETag, and where the store makes ETags of MD5s (`expected`) the one
 * that its bytes have. A key that may not look is enough where that fits.
 */
async function seen(
  { bucket }: CopyContext,
  file: FileToCopy,
  { etag, expected }: { readonly etag: string; readonly expected: string | null },
): Promise<void> {
  const there = await bucket.head(file.target).catch((error: unknown) => {
    if (error instanceof BucketFault && error.code === 'delivery-forbidden') return 'unseen' as const;
    throw error;
  });
  if (there === 'unseen') {
    if (etag !== '' && etag === expected) return;
    throw new BucketFault('delivery-unseen');
  }
  const changed =
    there?.size !== file.size ||
    (etag !== '' && there.etag !== etag) ||
    (there.sha256 !== '' && there.sha256 !== file.sha256);
  if (changed) throw new BucketFault('delivery-changed', 'another size or checksum');
}

/** The bytes of a part, from `offset` on. */
async function readPart(
  { source, partBytes }: CopyContext,
  { key, size }: FileToCopy,
  offset: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Math.min(partBytes, size - offset);
  const object = await source.get(key, { range: { offset, length } });
  if (!object) throw new BucketFault('delivery-files-gone', 'a file is not in the bucket');
  const bytes = new Uint8Array(await object.arrayBuffer());
  if (bytes.byteLength !== length) throw new Error(`${bytes.byteLength} bytes of a part of ${length}`);
  return bytes;
}
