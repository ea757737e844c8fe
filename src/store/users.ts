import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { users } from './schema-access.ts';

/** A person who may sign in. */
export type User = typeof users.$inferSelect;

/** The contact center's user of a name, or null. */
export async function findUser(db: D1Database, ccid: string, name: string): Promise<User | null> {
  const row = await drizzle(db)
    .select()
    .from(users)
    .where(and(eq(users.ccid, ccid), eq(users.name, name)))
    .get();
  return row ?? null;
}

/**
 * The user of a name that only one contact center has, or null. Who signs in by the name alone says no center: this query alone
 * names none, and its answer tells it.
 */
export async function findOnlyUser(db: D1Database, name: string): Promise<User | null> {
  const [only, another] = await drizzle(db).select().from(users).where(eq(users.name, name)).limit(2);
  return only && !another ? only : null;
}
