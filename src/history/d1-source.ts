import { readPage } from './page.ts';
import type { HistorySource } from './source.ts';
import { readTotals } from './totals.ts';

/** The embedded history: the service's own tables in D1, filled by import. */
export const d1Source = (db: D1Database): HistorySource => ({
  totals: (scope) => readTotals(db, scope),
  page: (scope, part, after) => readPage(db, { scope, part, after }),
  lastChange: (ccid) => lastChange(db, ccid),
});

async function lastChange(db: D1Database, ccid: string): Promise<number> {
  const row = await db
    .prepare('SELECT value FROM change_numbers WHERE ccid = ?1')
    .bind(ccid)
    .first<{ value: number }>();
  return row?.value ?? 0;
}
