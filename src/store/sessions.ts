import { and, desc, eq, exists, gt, gte, inArray, lte, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { asColumns } from './as-columns.ts';
import { users } from './schema-access.ts';
import { sessions } from './schema-sessions.ts';
import { stillLetIn, type LetIn } from './users.ts';

export type BrowserSession = typeof sessions.$inferSelect;

/** A user's name, in a contact center. */
export interface UserKey {
  readonly ccid: string;
  readonly userName: string;
}

const ofUser = ({ ccid, userName }: UserKey) => and(eq(sessions.ccid, ccid), eq(sessions.userName, userName));

/** Keeps a new session of a user who was let in. Of a user's sessions the `most` newest stay. False where the user would not be let in so any more. */
export async function saveSession(
  db: D1Database,
  session: BrowserSession,
  { letIn, most }: { readonly letIn: LetIn; readonly most: number },
): Promise<boolean> {
  const d1 = drizzle(db);
  // SQLite takes an OFFSET only behind a LIMIT.
  const older = d1
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(ofUser(session))
    .orderBy(desc(sessions.createdAt))
    .limit(1_000)
    .offset(most);
  const [saved] = await d1.batch([
    d1
      .insert(sessions)
      .select(d1.select(asColumns(sessions, session)).from(users).where(stillLetIn(letIn)))
      .returning({ hash: sessions.hash }),
    d1.delete(sessions).where(inArray(sessions.hash, older)),
  ]);
  return saved.length === 1;
}

/**
 * The session of a token's hash that has not expired at `now`, and its user's roles as they are now; null where either is gone,
 * the user is disabled, or is another one of that name who was added since. The
 * token tells the contact center, so the query names none.
 */
export async function findSession(
  db: D1Database,
  hash: string,
  now: Instant,
): Promise<{ readonly session: BrowserSession; readonly roles: readonly string[] } | null> {
  const row = await drizzle(db)
    .select({ session: sessions, roles: users.roles })
    .from(sessions)
    .innerJoin(users, and(eq(users.ccid, sessions.ccid), eq(users.name, sessions.userName)))
    .where(
      and(
        eq(sessions.hash, hash),
        gt(sessions.expiresAt, now),
        eq(users.disabled, false),
        gte(sessions.createdAt, users.createdAt),
      ),
    )
    .get();
  return row ?? null;
}

/** Notes that a session was used. */
export async function touchSession(
  db: D1Database,
  { ccid, hash, usedAt, expiresAt }: Pick<BrowserSession, 'ccid' | 'hash' | 'usedAt' | 'expiresAt'>,
): Promise<void> {
  await drizzle(db)
    .update(sessions)
    .set({ usedAt, expiresAt })
    .where(and(eq(sessions.hash, hash), eq(sessions.ccid, ccid)));
}

/**
 * Gives a user's session another token, because its person has proved anew who it is; false where the session has gone meanwhile, or the
 * user would not be let in so any more.
 */
export async function replaceSessionToken(
  db: D1Database,
  letIn: LetIn,
  { id, hash, authTime }: Pick<BrowserSession, 'id' | 'hash' | 'authTime'>,
): Promise<boolean> {
  const d1 = drizzle(db);
  const own = and(ofUser({ ccid: letIn.ccid, userName: letIn.name }), eq(sessions.id, id));
  const still = d1.select({ name: users.name }).from(users).where(stillLetIn(letIn));
  const replaced = await d1
    .update(sessions)
    .set({ hash, authTime })
    .where(and(own, exists(still)))
    .returning({ id: sessions.id });
  return replaced.length === 1;
}

/** Ends the session of a token's hash, whosever it is. */
export async function endSessionOf(db: D1Database, hash: string): Promise<void> {
  await drizzle(db).delete(sessions).where(eq(sessions.hash, hash));
}

/** A user's sessions that have not expired at `now`, the newest first. */
export const listSessions = (
  db: D1Database,
  user: UserKey,
  now: Instant,
): Promise<readonly BrowserSession[]> =>
  drizzle(db)
    .select()
    .from(sessions)
    .where(and(ofUser(user), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .all();

/** Ends one of a user's sessions, or all of them without an id; answers how many there were. */
export async function endSessions(db: D1Database, user: UserKey, id?: string): Promise<number> {
  const which = id === undefined ? ofUser(user) : and(ofUser(user), eq(sessions.id, id));
  const { meta } = await drizzle(db).delete(sessions).where(which).run();
  return meta.changes;
}

/** Ends a user's sessions but the one of this id; null ends all. */
export async function endOtherSessions(db: D1Database, user: UserKey, id: string | null): Promise<void> {
  const others = id === null ? undefined : ne(sessions.id, id);
  await drizzle(db)
    .delete(sessions)
    .where(and(ofUser(user), others));
}

/** Forgets `limit` sessions that have expired; answers how many there were. The clock's own, for every center. */
export async function forgetSessions(db: D1Database, now: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const expired = d1
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(lte(sessions.expiresAt, now))
    .limit(limit);
  const { meta } = await d1.delete(sessions).where(inArray(sessions.hash, expired)).run();
  return meta.changes;
}
