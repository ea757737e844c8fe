import { readPage } from './page.ts';
import type { HistorySource } from './source.ts';
import { readTotals } from './totals.ts';

/** The embedded history: the service's own tables in D1, filled by import. */
export const d1Source = (db: D1Database): HistorySource => ({
  totals: (scope) => readTotals(db, scope),
  page: (scope, part, after) => readPage(db, { scope, part, after }),
});
