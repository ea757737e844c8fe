import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { DAY_MS, type Instant } from '../model/instant.ts';
import { outsidePeople } from './schema-issuers.ts';

/** Who has not come for so long is not waited for. */
const KEPT_MS: Instant = 90 * DAY_MS;
/** Between two notes of one person: each is a row written. */
const AGAIN_MS: Instant = DAY_MS;

/** Somebody who came by a token of an outside issuer, and is no user. */
type OutsidePersonRow = typeof outsidePeople.$inferSelect;

/** Notes that somebody came, once a day; forgets those of the center who have not for long. */
export async function noteOutsidePerson(
  db: D1Database,
  person: Omit<OutsidePersonRow, 'seenAt'>,
  now: Instant,
): Promise<true> {
  const d1 = drizzle(db);
  const { issuer, issuerSubject } = person;
  const set = { issuer, issuerSubject, seenAt: now };
  await d1.batch([
    d1
      .insert(outsidePeople)
      .values({ ...person, seenAt: now })
      .onConflictDoUpdate({
        target: [outsidePeople.ccid, outsidePeople.name],
        set,
        setWhere: sql`${outsidePeople.seenAt} < ${now - AGAIN_MS}`,
      }),
    d1
      .delete(outsidePeople)
      .where(and(eq(outsidePeople.ccid, person.ccid), lt(outsidePeople.seenAt, now - KEPT_MS))),
  ]);
  return true;
}

/** Whether somebody of this name came lately. */
export async function knowsOutsidePerson(
  db: D1Database,
  { ccid, name }: Pick<OutsidePersonRow, 'ccid' | 'name'>,
  now: Instant,
): Promise<boolean> {
  const row = await drizzle(db)
    .select({ name: outsidePeople.name })
    .from(outsidePeople)
    .where(
      and(
        eq(outsidePeople.ccid, ccid),
        eq(outsidePeople.name, name),
        gt(outsidePeople.seenAt, now - KEPT_MS),
      ),
    )
    .get();
  return row !== undefined;
}
