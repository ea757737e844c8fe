import { eq, inArray, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { outsideDocuments } from './schema-issuers.ts';

/** A document of another service as it was read, and when. */
export type OutsideDocument = typeof outsideDocuments.$inferSelect;

/** What was last read at an address, or null. It belongs to no contact center: everybody reads the same there. */
export async function findDocument(db: D1Database, url: string): Promise<OutsideDocument | null> {
  const row = await drizzle(db).select().from(outsideDocuments).where(eq(outsideDocuments.url, url)).get();
  return row ?? null;
}

/** Keeps what was read, unless somebody has read it later. */
export async function saveDocument(db: D1Database, document: OutsideDocument): Promise<void> {
  const { body, readAt } = document;
  await drizzle(db)
    .insert(outsideDocuments)
    .values(document)
    .onConflictDoUpdate({
      target: outsideDocuments.url,
      set: { body, readAt },
      setWhere: sql`${outsideDocuments.readAt} < ${readAt}`,
    });
}

/** Forgets `limit` documents that were read before `until`; answers how many. The clock's own, for every center. */
export async function forgetDocuments(db: D1Database, until: Instant, limit: number): Promise<number> {
  const d1 = drizzle(db);
  const old = d1
    .select({ url: outsideDocuments.url })
    .from(outsideDocuments)
    .where(lte(outsideDocuments.readAt, until))
    .limit(limit);
  const { meta } = await d1.delete(outsideDocuments).where(inArray(outsideDocuments.url, old)).run();
  return meta.changes;
}
