import type { DeliveryFault } from '../../model/delivery.ts';
import { filledPrefix, type Destination } from '../../model/destination.ts';
import type { Instant } from '../../model/instant.ts';
import { openBucket, type DeliveryContext } from './deliver.ts';
import { BucketFault, deliveryFaultOf } from './fault.ts';

/** What came of a test: `object` was written and looked at, or `code` says why not; `removed`, whether it is gone again. */
export interface TriedDestination {
  readonly works: boolean;
  readonly code: DeliveryFault | '';
  readonly object: string;
  readonly removed: boolean;
}

const TEXT = 'A test of whether files can be delivered here. It may be deleted.\n';

/** Writes a small object where files would go, looks at it and removes it; tells what came of it, whatever that is. */
export async function tryDestination(
  context: Pick<DeliveryContext, 'wrapKeys' | 'ask'>,
  destination: Destination,
  { ccid, job, now }: { readonly ccid: string; readonly job: number; readonly now: Instant },
): Promise<TriedDestination> {
  const prefix = filledPrefix(destination.prefix, { ccid, job, run: 0, at: now });
  const object = `${prefix}test-${crypto.randomUUID()}.txt`;
  const failed = (error: unknown, removed: boolean): TriedDestination => {
    // A defect is no answer of the bucket's.
    const code = deliveryFaultOf(error);
    if (code === 'delivery-interrupted') throw error;
    return { works: false, code, object, removed };
  };
  const body = Uint8Array.from(Buffer.from(TEXT));
  const bucket = await openBucket(context, ccid, destination).catch((error: unknown) => failed(error, true));
  if ('works' in bucket) return bucket;
  try {
    await bucket.put(object, body, '');
  } catch (error) {
    return failed(error, true);
  }
  const seen = await bucket.head(object).then(
    (there) => (there?.size === body.byteLength ? null : new BucketFault('delivery-changed')),
    (error: unknown) => (isForbidden(error) ? new BucketFault('delivery-unseen') : error),
  );
  const removed = await bucket.remove(object).then(
    () => true,
    () => false,
  );
  return seen === null ? { works: true, code: '', object, removed } : failed(seen, removed);
}

const isForbidden = (error: unknown): boolean =>
  error instanceof BucketFault && error.code === 'delivery-forbidden';
