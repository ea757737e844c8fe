import type { RunBucket } from '../platform/bucket.ts';

/** Where the embedded history lies: rows in D1, the texts that are too large for a row in R2. */
export interface HistoryStores {
  readonly db: D1Database;
  readonly bucket: RunBucket;
}
