import type { RunBucket } from '../store/retry.ts';

/** R2 as the history uses it. */
export type TextBucket = RunBucket & Pick<R2Bucket, 'delete'>;

/** Where the embedded history lies: rows in D1, the texts that are too large for a row in R2. */
export interface HistoryStores {
  readonly db: D1Database;
  readonly bucket: TextBucket;
}
