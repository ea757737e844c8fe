import type { WrapKey } from '../../config/key-rings.ts';
import { Secret } from '../../config/secret.ts';
import { unwrap } from '../../config/wrap.ts';
import type {
  DeliveryLease,
  DeliveryMessage,
  DeliveryProtocol,
  DeliveryRefusal,
  LeftUpload,
} from '../../model/delivery-protocol.ts';
import type { Destination } from '../../model/destination.ts';
import type { Result } from '../../model/failures.ts';
import { FORMAT } from '../../model/protocol.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { invocation } from '../../platform/invocation.ts';
import { log } from '../../platform/log.ts';
import type { OutsideCall } from '../../platform/outside-fetch.ts';
import { copyFile, COPY_PART_BYTES, type CopyContext } from './copy-file.ts';
import { CustomerBucket } from './customer-bucket.ts';
import { BucketFault, deliveryFaultOf } from './fault.ts';

/** What delivering into customers' buckets needs; `src/index.ts` fills it from the bindings. */
export interface DeliveryContext {
  readonly bucket: Pick<RunBucket, 'get'>;
  readonly wrapKeys: readonly WrapKey[];
  readonly ask: OutsideCall;
  readonly job: DeliveryProtocol;
  readonly send: (message: DeliveryMessage) => Promise<void>;
  readonly now: () => number;
  /** A slice hands over after so long. */
  readonly sliceMs: number;
  /** Is told that the slice is still at work. */
  readonly held?: () => void;
  readonly partBytes?: number;
}

/** What a file takes at most before the next look at what is left: a few calls with every try, what R2 and the object are asked, and the hand-over. */
const A_STEP = { statements: 0, subrequests: 80 } as const;

/** What a secret is wrapped for. */
export const destinationContext = (ccid: string, { id }: Pick<Destination, 'id'>): string =>
  `destination/${ccid}/${id}`;

/** The lease is another's by now, or what was delivered ended meanwhile. */
class DeliveryLost extends Error {
  override readonly name = 'DeliveryLost';
}

/**
 * Carries out the slice of a delivery that a queue message names. Every fault ends in a word to the job's object, which decides when it is
 * tried again.
 */
export async function deliverSlice(context: DeliveryContext, message: DeliveryMessage): Promise<void> {
  if (message.runId === 0) return abortLeft(context, message);
  const granted = await context.job.leaseDelivery(message.runId);
  if (!granted.ok) return;
  const { token } = granted.value;
  try {
    if (await deliver(context, message, granted.value)) await handOn(context, message, granted.value);
  } catch (error) {
    if (error instanceof DeliveryLost) return;
    const code = deliveryFaultOf(error);
    log('bucket-delivery-failed', { ccid: message.ccid, run: message.runId, code, error });
    await context.job.deliveryTroubled(token, code);
  }
}

/** Copies file after file while the time lasts; answers whether there may be more to copy. */
async function deliver(
  context: DeliveryContext,
  { ccid }: DeliveryMessage,
  { token, destination, open, files, cutOff }: DeliveryLease,
): Promise<boolean> {
  const deadline = context.now() + context.sliceMs;
  const bucket = await openBucket(context, ccid, destination);
  const copying: CopyContext = {
    source: context.bucket,
    bucket,
    partBytes: context.partBytes ?? COPY_PART_BYTES,
    may: () => context.now() < deadline && invocation().has(A_STEP),
    tell: async (step) => {
      context.held?.();
      mustHold(await context.job.copied(token, step));
    },
  };
  const [first] = files;
  if (cutOff && first && !open) await abortStray(bucket, first.target);
  for (const file of files) {
    const own = open?.volume === file.volume ? open : null;
    if (!copying.may() || (await copyFile(copying, file, own)) === 'begun') return true;
  }
  return true;
}

/** Uploads that a consumer began and could tell nobody of. A key that may not list them leaves them to the bucket's own rules. */
async function abortStray(bucket: CustomerBucket, target: string): Promise<void> {
  try {
    for (const uploadId of await bucket.uploads(target)) await bucket.abort(target, uploadId);
  } catch (error) {
    if (!(error instanceof BucketFault)) throw error;
  }
}

/** Stops here. What is not delivered yet goes on with the next message; where that cannot be sent, with the alarm's. */
async function handOn(
  context: DeliveryContext,
  message: DeliveryMessage,
  { token }: DeliveryLease,
): Promise<void> {
  const gone = await context.job.letDeliveryGo(token);
  if (!gone.ok) return;
  const { ccid, jobId, runId } = message;
  try {
    await context.send({ format: FORMAT, kind: 'delivery', ccid, jobId, runId });
  } catch (error) {
    log('message-unsent', { ccid, run: runId, error });
  }
}

/** The bucket with its secret in the clear, for as long as it is spoken to. */
export async function openBucket(
  { wrapKeys, ask }: Pick<DeliveryContext, 'wrapKeys' | 'ask'>,
  ccid: string,
  destination: Destination,
): Promise<CustomerBucket> {
  try {
    const plain = await unwrap(wrapKeys, destinationContext(ccid, destination), destination.secret);
    return new CustomerBucket({ destination, secret: new Secret(new TextDecoder().decode(plain)), ask });
  } catch {
    // Its key is in WRAP_KEYS no more.
    throw new BucketFault('delivery-secret');
  }
}

/** Aborts uploads that nobody goes on with. What cannot be aborted is tried again by the next message. */
async function abortLeft(context: DeliveryContext, { ccid, jobId }: DeliveryMessage): Promise<void> {
  const gone: number[] = [];
  for (const left of await context.job.leftUploads()) {
    if (!invocation().has(A_STEP)) break;
    if (await aborted(context, ccid, left)) gone.push(left.id);
    else log('bucket-upload-left', { ccid, job: jobId });
  }
  if (gone.length > 0) await context.job.uploadsAborted(gone);
}

async function aborted(context: DeliveryContext, ccid: string, left: LeftUpload): Promise<boolean> {
  try {
    const bucket = await openBucket(context, ccid, left.destination);
    await bucket.abort(left.target, left.uploadId);
    return true;
  } catch {
    return false;
  }
}

function mustHold<T>(granted: Result<T, DeliveryRefusal>): T {
  if (!granted.ok) throw new DeliveryLost(`the delivery is ${granted.failure}`);
  return granted.value;
}
