import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { counters } from '../../store/schema.ts';
import { kindCode } from '../kinds.ts';

/** The media of the contact center's own interactions, folded, in alphabetical order. */
export async function mediaTypes(db: D1Database, ccid: string): Promise<string[]> {
  const rows = await drizzle(db)
    .selectDistinct({ media: counters.media })
    .from(counters)
    .where(and(eq(counters.ccid, ccid), eq(counters.kind, kindCode('interactions'))))
    .orderBy(asc(counters.media));
  return rows.map((row) => row.media);
}
