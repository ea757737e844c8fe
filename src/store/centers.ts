import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { limits } from './schema-lists.ts';

/** Since when the operator has a contact center suspended; null where it is not. One row read. */
export async function suspendedSince(db: D1Database, ccid: string): Promise<Instant | null> {
  const row = await drizzle(db)
    .select({ at: limits.suspendedAt })
    .from(limits)
    .where(eq(limits.ccid, ccid))
    .get();
  return row?.at ?? null;
}

/** Suspends a contact center from `at` on, or lets it go on (null). One that is suspended stays so since the first time. */
export async function suspendCenter(db: D1Database, ccid: string, at: Instant | null): Promise<void> {
  if (at !== null && (await suspendedSince(db, ccid)) !== null) return;
  await drizzle(db)
    .insert(limits)
    .values({ ccid, suspendedAt: at })
    .onConflictDoUpdate({ target: limits.ccid, set: { suspendedAt: at } });
}

/** Nothing is known of what the operator allowed a contact center any more. */
export async function forgetLimits(db: D1Database, ccid: string): Promise<void> {
  await drizzle(db).delete(limits).where(eq(limits.ccid, ccid));
}

/** Contact centers behind `after` ("" for the first) that have a user, a client, a certificate or limits, in order. */
export async function namedCenters(db: D1Database, after: string, limit: number): Promise<readonly string[]> {
  const of = (table: string) => `SELECT ccid FROM ${table} WHERE ccid > ?1`;
  const { results } = await db
    .prepare(
      `${['users', 'clients', 'certificates', 'limits'].map(of).join(' UNION ')} ORDER BY ccid LIMIT ?2`,
    )
    .bind(after, limit)
    .all<{ ccid: string }>();
  return results.map(({ ccid }) => ccid);
}
