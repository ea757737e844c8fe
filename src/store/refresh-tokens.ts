import { and, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { asColumns } from './as-columns.ts';
import { users } from './schema-access.ts';
import { authorizationCodes } from './schema-oauth.ts';
import { revoked, tokenFamilies } from './schema-sessions.ts';
import type { UserKey } from './sessions.ts';
import { stillLetIn, type LetIn } from './users.ts';

/** The refresh tokens of one sign-in. `hash` is of the one that is good now. */
export type TokenFamily = typeof tokenFamilies.$inferSelect;

/** How long what was called back is remembered: as long as an access token lives, and a minute more. */
const REVOKED_MS: Instant = 61 * 60_000;

/** Keeps a new family of a user who was let in; false where the user would not be let in so any more. */
export async function saveFamily(db: D1Database, family: TokenFamily, letIn: LetIn): Promise<boolean> {
  const d1 = drizzle(db);
  const saved = await d1
    .insert(tokenFamilies)
    .select(d1.select(asColumns(tokenFamilies, family)).from(users).where(stillLetIn(letIn)))
    .returning({ id: tokenFamilies.id });
  return saved.length === 1;
}

/** A client's family that has not ended at `now`, or null. The token tells its id and with it the contact center. */
export async function findFamily(
  db: D1Database,
  { id, clientId, now }: { id: string; clientId: string; now: Instant },
): Promise<TokenFamily | null> {
  const mine = and(eq(tokenFamilies.id, id), eq(tokenFamilies.clientId, clientId));
  const row = await drizzle(db)
    .select()
    .from(tokenFamilies)
    .where(and(mine, gt(tokenFamilies.expiresAt, now)))
    .get();
  return row ?? null;
}

/** Puts the next token in the place of the one with `hash`, in one statement: of two requests with one token, one gets true. */
export async function replaceToken(
  db: D1Database,
  { id, ccid, hash }: Pick<TokenFamily, 'id' | 'ccid' | 'hash'>,
  next: Pick<TokenFamily, 'hash' | 'usedAt' | 'expiresAt'>,
): Promise<boolean> {
  const replaced = await drizzle(db)
    .update(tokenFamilies)
    .set(next)
    .where(and(eq(tokenFamilies.id, id), eq(tokenFamilies.ccid, ccid), eq(tokenFamilies.hash, hash)))
    .returning({ id: tokenFamilies.id });
  return replaced.length === 1;
}

/** Ends a family, and calls its access tokens back; answers it as it was, null where it had ended. */
export async function endFamily(
  db: D1Database,
  { id, ccid }: Pick<TokenFamily, 'id' | 'ccid'>,
  now: Instant,
): Promise<TokenFamily | null> {
  const which = and(eq(tokenFamilies.ccid, ccid), eq(tokenFamilies.id, id));
  const d1 = drizzle(db);
  const [[family]] = await d1.batch([
    d1.select().from(tokenFamilies).where(which),
    ...ending(db, which, now),
  ]);
  return family ?? null;
}

/**
 * Ends what a user's programs could go on with, of one client or of all: families, of which the access tokens are called back, and codes
 * that are not changed for tokens yet. Answers how many there were.
 */
export async function forgetTokensOf(
  db: D1Database,
  { ccid, userName }: UserKey,
  now: Instant,
  clientId?: string,
): Promise<number> {
  const of = ({
    ccid: center,
    userName: user,
    clientId: client,
  }: typeof tokenFamilies | typeof authorizationCodes) =>
    and(eq(center, ccid), eq(user, userName), clientId === undefined ? undefined : eq(client, clientId));
  const [, families, codes] = await drizzle(db).batch([
    ...ending(db, of(tokenFamilies), now),
    drizzle(db).delete(authorizationCodes).where(of(authorizationCodes)),
  ]);
  return families.meta.changes + codes.meta.changes;
}

/** Both at once: a family that is gone can no longer be called back. */
function ending(db: D1Database, which: SQL | undefined, now: Instant) {
  const d1 = drizzle(db);
  const keys = d1
    .select({ key: tokenFamilies.sid, expiresAt: sql<number>`${now + REVOKED_MS}`.as('expires_at') })
    .from(tokenFamilies)
    .where(which);
  return [
    d1.insert(revoked).select(keys).onConflictDoNothing(),
    d1.delete(tokenFamilies).where(which),
  ] as const;
}

/** Calls one access token back, by its id. */
export async function revokeToken(db: D1Database, key: string, now: Instant): Promise<void> {
  await drizzle(db)
    .insert(revoked)
    .values({ key, expiresAt: now + REVOKED_MS })
    .onConflictDoNothing();
}

/** Whether one of these was called back. */
export async function isRevoked(db: D1Database, keys: readonly string[]): Promise<boolean> {
  const row = await drizzle(db)
    .select({ key: revoked.key })
    .from(revoked)
    .where(inArray(revoked.key, [...keys]))
    .limit(1)
    .get();
  return row !== undefined;
}

/** Forgets `limit` families that nobody can use any more; answers how many there were. The clock's own, for every center. */
export async function forgetRefreshTokens(db: D1Database, now: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const ended = d1
    .select({ id: tokenFamilies.id })
    .from(tokenFamilies)
    .where(lte(tokenFamilies.expiresAt, now))
    .limit(limit);
  const { meta } = await d1.delete(tokenFamilies).where(inArray(tokenFamilies.id, ended)).run();
  return meta.changes;
}

/** Forgets `limit` called back access tokens that have expired anyway; answers how many. The clock's own, for every center. */
export async function forgetRevoked(db: D1Database, now: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const over = d1.select({ key: revoked.key }).from(revoked).where(lte(revoked.expiresAt, now)).limit(limit);
  const { meta } = await d1.delete(revoked).where(inArray(revoked.key, over)).run();
  return meta.changes;
}
