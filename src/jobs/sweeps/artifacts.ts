import type { Instant } from '../../model/instant.ts';
import { invocation } from '../../platform/invocation.ts';
import { TRIES } from '../../platform/retry.ts';
import { expiredArtifacts, forgetArtifacts } from '../../store/expired-artifacts.ts';

/** Artifacts removed at a time: R2 deletes 1,000 keys a call. */
const PAGE = 500;
/** Pages of one hour's sweep, so that it ends well within a cron's time; the next one goes on. */
const PAGES = 200;
/** For another page: which they are, and that they are gone. */
const A_PAGE = { statements: 2 * TRIES, subrequests: 3 * TRIES };

/**
 * Deletes what has expired: the R2 object first, then the row, so that a sweep that is cut off leaves rows that the next one
 * finds. Answers how many there were.
 *
 * Each deleted row is read twice and no other row is, but for one a page: 20,020 rows_read for 10,000 artifacts. D1 counts
 * every row that a condition meets, so once would need one statement that deletes and answers the keys. That costs more
 * (rows_read for 1,000 rows: SELECT by the index 1,000, DELETE by a bound of the index 1,001, of the rowid 1,001, DELETE by a
 * list of rowids 2,000, DELETE … RETURNING 3,001, DELETE by keys in json_each 5,000), and would take the row before the object.
 * Keys packed into rows of their own would save the one read for a second row written, which D1 sells at 1,000 times the price.
 */
export async function sweepExpired(
  { db, bucket }: { readonly db: D1Database; readonly bucket: R2Bucket },
  now: Instant,
): Promise<number> {
  let swept = 0;
  for (let page = 0; page < PAGES && invocation().has(A_PAGE); page += 1) {
    const expired = await expiredArtifacts(db, now, PAGE);
    if (!expired.last) break;
    await bucket.delete([...expired.keys]);
    await forgetArtifacts(db, expired.last);
    swept += expired.keys.length;
    if (expired.keys.length < PAGE) break;
  }
  return swept;
}
