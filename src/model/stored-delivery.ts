import { z } from 'zod';
import type { Destination } from './destination.ts';
import { BUCKET_DELIVERY_STATES, DELIVERY_FAULTS, isOver, type BucketDelivery } from './delivery.ts';

/** A destination as an object keeps it; its secret is wrapped. */
export const storedDestination: z.ZodType<Destination> = z.object({
  id: z.string(),
  endpoint: z.string(),
  bucket: z.string(),
  region: z.string(),
  prefix: z.string(),
  accessKeyId: z.string(),
  secret: z.string(),
});

const instant = z.int();
const count = z.int().nonnegative();
const delivery = z.object({
  format: z.literal(1),
  destination: storedDestination,
  prefix: z.string(),
  state: z.enum(BUCKET_DELIVERY_STATES),
  files: count,
  bytes: count,
  copied: z.object({ files: count, bytes: count, volume: count }),
  open: z
    .object({
      volume: count,
      target: z.string(),
      uploadId: z.string(),
      parts: z.array(z.object({ etag: z.string(), md5: z.string() })).readonly(),
    })
    .nullable(),
  attempt: count,
  held: z.boolean(),
  lost: z.boolean(),
  paused: z.boolean(),
  wakeAt: instant.nullable(),
  unanswered: count,
  faults: count,
  faultsSince: instant.nullable(),
  code: z.enum([...DELIVERY_FAULTS, '']),
  endedAt: instant.nullable(),
});

export function readDelivery(text: string): BucketDelivery {
  const { format: _, ...kept } = delivery.parse(JSON.parse(text));
  return kept;
}

/** As it is kept: of one that is over without the secret, which nobody needs any more. */
export const writeDelivery = (kept: BucketDelivery): string =>
  JSON.stringify({ format: 1, ...(isOver(kept) ? withoutSecret(kept) : kept) });

const withoutSecret = ({ destination, ...rest }: BucketDelivery): BucketDelivery => ({
  ...rest,
  destination: { ...destination, secret: '' },
});
