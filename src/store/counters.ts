import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { counters } from './schema.ts';

/** The media of which the contact center has records of a kind (by its number in `counters`), in alphabetical order. */
export async function countedMedia(db: D1Database, ccid: string, kind: number): Promise<string[]> {
  const rows = await drizzle(db)
    .selectDistinct({ media: counters.media })
    .from(counters)
    .where(and(eq(counters.ccid, ccid), eq(counters.kind, kind)))
    .orderBy(asc(counters.media));
  return rows.map((row) => row.media);
}
