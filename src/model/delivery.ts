import type { Destination } from './destination.ts';
import type { FailureCode } from './failure-codes.ts';
import type { Instant } from './instant.ts';
import { nextTry } from './webhook.ts';

/*
 * The copying of a Finished run's files into the customer's bucket, as the job's object keeps it. Files go one after the other, by
 * their volumes; of the one that is under way it is kept which parts are there, so that whoever comes next goes on with the next one.
 */

export const BUCKET_DELIVERY_STATES = ['waiting', 'delivering', 'delivered', 'failed', 'ended'] as const;
/** `waiting`: for its first try, or for the next one. `ended`: there is nothing to copy any more, or nowhere to copy it to. */
export type BucketDeliveryState = (typeof BUCKET_DELIVERY_STATES)[number];

/** Why a delivery failed, or waits: codes of `failure-codes.ts`, where the words hang. */
export const DELIVERY_FAULTS = [
  'delivery-private',
  'delivery-away',
  'delivery-redirected',
  'delivery-key',
  'delivery-forbidden',
  'delivery-no-bucket',
  'delivery-refused',
  'delivery-changed',
  'delivery-unseen',
  'delivery-secret',
  'delivery-interrupted',
  'delivery-files-gone',
  'delivery-no-destination',
] as const satisfies readonly FailureCode[];
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** A part that the customer's bucket has: its ETag there, and its MD5, hex. */
export interface CopiedPart {
  readonly etag: string;
  readonly md5: string;
}

/** The upload of one file that is under way: its first parts are there, all of the same size. */
export interface OpenCopy {
  readonly volume: number;
  /** The object's name. */
  readonly target: string;
  readonly uploadId: string;
  readonly parts: readonly CopiedPart[];
}

/** What is copied: files, their bytes, and up to which volume. */
export interface Copied {
  readonly files: number;
  readonly bytes: number;
  readonly volume: number;
}

export interface BucketDelivery {
  readonly destination: Destination;
  /** What the objects' names begin with. */
  readonly prefix: string;
  readonly state: BucketDeliveryState;
  readonly files: number;
  readonly bytes: number;
  readonly copied: Copied;
  readonly open: OpenCopy | null;
  /** Grows with every lease: who holds another one is late. */
  readonly attempt: number;
  readonly held: boolean;
  /** Whether the last one who held it never said how that ended: an upload that nobody knows of may be open. */
  readonly lost: boolean;
  /** Whether it waits for its pause after a fault to end. */
  readonly paused: boolean;
  /** When the alarm has it gone on with; null once it is over. */
  readonly wakeAt: Instant | null;
  /** Messages sent that nobody answered. */
  readonly unanswered: number;
  /** Faults in a row without anything copied between them, and since when. */
  readonly faults: number;
  readonly faultsSince: Instant | null;
  /** The last fault; "" after something was copied. */
  readonly code: DeliveryFault | '';
  readonly endedAt: Instant | null;
}

/** A part takes a minute at most, and is told as soon as it is there. */
const LEASE_MS = 90_000;
const RESEND_MS = 15_000;
const RESEND_MAX_MS = 600_000;

/** What there is to copy, and where. */
export type NewDelivery = Pick<BucketDelivery, 'destination' | 'prefix' | 'files' | 'bytes'>;

const NOTHING = { files: 0, bytes: 0, volume: 0 } as const;
const UNTROUBLED = { faults: 0, faultsSince: null, code: '' } as const;

export const newDelivery = (asked: NewDelivery, now: Instant): BucketDelivery => ({
  ...asked,
  state: 'waiting',
  copied: NOTHING,
  open: null,
  attempt: 0,
  held: false,
  lost: false,
  paused: false,
  wakeAt: now,
  unanswered: 0,
  ...UNTROUBLED,
  endedAt: null,
});

export const isOver = ({ state }: Pick<BucketDelivery, 'state'>): boolean =>
  state === 'delivered' || state === 'failed' || state === 'ended';

