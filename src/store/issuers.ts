import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { issuers } from './schema-issuers.ts';

/** An issuer that a contact center has named. */
export type CenterIssuer = typeof issuers.$inferSelect;

/** Everybody's issuers at this address. A token says no contact center before it is verified, so the query names none; the row does. */
export const findIssuersAt = (db: D1Database, issuer: string): Promise<readonly CenterIssuer[]> =>
  drizzle(db).select().from(issuers).where(eq(issuers.issuer, issuer)).all();

/** The issuer of an id, or null. It tells the contact center, so the query names none. */
export async function findIssuer(db: D1Database, id: string): Promise<CenterIssuer | null> {
  const row = await drizzle(db).select().from(issuers).where(eq(issuers.id, id)).get();
  return row ?? null;
}

/** A contact center's issuers, the oldest first. */
export const listIssuers = (db: D1Database, ccid: string): Promise<readonly CenterIssuer[]> =>
  drizzle(db).select().from(issuers).where(eq(issuers.ccid, ccid)).orderBy(asc(issuers.createdAt)).all();

/** Adds an issuer; false where somebody has this audience of it already: a token for it would be two people's. */
export async function addIssuer(db: D1Database, issuer: CenterIssuer): Promise<boolean> {
  const added = await drizzle(db)
    .insert(issuers)
    .values(issuer)
    .onConflictDoNothing()
    .returning({ id: issuers.id });
  return added.length === 1;
}

/** What of an issuer can be changed: not whose tokens are meant, which is another issuer. */
export type ChangeableIssuer = Pick<
  CenterIssuer,
  'name' | 'jwks' | 'algorithms' | 'claims' | 'roleNames' | 'clientId' | 'clientSecret'
>;

/** Changes a contact center's issuer; false where it is gone. */
export async function changeIssuer(
  db: D1Database,
  { ccid, id }: Pick<CenterIssuer, 'ccid' | 'id'>,
  change: ChangeableIssuer,
): Promise<boolean> {
  const changed = await drizzle(db)
    .update(issuers)
    .set(change)
    .where(and(eq(issuers.ccid, ccid), eq(issuers.id, id)))
    .returning({ id: issuers.id });
  return changed.length === 1;
}

/** Removes a contact center's issuer. */
export async function removeIssuer(
  db: D1Database,
  { ccid, id }: Pick<CenterIssuer, 'ccid' | 'id'>,
): Promise<void> {
  await drizzle(db)
    .delete(issuers)
    .where(and(eq(issuers.ccid, ccid), eq(issuers.id, id)));
}
