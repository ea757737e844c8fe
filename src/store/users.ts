import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { users } from './schema-access.ts';

/** A person who may sign in. */
export type User = typeof users.$inferSelect;

/**
 * The user of a name, or null. Names are unique in a deployment and the answer tells the contact center, so this query
 * alone names none.
 */
export async function findUser(db: D1Database, name: string): Promise<User | null> {
  const row = await drizzle(db).select().from(users).where(eq(users.name, name)).get();
  return row ?? null;
}
