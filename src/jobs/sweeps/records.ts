import { recordCenters, removeOlder } from '../../records/erasure/erase-contact.ts';
import type { RecordStores } from '../../records/stores.ts';
import { DAY_MS, type Instant } from '../../model/instant.ts';

/** Statements, of 1,000 records each, that remove records of one contact center in one hour. */
const STATEMENTS = 200;

/** Removes imported records older than `days`; null keeps them for good. Answers how many. */
export async function sweepRecords(stores: RecordStores, now: Instant, days: number | null): Promise<number> {
  if (days === null) return 0;
  let removed = 0;
  for (const ccid of await recordCenters(stores.db))
    removed += await removeOlder(stores, ccid, { before: now - days * DAY_MS, statements: STATEMENTS });
  return removed;
}
