import { historyCenters, removeOlder } from '../../records/erasure/erase-contact.ts';
import type { HistoryStores } from '../../records/stores.ts';
import { DAY_MS, type Instant } from '../../model/instant.ts';

/** Pages of 1,000 records removed of one contact center in one hour. */
const PAGES = 200;

/** Removes imported records older than `days`; null keeps them for good. Answers how many. */
export async function sweepHistory(
  stores: HistoryStores,
  now: Instant,
  days: number | null,
): Promise<number> {
  if (days === null) return 0;
  let removed = 0;
  for (const ccid of await historyCenters(stores.db))
    removed += await removeOlder(stores, ccid, { before: now - days * DAY_MS, pages: PAGES });
  return removed;
}
