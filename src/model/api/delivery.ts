import { z } from 'zod';
import { BUCKET_DELIVERY_STATES, DELIVERY_FAULTS } from '../delivery.ts';
import { ApiText } from './job-request.ts';

const whole = z.number().int().nonnegative();

/** Where a job's files are copied to, as it is asked for; without a secret the one on file is kept. */
export const DestinationRequest = z.object({
  endpoint: ApiText,
  bucket: ApiText,
  region: ApiText.optional(),
  prefix: ApiText.optional(),
  accessKeyId: ApiText,
  secretAccessKey: ApiText.optional(),
});
export type DestinationRequest = Readonly<z.infer<typeof DestinationRequest>>;

/** The same as it is answered: nothing ever shows the secret. */
export const DestinationView = z.object({
  endpoint: z.string(),
  bucket: z.string(),
  region: z.string(),
  prefix: z.string(),
  accessKeyId: z.string(),
});
export type DestinationView = Readonly<z.infer<typeof DestinationView>>;

/** How far a run's files are on their way into the customer's bucket. */
export const BucketDeliveryView = z.object({
  state: z.enum(BUCKET_DELIVERY_STATES),
  /** Why it waits, failed or ended; "" where nothing is wrong. */
  code: z.enum([...DELIVERY_FAULTS, '']),
  endpoint: z.string(),
  bucket: z.string(),
  prefix: z.string(),
  files: whole,
  filesDelivered: whole,
  bytes: whole,
  bytesDelivered: whole,
  nextTryAt: z.string(),
  endedAt: z.string(),
});
export type BucketDeliveryView = Readonly<z.infer<typeof BucketDeliveryView>>;
