import { z } from 'zod';
import { DELIVERY_FAULTS, type OpenCopy } from './delivery.ts';
import type { Destination } from './destination.ts';
import type { Result } from './failures.ts';
import { FORMAT } from './protocol.ts';

/*
 * What a job's object and whoever copies its files say to each other. Every call may come twice; one of a consumer that lost its lease is
 * answered `late`.
 */

/** A queue message: go on with the delivery of a run's files; of run 0, abort what was left open. Comes at least once. */
export const deliveryMessage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('delivery'),
  ccid: z.string().min(1),
  jobId: z.int().positive(),
  runId: z.int().nonnegative(),
});
export type DeliveryMessage = Readonly<z.infer<typeof deliveryMessage>>;

/** Who may tell of a delivery. */
export const deliveryToken = z.object({ runId: z.int().positive(), attempt: z.int().positive() });
export type DeliveryToken = Readonly<z.infer<typeof deliveryToken>>;

/** A file that is to be copied. */
export interface FileToCopy {
  readonly volume: number;
  /** Its key in the service's own bucket. */
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  /** The object's name in the customer's bucket. */
  readonly target: string;
}

/** Work on a run's delivery: the next files, in their order, of which the first may be under way. */
export interface DeliveryLease {
  readonly token: DeliveryToken;
  readonly destination: Destination;
  readonly open: OpenCopy | null;
  readonly files: readonly FileToCopy[];
  /** Whether somebody held it before and never said how it ended: an upload that nobody knows of may be open. */
  readonly cutOff: boolean;
}

/** An upload that is of no more use, at a place where it was begun. */
export interface LeftUpload {
  readonly id: number;
  readonly destination: Destination;
  readonly target: string;
  readonly uploadId: string;
}

/** A secret as it is wrapped, and the id of its destination, to which what wraps it is bound. */
export type WrappedSecret = Pick<Destination, 'id' | 'secret'>;

export const rewrappedSecret = z.object({ secret: z.string().min(1), becomes: z.string().min(1) });
/** A wrapped secret, and what takes its place. */
export type RewrappedSecret = Readonly<z.infer<typeof rewrappedSecret>>;

const openedCopy = z.object({
  step: z.literal('opened'),
  volume: z.int().positive(),
  target: z.string().min(1).max(1_100),
  uploadId: z.string().min(1).max(2_000),
});
const copiedPart = z.object({
  step: z.literal('part'),
  uploadId: z.string(),
  /** Which one it is, from 1. */
  part: z.int().positive(),
  etag: z.string().max(200),
  md5: z.string().regex(/^[0-9a-f]{32}$/),
});
const copiedFile = z.object({
  step: z.literal('file'),
  volume: z.int().positive(),
  size: z.int().nonnegative(),
});
/** The upload is gone, or what came of it was removed. */
const dropped = z.object({ step: z.literal('dropped'), uploadId: z.string() });

export const deliveryStep = z.discriminatedUnion('step', [openedCopy, copiedPart, copiedFile, dropped]);
export type DeliveryStep = Readonly<z.infer<typeof deliveryStep>>;

export const deliveryFault = z.enum(DELIVERY_FAULTS);

/** Why the object refuses: it is over, another one holds it or it waits (`held`), or the lease is another's by now. */
export type DeliveryRefusal = 'ended' | 'held' | 'late';

export interface DeliveryProtocol {
  leaseDelivery(runId: number): Promise<Result<DeliveryLease, DeliveryRefusal>>;
  /** Tells what was done, and renews the lease. */
  copied(token: DeliveryToken, step: DeliveryStep): Promise<Result<null, DeliveryRefusal>>;
  /** Stops here; whoever asks sends the next message. */
  letDeliveryGo(token: DeliveryToken): Promise<Result<null, DeliveryRefusal>>;
  deliveryTroubled(
    token: DeliveryToken,
    code: z.infer<typeof deliveryFault>,
  ): Promise<Result<null, DeliveryRefusal>>;
  /** What is to be aborted. */
  leftUploads(): Promise<readonly LeftUpload[]>;
  /** These are gone. */
  uploadsAborted(ids: readonly number[]): Promise<void>;
}
