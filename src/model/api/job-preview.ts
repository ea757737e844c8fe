import { z } from 'zod';
import { ApiWarning, HeldEntity } from './job-info.ts';

const count = z.number().int().nonnegative();

/** How long a run would take, and what it would cost (`run-price.ts`). */
export const Foretold = z.object({
  minutes: z.number().nonnegative().nullable(),
  dollars: z.number().nonnegative(),
  /** When the prices were last compared, `YYYY-MM-DD`. */
  pricesOf: z.string(),
  exact: z.boolean(),
});

/** What a job would hold if it ran now, entry by entry: what `?dryRun=true` answers in the place of the job. */
export const JobPreview = z.object({
  /** Lines of all data entries: records, their documents and contact attributes. */
  records: count,
  /** Bytes of these lines, before compression. */
  bytes: count,
  /** False where `records` and `bytes` are the most that it could be. */
  exact: z.boolean(),
  entities: z.array(HeldEntity).readonly(),
  /** Files, at most: what compression saves is not known beforehand. */
  volumes: count,
  estimate: Foretold,
  nextStarts: z.array(z.string()).readonly(),
  warnings: z.array(ApiWarning).readonly().optional(),
});
export type JobPreview = Readonly<z.infer<typeof JobPreview>>;
