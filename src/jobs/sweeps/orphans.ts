import { orphanedTexts } from '../../records/erasure/orphaned-texts.ts';
import type { RecordStores } from '../../records/stores.ts';
import type { Instant } from '../../model/instant.ts';
import { invocation } from '../../platform/invocation.ts';
import { TRIES } from '../../platform/retry.ts';
import { ARTIFACTS, ORPHAN_AGE_MS, PREPARED, TAILS, TEXTS } from '../../store/object-keys.ts';
import { orphanedKeys, rememberSweep, sweptUntil } from '../../store/orphans.ts';

/** Pages of 1,000 keys looked at below a prefix in one hour; the next hour goes on where this one stopped. */
const PAGES = 20;
/** For another page: two questions, and a word on where the sweep stopped. */
const A_PAGE = { statements: 3 * TRIES, subrequests: 5 * TRIES };

/** What a sweep of R2 works on. */
interface Swept {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  readonly texts: Pick<RecordStores, 'storeOf'>;
}

const ofNoRun = ({ db }: Swept, keys: readonly string[]) => orphanedKeys(db, keys);

/** What lies where, and who tells which of it nobody names. */
const SWEPT = [
  { prefix: ARTIFACTS, orphansAmong: ofNoRun },
  { prefix: TAILS, orphansAmong: ofNoRun },
  { prefix: PREPARED, orphansAmong: ofNoRun },
  { prefix: TEXTS, orphansAmong: ({ texts }: Swept, keys: readonly string[]) => orphanedTexts(texts, keys) },
] as const;

/**
 * Removes objects that a crash left behind: older than an hour, named by no row, and of no run in progress where they are of
 * one. What a run knows of, its job's object removes itself; this finds what nobody knows of. Answers how many.
 */
export async function sweepOrphans(context: Swept, now: Instant): Promise<number> {
  let removed = 0;
  for (const [at, { prefix, orphansAmong }] of SWEPT.entries()) {
    const own = invocation().part(1 / (SWEPT.length - at));
    removed += await own.run(() => sweepPrefix(context, now, { prefix, orphansAmong }));
  }
  return removed;
}

/** The same of one prefix. */
async function sweepPrefix(
  context: Swept,
  now: Instant,
  { prefix, orphansAmong }: (typeof SWEPT)[number],
): Promise<number> {
  const { db, bucket } = context;
  let removed = 0;
  let startAfter = await sweptUntil(db, prefix);
  for (let page = 0; page < PAGES && invocation().has(A_PAGE); page += 1) {
    const listed = await bucket.list({ prefix, ...(startAfter ? { startAfter } : {}) });
    const old = listed.objects.filter(({ uploaded }) => uploaded.getTime() < now - ORPHAN_AGE_MS);
    const orphans = await orphansAmong(
      context,
      old.map(({ key }) => key),
    );
    if (orphans.length > 0) await bucket.delete([...orphans]);
    removed += orphans.length;
    startAfter = listed.truncated ? (listed.objects.at(-1)?.key ?? '') : '';
    await rememberSweep(db, prefix, startAfter);
    if (!startAfter) break;
  }
  return removed;
}
