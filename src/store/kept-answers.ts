import { and, count, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { inRequest } from '../platform/database.ts';
import { keptAnswers } from './schema-answers.ts';

/** What is known of a request that came with a key. */
export type KeptAnswer = Omit<typeof keptAnswers.$inferSelect, 'ccid'>;
/** Which one it is, and who asks. */
export type Claimed = Pick<KeptAnswer, 'id' | 'claim'>;

const which = (ccid: string, id: string) => and(eq(keptAnswers.ccid, ccid), eq(keptAnswers.id, id));
const held = (ccid: string, { id, claim }: Claimed) => and(which(ccid, id), eq(keptAnswers.claim, claim));

/**
 * Claims a key that is new, or whose last claim has ended without an answer; answers what is known of it: it is the caller's where it
 * has the caller's `claim`. `among` counts what the contact center has, to `most` and one. Repeated where the answer is lost, which is
 * the same.
 */
export async function claimKey(
  d1: D1Database,
  ccid: string,
  asked: Omit<KeptAnswer, 'firstId' | 'status' | 'body'>,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<{ readonly known: KeptAnswer; readonly among: number }> {
  const db = drizzle(d1);
  const { id, claim, busyUntil } = asked;
  const some = db
    .select({ id: keptAnswers.id })
    .from(keptAnswers)
    .where(eq(keptAnswers.ccid, ccid))
    .limit(most + 1);
  const [, , [known], [counted]] = await inRequest(() =>
    db.batch([
      db.delete(keptAnswers).where(and(which(ccid, id), lte(keptAnswers.expiresAt, now))),
      db
        .insert(keptAnswers)
        .values({ ccid, ...asked })
        .onConflictDoUpdate({
          target: [keptAnswers.ccid, keptAnswers.id],
          set: { claim, busyUntil },
          setWhere: sql`fingerprint = excluded.fingerprint AND status IS NULL AND busy_until <= ${now}`,
        }),
      db.select().from(keptAnswers).where(which(ccid, id)),
      db.select({ among: count() }).from(some.as('some')),
    ]),
  );
  if (!known || !counted) throw new Error('a claimed key is not there');
  return { known, among: counted.among };
}

/** Keeps which ids were drawn for a key in the place of `before`; answers those that are kept, another's who came first. */
export async function keepFirstId(
  d1: D1Database,
  ccid: string,
  { id, before, drawn }: { readonly id: string; readonly before: number | null; readonly drawn: number },
): Promise<number> {
  const db = drizzle(d1);
  const same = before === null ? isNull(keptAnswers.firstId) : eq(keptAnswers.firstId, before);
  const [, [row]] = await inRequest(() =>
    db.batch([
      db
        .update(keptAnswers)
        .set({ firstId: drawn })
        .where(and(which(ccid, id), same)),
      db.select({ firstId: keptAnswers.firstId }).from(keptAnswers).where(which(ccid, id)),
    ]),
  );
  return row?.firstId ?? drawn;
}

/** Keeps the answer to a request, unless there is one. */
export async function keepAnswer(
  d1: D1Database,
  ccid: string,
  { id, status, body }: { readonly id: string; readonly status: number; readonly body: string },
): Promise<void> {
  const open = and(which(ccid, id), isNull(keptAnswers.status));
  await inRequest(() => drizzle(d1).update(keptAnswers).set({ status, body }).where(open).run());
}

/** Ends a claim without an answer: whoever comes next goes on with what was drawn. */
export async function endClaim(d1: D1Database, ccid: string, claimed: Claimed): Promise<void> {
  const open = and(held(ccid, claimed), isNull(keptAnswers.status));
  await inRequest(() => drizzle(d1).update(keptAnswers).set({ busyUntil: 0 }).where(open).run());
}

/** Forgets a key by which nothing was made. */
export async function forgetKey(d1: D1Database, ccid: string, claimed: Claimed): Promise<void> {
  await inRequest(() => drizzle(d1).delete(keptAnswers).where(held(ccid, claimed)).run());
}

/** Forgets `limit` answers whose day is over; answers how many there were. The clock's own, for every center. */
export async function forgetAnswers(d1: D1Database, now: Instant, limit: number): Promise<number> {
  const db = drizzle(d1);
  const over = db
    .select({ rowid: sql`rowid` })
    .from(keptAnswers)
    .where(lte(keptAnswers.expiresAt, now))
    .limit(limit);
  const { meta } = await db
    .delete(keptAnswers)
    .where(inArray(sql`rowid`, over))
    .run();
  return meta.changes;
}
