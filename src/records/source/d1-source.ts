import { readPage } from './page.ts';
import type { HistorySource, Scope } from './source.ts';
import type { HistoryStores } from '../stores.ts';
import { readTotals } from './totals.ts';

/** The embedded history: the service's own tables in D1 and texts in R2, filled by import. */
export const d1Source = (stores: HistoryStores): HistorySource => ({
  totals: (scope) => readTotals(stores.db, scope),
  page: (scope, part, after) => readPage(stores, { scope, part, after }),
  lastChange: (ccid) => lastChange(stores.db, ccid),
  moved: (scope) => moved(stores.db, scope),
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
