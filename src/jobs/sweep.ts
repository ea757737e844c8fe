import type { Instant } from '../model/instant.ts';
import { expiredArtifacts, forgetArtifacts } from '../store/expiry.ts';

/** Artifacts removed at a time: R2 deletes 1,000 keys a call. */
const PAGE = 500;
/** Pages of one hour's sweep, so that it ends well within a cron's time; the next one goes on. */
const PAGES = 200;

/**
 * Deletes what has expired: the R2 object first, then the row, so that a sweep that is cut off leaves rows that the next one
 * finds. Reads each row that it deletes twice, and no other. Answers how many there were.
 */
export async function sweepExpired(
  { db, bucket }: { readonly db: D1Database; readonly bucket: R2Bucket },
  now: Instant,
): Promise<number> {
  let swept = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const expired = await expiredArtifacts(db, now, PAGE);
    if (!expired.last) break;
    await bucket.delete([...expired.keys]);
    await forgetArtifacts(db, expired.last);
    swept += expired.keys.length;
    if (expired.keys.length < PAGE) break;
  }
  return swept;
}
