import { listMediaTypes } from './media-types.ts';
import type { RunBucket } from '../../../src/platform/bucket.ts';
import { readPage } from './page.ts';
import type { RecordSource, Scope } from '../../../src/records/source/source.ts';
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
export const d1Source = (stores: D1Stores): RecordSource => ({
  totals: (scope) => readTotals(stores.db, scope),
  page: (scope, entry, after) => readPage(stores, { scope, entry, after }),
  lastChange: (ccid) => lastChange(stores.db, ccid),
  moved: (scope) => moved(stores.db, scope),
  mediaTypes: (ccid) => listMediaTypes(stores.db, ccid),
});

async function lastChange(db: D1Database, ccid: string): Promise<number> {
  const row = await db
    .prepare('SELECT value FROM change_numbers WHERE ccid = ?1')
    .bind(ccid)
    .first<{ value: number }>();
  return row?.value ?? 0;
}

/** Only documents move: contacts and their attributes have one entity type and no media. */
async function moved(db: D1Database, { ccid, type, attachments, changes }: Scope): Promise<boolean> {
  if (!changes || type === 'Contact' || !attachments) return false;
  const row = await db
    .prepare('SELECT 1 FROM change_numbers WHERE ccid = ?1 AND moved > ?2')
    .bind(ccid, changes.to)
    .first();
  return row !== null;
}
