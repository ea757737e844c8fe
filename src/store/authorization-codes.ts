import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { asColumns } from './as-columns.ts';
import type { TokenFamily } from './refresh-tokens.ts';
import { users } from './schema-access.ts';
import { authorizationCodes } from './schema-oauth.ts';
import { sessions, tokenFamilies } from './schema-sessions.ts';

/** What was agreed to when a code was given. */
export type AuthorizationCode = typeof authorizationCodes.$inferSelect;

/**
 * Keeps a new code, which a user gave in a browser session; false where that session has ended meanwhile, as it does with another password
 * or second factor, or the user is disabled: codes from before have ended then, and this one would be left.
 */
export async function saveCode(
  db: D1Database,
  code: Omit<AuthorizationCode, 'familyId'>,
  sessionId: string,
): Promise<boolean> {
  const d1 = drizzle(db);
  const { ccid, userName } = code;
  const session = and(eq(sessions.id, sessionId), eq(sessions.ccid, ccid), eq(sessions.userName, userName));
  const saved = await d1
    .insert(authorizationCodes)
    .select(
      d1
        .select(asColumns(authorizationCodes, { ...code, familyId: null }))
        .from(sessions)
        .innerJoin(users, and(eq(users.ccid, sessions.ccid), eq(users.name, sessions.userName)))
        .where(and(session, eq(users.disabled, false))),
    )
    .returning({ hash: authorizationCodes.hash });
  return saved.length === 1;
}

/** The code of this hash, used or not, or null. Only it tells the contact center. */
export async function findCode(db: D1Database, hash: string): Promise<AuthorizationCode | null> {
  const row = await drizzle(db)
    .select()
    .from(authorizationCodes)
    .where(eq(authorizationCodes.hash, hash))
    .get();
  return row ?? null;
}

/**
 * Uses a code and begins its family, both or neither: of two requests with one code one gets true, and the other finds the family that it
 * has to end.
 */
export async function redeemCode(
  db: D1Database,
  { hash, ccid }: Pick<AuthorizationCode, 'hash' | 'ccid'>,
  family: TokenFamily,
  now: Instant,
): Promise<boolean> {
  const d1 = drizzle(db);
  const mine = and(eq(authorizationCodes.hash, hash), eq(authorizationCodes.ccid, ccid));
  const begun = d1
    .select({
      id: sql<string>`${family.id}`.as('id'),
      hash: sql<string>`${family.hash}`.as('family_hash'),
      ccid: authorizationCodes.ccid,
      clientId: authorizationCodes.clientId,
      userName: authorizationCodes.userName,
      sid: sql<string>`${family.sid}`.as('sid'),
      authTime: authorizationCodes.authTime,
      beganAt: sql<number>`${family.beganAt}`.as('began_at'),
      usedAt: sql<number>`${family.usedAt}`.as('used_at'),
      byConsent: sql<boolean>`${Number(family.byConsent)}`.as('by_consent'),
      expiresAt: sql<number>`${family.expiresAt}`.as('family_expires_at'),
      endsAt: sql<number>`${family.endsAt}`.as('ends_at'),
    })
    .from(authorizationCodes)
    .where(and(mine, eq(authorizationCodes.familyId, family.id)));
  const [used] = await d1.batch([
    d1
      .update(authorizationCodes)
      .set({ familyId: family.id })
      .where(and(mine, isNull(authorizationCodes.familyId), gt(authorizationCodes.expiresAt, now)))
      .returning({ hash: authorizationCodes.hash }),
    d1.insert(tokenFamilies).select(begun),
  ]);
  return used.length === 1;
}

/** Forgets `limit` codes that ended at `until`; answers how many there were. The clock's own, for every center. */
export async function forgetCodes(db: D1Database, until: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const over = d1
    .select({ hash: authorizationCodes.hash })
    .from(authorizationCodes)
    .where(lte(authorizationCodes.expiresAt, until))
    .limit(limit);
  const { meta } = await d1.delete(authorizationCodes).where(inArray(authorizationCodes.hash, over)).run();
  return meta.changes;
}
