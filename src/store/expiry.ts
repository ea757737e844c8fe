import { asc, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { artifacts, refreshTokens } from './schema.ts';

/** An artifact of any contact center: the clock's own query serves every one of them. */
export interface ExpiredArtifact {
  readonly ccid: string;
  readonly name: string;
  readonly key: string;
}

/** The artifacts that have expired at `now`, the oldest first, through the index of expiries. */
export const expiredArtifacts = (db: D1Database, now: Instant, limit: number): Promise<ExpiredArtifact[]> =>
  drizzle(db)
    .select({ ccid: artifacts.ccid, name: artifacts.name, key: artifacts.key })
    .from(artifacts)
    .where(lte(artifacts.expiresAt, now))
    .orderBy(asc(artifacts.expiresAt))
    .limit(limit);

/** Forgets artifacts whose objects are gone. */
export async function forgetArtifacts(db: D1Database, gone: readonly ExpiredArtifact[]): Promise<void> {
  const keys = JSON.stringify(gone.map(({ ccid, name }) => [ccid, name]));
  await drizzle(db).run(
    sql`DELETE FROM ${artifacts} WHERE (ccid, name) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${keys}))`,
  );
}

/** Forgets refresh tokens that nobody can use any more. */
export async function forgetRefreshTokens(db: D1Database, now: Instant): Promise<void> {
  await drizzle(db).delete(refreshTokens).where(lte(refreshTokens.expiresAt, now));
}
