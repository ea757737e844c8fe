import { and, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { secondFactors } from './schema-sessions.ts';
import type { UserKey } from './sessions.ts';

export type FactorRow = typeof secondFactors.$inferSelect;

const of = ({ ccid, userName }: UserKey) =>
  and(eq(secondFactors.ccid, ccid), eq(secondFactors.userName, userName));
const CHANGED = { ccid: secondFactors.ccid };

/** A user's second factor, begun or confirmed; or null. */
export async function findSecondFactor(db: D1Database, user: UserKey): Promise<FactorRow | null> {
  const row = await drizzle(db).select().from(secondFactors).where(of(user)).get();
  return row ?? null;
}

/** Begins a second factor, in the place of one that was begun before; false where there is a confirmed one. */
export async function beginSecondFactor(
  db: D1Database,
  { ccid, userName, secret, begunAt }: UserKey & { readonly secret: string; readonly begunAt: Instant },
): Promise<boolean> {
  const begun = await drizzle(db)
    .insert(secondFactors)
    .values({ ccid, userName, secret, begunAt })
    .onConflictDoUpdate({
      target: [secondFactors.ccid, secondFactors.userName],
      set: { secret, begunAt, lastStep: 0, tries: 0 },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning(CHANGED);
  return begun.length === 1;
}

/**
 * The second factor that was begun after `since`, with one try at it counted before anything is judged, so that guesses at the same moment
 * do not pass by each other; null where there is none, or `most` were tried.
 */
export async function tryBegunFactor(
  db: D1Database,
  user: UserKey,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<FactorRow | null> {
  const open = and(
    isNull(secondFactors.confirmedAt),
    gt(secondFactors.begunAt, since),
    lt(secondFactors.tries, most),
  );
  const [tried] = await drizzle(db)
    .update(secondFactors)
    .set({ tries: sql`${secondFactors.tries} + 1` })
    .where(and(of(user), open))
    .returning();
  return tried ?? null;
}

/** Confirms the second factor that was begun with `secret`; false where it is another one meanwhile. */
export async function confirmSecondFactor(
  db: D1Database,
  { ccid, userName, secret }: FactorRow,
  change: { readonly confirmedAt: Instant; readonly lastStep: number; readonly recovery: readonly string[] },
): Promise<boolean> {
  const confirmed = await drizzle(db)
    .update(secondFactors)
    .set(change)
    .where(and(of({ ccid, userName }), eq(secondFactors.secret, secret), isNull(secondFactors.confirmedAt)))
    .returning(CHANGED);
  return confirmed.length === 1;
}

/** Spends the code of a time step; false where one of that step, or of a later one, was spent before. `secret` is kept as it is wrapped now. */
export async function spendStep(
  db: D1Database,
  user: UserKey,
  { step, secret }: { readonly step: number; readonly secret: string },
): Promise<boolean> {
  const spent = await drizzle(db)
    .update(secondFactors)
    .set({ lastStep: step, secret })
    .where(and(of(user), isNotNull(secondFactors.confirmedAt), lt(secondFactors.lastStep, step)))
    .returning(CHANGED);
  return spent.length === 1;
}

/** Spends a recovery code by its hash; false where there is no such, or it was spent before. */
export async function spendRecoveryCode(db: D1Database, user: UserKey, hash: string): Promise<boolean> {
  const left = sql`(SELECT json_group_array(value) FROM json_each(${secondFactors.recovery}) WHERE value <> ${hash})`;
  const holds = sql`EXISTS (SELECT 1 FROM json_each(${secondFactors.recovery}) WHERE value = ${hash})`;
  const spent = await drizzle(db)
    .update(secondFactors)
    .set({ recovery: left })
    .where(and(of(user), holds))
    .returning(CHANGED);
  return spent.length === 1;
}

/** Puts other recovery codes, by their hashes, in the place of those that are left; false where they are not those of `before` any more, or the second factor is another one. */
export async function replaceRecoveryCodes(
  db: D1Database,
  before: FactorRow,
  recovery: readonly string[],
): Promise<boolean> {
  const replaced = await drizzle(db)
    .update(secondFactors)
    .set({ recovery })
    .where(
      and(
        of(before),
        sql`${secondFactors.confirmedAt} IS ${before.confirmedAt}`,
        sql`json(${secondFactors.recovery}) = json(${JSON.stringify(before.recovery)})`,
      ),
    )
    .returning(CHANGED);
  return replaced.length === 1;
}

/** Removes a user's second factor, begun or confirmed; false where there was none. */
export async function removeSecondFactor(db: D1Database, user: UserKey): Promise<boolean> {
  const removed = await drizzle(db).delete(secondFactors).where(of(user)).returning(CHANGED);
  return removed.length === 1;
}
