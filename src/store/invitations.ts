import { and, eq, exists, gt, inArray, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { asColumns } from './as-columns.ts';
import { invitations, users } from './schema-access.ts';
import { hasRoles } from './users.ts';

/** A permission to choose a password, once. */
export type Invitation = typeof invitations.$inferSelect;

const ofUser = (ccid: string, userName: string) =>
  and(eq(invitations.ccid, ccid), eq(invitations.userName, userName));

/**
 * Keeps an invitation of a user with these roles; the ones that the user had before are worth nothing from then on. False where the user
 * has other roles meanwhile, or is gone.
 */
export async function saveInvitation(
  db: D1Database,
  invitation: Invitation,
  roles: readonly string[],
): Promise<boolean> {
  const { ccid, userName } = invitation;
  const d1 = drizzle(db);
  const judged = and(eq(users.ccid, ccid), eq(users.name, userName), hasRoles(roles));
  const there = d1.select({ name: users.name }).from(users).where(judged);
  const kept = d1.select(asColumns(invitations, invitation)).from(users).where(judged);
  const [, saved] = await d1.batch([
    d1.delete(invitations).where(and(ofUser(ccid, userName), exists(there))),
    d1.insert(invitations).select(kept).returning({ hash: invitations.hash }),
  ]);
  return saved.length === 1;
}

/** The invitation of a token that has not expired at `now`, or null. The token itself tells the contact center. */
export async function findInvitation(db: D1Database, hash: string, now: Instant): Promise<Invitation | null> {
  const row = await drizzle(db)
    .select()
    .from(invitations)
    .where(and(eq(invitations.hash, hash), gt(invitations.expiresAt, now)))
    .get();
  return row ?? null;
}

/** Takes an invitation back; of two that do so at once, one gets true. */
export async function spendInvitation(db: D1Database, { ccid, hash }: Invitation): Promise<boolean> {
  const used = await drizzle(db)
    .delete(invitations)
    .where(and(eq(invitations.ccid, ccid), eq(invitations.hash, hash)))
    .returning({ hash: invitations.hash });
  return used.length === 1;
}

/** Takes back all invitations of a user. */
export async function forgetInvitationsOf(db: D1Database, ccid: string, userName: string): Promise<void> {
  await drizzle(db).delete(invitations).where(ofUser(ccid, userName));
}

/** Forgets `limit` invitations that have expired; answers how many there were. The clock's own, for every center. */
export async function forgetInvitations(db: D1Database, now: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const expired = d1
    .select({ hash: invitations.hash })
    .from(invitations)
    .where(lte(invitations.expiresAt, now))
    .limit(limit);
  const { meta } = await d1.delete(invitations).where(inArray(invitations.hash, expired)).run();
  return meta.changes;
}
