import { drizzle } from 'drizzle-orm/d1';
import type { Jurisdiction } from '../model/jurisdiction.ts';
import { deployment } from './schema.ts';

/** Where everything lies: as it was noted before, else as it is said now, which is noted. One row read. */
export async function notedJurisdiction(db: D1Database, said: Jurisdiction): Promise<string> {
  const noted = async () => (await drizzle(db).select().from(deployment).get())?.jurisdiction;
  const before = await noted();
  if (before !== undefined) return before;
  await drizzle(db).insert(deployment).values({ id: 1, jurisdiction: said }).onConflictDoNothing();
  return (await noted()) ?? said;
}