/** Goes to a consumer; null where it is over, another one holds it, or its pause is not. */
export function leasedDelivery(delivery: BucketDelivery, now: Instant): BucketDelivery | null {
  const { wakeAt, held, paused } = delivery;
  if (isOver(delivery) || wakeAt === null) return null;
  if ((held || paused) && wakeAt > now) return null;
  const attempt = delivery.attempt + 1;
  const lost = delivery.lost || held;
  const taken = { attempt, held: true, lost, paused: false, wakeAt: now + LEASE_MS, unanswered: 0 };
  return { ...delivery, state: 'delivering', ...taken };
}

/** Whether `attempt` still holds it: the fence that every word of a consumer passes. */
export const holdsDelivery = ({ held, attempt }: BucketDelivery, of: number): boolean =>
  held && attempt === of;

/** Something was copied, or is about to be: the lease holds anew. */
const advancedDelivery = (delivery: BucketDelivery, now: Instant): BucketDelivery => ({
  ...delivery,
  ...UNTROUBLED,
  lost: false,
  wakeAt: now + LEASE_MS,
});

/** An upload was begun. That is nothing copied yet. */
export const copyOpened = (delivery: BucketDelivery, open: OpenCopy, now: Instant): BucketDelivery => ({
  ...delivery,
  open,
  lost: false,
  wakeAt: now + LEASE_MS,
});

/** Another part is there. */
export const partCopied = (delivery: BucketDelivery, part: CopiedPart, now: Instant): BucketDelivery => {
  const { open } = delivery;
  if (!open) return delivery;
  return advancedDelivery({ ...delivery, open: { ...open, parts: [...open.parts, part] } }, now);
};

/** A file is there, and was seen in its whole size. The last one makes it delivered. */
export function fileCopied(
  delivery: BucketDelivery,
  { volume, size }: { readonly volume: number; readonly size: number },
  now: Instant,
): BucketDelivery {
  const { copied } = delivery;
  // Told again, because the answer was lost.
  if (volume <= copied.volume) return delivery;
  const next = { files: copied.files + 1, bytes: copied.bytes + size, volume };
  const on = advancedDelivery({ ...delivery, copied: next, open: null }, now);
  return next.files < delivery.files ? on : overDelivery(on, 'delivered', now);
}

/** The upload that was under way is no more: its file is begun anew. */
export const copyDropped = (delivery: BucketDelivery): BucketDelivery => ({ ...delivery, open: null });

/** A consumer stops here, and sends the next message. */
export const letDeliveryGo = (delivery: BucketDelivery, now: Instant): BucketDelivery => ({
  ...delivery,
  held: false,
  wakeAt: now + RESEND_MS,
});

/** A fault: the next try follows after a pause that grows, as a webhook's; after a day without anything copied it has failed. */
export function troubledDelivery(
  delivery: BucketDelivery,
  code: DeliveryFault,
  now: Instant,
): BucketDelivery {
  const faults = delivery.faults + 1;
  const faultsSince = delivery.faultsSince ?? now;
  const next = nextTry({ tries: faults, firstTriedAt: faultsSince }, now);
  const troubled = { ...delivery, code, faults, faultsSince, held: false };
  return next === null
    ? overDelivery(troubled, 'failed', now)
    : { ...troubled, state: 'waiting', paused: true, wakeAt: next };
}

/** It is over; what is left open of it is another's to abort. */
export const overDelivery = (
  delivery: BucketDelivery,
  state: 'delivered' | 'failed' | 'ended',
  now: Instant,
): BucketDelivery => ({ ...delivery, state, held: false, paused: false, wakeAt: null, endedAt: now });

/** Its message was sent (again); if nobody answers, the next one follows after twice the time. */
export const deliverySent = (delivery: BucketDelivery, now: Instant): BucketDelivery => ({
  ...delivery,
  held: false,
  lost: delivery.lost || delivery.held,
  paused: false,
  unanswered: Math.min(delivery.unanswered + 1, 8),
  wakeAt: now + Math.min(RESEND_MS * 2 ** delivery.unanswered, RESEND_MAX_MS),
});

/** Begins once more at another place, or at the same one after it failed. */
export const deliveredAnew = (
  delivery: BucketDelivery,
  place: Pick<BucketDelivery, 'destination' | 'prefix'>,
  now: Instant,
): BucketDelivery => ({
  ...newDelivery({ ...place, files: delivery.files, bytes: delivery.bytes }, now),
  // No two consumers ever share an attempt.
  attempt: delivery.attempt,
});
