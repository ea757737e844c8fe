import type { RunBucket } from '../platform/bucket.ts';

/** Where the embedded records lie: rows in D1, the texts that are too large for a row in R2. */
export interface RecordStores {
  readonly db: D1Database;
  readonly bucket: RunBucket;
}
