import { and, asc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { asColumns } from './as-columns.ts';
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

/** Whether no other entry of the contact center names the issuer by other keys. In the statement that writes, as of two at once. */
const hasOneSetOfKeys = ({ ccid, id, issuer, jwks }: Pick<CenterIssuer, 'ccid' | 'id' | 'issuer' | 'jwks'>) =>
  sql`NOT EXISTS (SELECT 1 FROM issuers AS other
    WHERE other.ccid = ${ccid} AND other.id <> ${id} AND other.issuer = ${issuer} AND other.jwks IS NOT ${jwks})`;

/**
 * Adds an issuer; false where somebody has this audience of it already, since a token for it would be two people's, where the contact center
 * has `most`, or names it by other keys.
 */
export async function addIssuer(db: D1Database, issuer: CenterIssuer, most: number): Promise<boolean> {
  const d1 = drizzle(db);
  const room = sql`(SELECT count(*) FROM issuers AS other WHERE other.ccid = ${issuer.ccid}) < ${most}`;
  const added = await d1
    .insert(issuers)
    .select(
      d1
        .select(asColumns(issuers, issuer))
        .from(sql`(SELECT 1)`)
        .where(and(room, hasOneSetOfKeys(issuer))),
    )
    .onConflictDoNothing()
    .returning({ id: issuers.id });
  return added.length === 1;
}

/** What of an issuer can be changed, not whose tokens are meant, which is another issuer; what is undefined stays as it is. */
type IssuerChange = {
  readonly [M in 'name' | 'jwks' | 'algorithms' | 'roleNames' | 'clientId' | 'clientSecret']?:
    | CenterIssuer[M]
    | undefined;
} & { readonly claims?: { readonly [M in 'name' | 'roles']?: string | undefined } | undefined };

/** An issuer's id, and what it makes of people, which it was judged by. */
type JudgedIssuer = Pick<CenterIssuer, 'ccid' | 'id' | 'issuer' | 'roleNames'>;

const stillSo = ({ ccid, id, roleNames }: JudgedIssuer) =>
  and(
    eq(issuers.ccid, ccid),
    eq(issuers.id, id),
    sql`json(issuers.role_names) = json(${JSON.stringify(roleNames)})`,
  );

/**
 * Changes a contact center's issuer; answers it as it is then, or null where it is gone, or names other roles than it was judged by, or another entry has other keys of it. A
 * client's secret goes with another client, and there is none without one.
 */
export async function changeIssuer(
  db: D1Database,
  judged: JudgedIssuer,
  { claims, clientId, clientSecret, ...change }: IssuerChange,
): Promise<CenterIssuer | null> {
  const kept = clientId === undefined ? sql`client_id IS NOT NULL` : sql`client_id IS ${clientId}`;
  const secret = clientSecret === undefined ? sql`client_secret` : sql`${clientSecret}`;
  const after = clientId === undefined || clientSecret === undefined ? kept : sql`${clientId} IS NOT NULL`;
  const [changed] = await drizzle(db)
    .update(issuers)
    .set({
      ...change,
      clientId,
      claims: sql`json_patch(${issuers.claims}, ${JSON.stringify(claims ?? {})})`,
      clientSecret: sql`CASE WHEN ${after} THEN ${secret} END`,
    })
    .where(
      and(
        stillSo(judged),
        change.jwks === undefined ? undefined : hasOneSetOfKeys({ ...judged, jwks: change.jwks }),
      ),
    )
    .returning();
  return changed ?? null;
}

/** Removes a contact center's issuer; null where it is gone, or names other roles than it was judged by. */
export async function removeIssuer(db: D1Database, judged: JudgedIssuer): Promise<CenterIssuer | null> {
  const [removed] = await drizzle(db).delete(issuers).where(stillSo(judged)).returning();
  return removed ?? null;
}
