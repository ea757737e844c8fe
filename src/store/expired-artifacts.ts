import type { Instant } from '../model/instant.ts';

/** A page of artifacts of any contact center that have expired: their objects, and up to where the page reaches. */
export interface ExpiredPage {
  readonly keys: readonly string[];
  readonly last: { readonly expiresAt: Instant; readonly row: number } | null;
}

/** The artifacts that have expired at `now`, the oldest first, through the index of expiries: the clock serves every center. */
export async function expiredArtifacts(db: D1Database, now: Instant, limit: number): Promise<ExpiredPage> {
  const { results } = await db
    .prepare(
      `SELECT key, expires_at AS expiresAt, rowid AS row FROM artifacts
      WHERE expires_at <= ?1 ORDER BY expires_at, rowid LIMIT ?2`,
    )
    .bind(now, limit)
    .all<{ key: string; expiresAt: number; row: number }>();
  return { keys: results.map(({ key }) => key), last: results.at(-1) ?? null };
}

/**
 * Forgets a page whose objects are gone, by its bound in the index: a list of names would
 * read several times as many rows. The clock's own, too.
 */
export async function forgetArtifacts(db: D1Database, last: NonNullable<ExpiredPage['last']>): Promise<void> {
  await db
    .prepare('DELETE FROM artifacts WHERE (expires_at, rowid) <= (?1, ?2)')
    .bind(last.expiresAt, last.row)
    .run();
}
