import { removeOlder } from '../../records/erasure/remove-older.ts';
import type { RecordStores } from '../../records/stores.ts';
import { DAY_MS, type Instant } from '../../model/instant.ts';
import { invocation } from '../../platform/invocation.ts';
import { rememberSweep, sweptUntil } from '../../store/orphans.ts';
import { recordCenters } from '../../store/record-centers.ts';

/** The row of `sweeps` that names the contact center after which the next sweep begins. */
const PLACE = 'records';
/** Contact centers asked for at a time. */
const CENTERS = 500;
/** For another contact center: calls of its two stores, the next page, and a word on where the sweep stopped. */
const A_CENTER = { statements: 5, subrequests: 20 };

/**
 * Removes imported records older than `days`; null keeps them for good. Answers how many. Goes through all contact centers that
 * had some, each hour from where the one before stopped, and begins anew at the end.
 */
export async function sweepRecords(stores: RecordStores, now: Instant, days: number | null): Promise<number> {
  if (days === null) return 0;
  const before = now - days * DAY_MS;
  let removed = 0;
  let after = await sweptUntil(stores.db, PLACE);
  for (;;) {
    const centers = await recordCenters(stores.db, after, CENTERS);
    const swept = await sweepCenters(stores, centers, before);
    removed += swept.removed;
    const last = centers[swept.centers - 1] ?? after;
    const ended = swept.centers === centers.length;
    after = ended && centers.length < CENTERS ? '' : last;
    if (!ended || after === '') break;
  }
  await rememberSweep(stores.db, PLACE, after);
  return removed;
}

/** How many of these contact centers were swept to the end, before the invocation had no more statements. */
async function sweepCenters(
  stores: RecordStores,
  centers: readonly string[],
  before: Instant,
): Promise<{ readonly removed: number; readonly centers: number }> {
  let removed = 0;
  for (const [at, ccid] of centers.entries()) {
    if (!invocation().has(A_CENTER)) return { removed, centers: at };
    const some = await removeOlder(stores, ccid, before);
    removed += some.removed;
    if (!some.all) return { removed, centers: at };
  }
  return { removed, centers: centers.length };
}
