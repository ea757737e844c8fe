import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { clients } from './schema-access.ts';

/** A program that signs in, itself or on behalf of users. */
export type Client = typeof clients.$inferSelect;

/** The OAuth client of an id, or null. It tells the contact center, so the query names none. */
export async function findClient(db: D1Database, id: string): Promise<Client | null> {
  const row = await drizzle(db).select().from(clients).where(eq(clients.id, id)).get();
  return row ?? null;
}

/** Keeps another hash of the same secret. */
export async function rehashSecret(
  db: D1Database,
  { ccid, id, secretHash: from }: Client,
  secretHash: string,
): Promise<void> {
  await drizzle(db)
    .update(clients)
    .set({ secretHash })
    .where(and(eq(clients.ccid, ccid), eq(clients.id, id), eq(clients.secretHash, from)));
}
