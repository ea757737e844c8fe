import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { refreshTokens } from './schema-sessions.ts';

export type RefreshToken = typeof refreshTokens.$inferSelect;

/** Keeps a refresh token by its SHA-256 and forgets those that have expired at `now`. */
export async function saveRefreshToken(db: D1Database, token: RefreshToken, now: Instant): Promise<void> {
  const d1 = drizzle(db);
  await d1.batch([
    d1.delete(refreshTokens).where(lte(refreshTokens.expiresAt, now)),
    d1.insert(refreshTokens).values(token),
  ]);
}

/** A client's refresh token that has not expired at `now`, or null. The token itself tells the contact center. */
export async function findRefreshToken(
  db: D1Database,
  { hash, clientId, now }: { hash: string; clientId: string; now: Instant },
): Promise<RefreshToken | null> {
  const row = await drizzle(db)
    .select()
    .from(refreshTokens)
    .where(
      and(
        eq(refreshTokens.hash, hash),
        eq(refreshTokens.clientId, clientId),
        gt(refreshTokens.expiresAt, now),
      ),
    )
    .get();
  return row ?? null;
}

/** Puts the next token in the place of `hash`, in one statement: of two requests with one token, one gets true. */
export async function replaceRefreshToken(
  db: D1Database,
  ccid: string,
  { hash, next }: { hash: string; next: Pick<RefreshToken, 'hash' | 'expiresAt'> },
): Promise<boolean> {
  const replaced = await drizzle(db)
    .update(refreshTokens)
    .set({ hash: next.hash, expiresAt: next.expiresAt })
    .where(and(eq(refreshTokens.hash, hash), eq(refreshTokens.ccid, ccid)))
    .returning({ hash: refreshTokens.hash });
  return replaced.length === 1;
}

/** Forgets every refresh token of a user. */
export async function forgetTokensOf(db: D1Database, ccid: string, userName: string): Promise<void> {
  await drizzle(db)
    .delete(refreshTokens)
    .where(and(eq(refreshTokens.ccid, ccid), eq(refreshTokens.userName, userName)));
}

/** Forgets `limit` refresh tokens that nobody can use any more; answers how many there were. The clock's own, for every center. */
export async function forgetRefreshTokens(db: D1Database, now: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const expired = d1
    .select({ hash: refreshTokens.hash })
    .from(refreshTokens)
    .where(lte(refreshTokens.expiresAt, now))
    .limit(limit);
  const { meta } = await d1.delete(refreshTokens).where(inArray(refreshTokens.hash, expired)).run();
  return meta.changes;
}
