import { listMediaTypes } from './media-types.ts';
import type { RunBucket } from '../../../src/platform/bucket.ts';
import { readPage } from './page.ts';
import type { Cursor } from '../../../src/model/cursor.ts';
import type { EntryTotals, Scope } from '../../../src/records/source/source.ts';
import { readTotals } from './totals.ts';

/** Rows in D1, the texts that are too large for a row in R2. */
export interface D1Stores {
  readonly db: D1Database;
  readonly bucket: RunBucket;
}

/**
 * Records as tables in D1 hold them, which were the service's own before records were packed: the model that packed ones are held against
 * (`npm run histories`).
 */
export const d1Source = (stores: D1Stores) => ({
  totals: (scope: Scope) => readTotals(stores.db, scope),
  page: (scope: Scope, entry: EntryTotals, after: Cursor | null) => readPage(stores, { scope, entry, after }),
  lastChange: (ccid: string) => lastChange(stores.db, ccid),
  mediaTypes: (ccid: string) => listMediaTypes(stores.db, ccid),
});

async function lastChange(db: D1Database, ccid: string): Promise<number> {
  const row = await db
    .prepare('SELECT value FROM change_numbers WHERE ccid = ?1')
    .bind(ccid)
    .first<{ value: number }>();
  return row?.value ?? 0;
}
