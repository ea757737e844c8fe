import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Limits } from '../model/limits.ts';
import { limits } from './schema-lists.ts';

/** Those limits of a contact center that defaults are given for: the operator's where there are any. One row read. */
export async function findLimits<D extends Partial<Record<keyof Limits, number | null>>>(
  db: D1Database,
  ccid: string,
  defaults: D,
): Promise<D> {
  const row = await drizzle(db).select().from(limits).where(eq(limits.ccid, ccid)).get();
  const set = Object.keys(defaults).map((name) => {
    const limit = name as keyof Limits; // what D extends has no other names
    return [limit, row?.[limit] ?? defaults[limit]];
  });
  // The same names as in the defaults, with values of the same columns.
  return Object.fromEntries(set) as D;
}

/** Allows a contact center something else than the default from now on; null takes the default again. */
export async function saveLimits(
  db: D1Database,
  ccid: string,
  changed: Partial<Record<keyof Limits, number | null>>,
): Promise<void> {
  await drizzle(db)
    .insert(limits)
    .values({ ccid, ...changed })
    .onConflictDoUpdate({ target: limits.ccid, set: { ccid, ...changed } });
}

/** The limit of a contact center's imported records in bytes; null where there is none. */
export const recordLimit = async (db: D1Database, ccid: string): Promise<number | null> =>
  (await findLimits<Pick<Limits, 'recordBytes'>>(db, ccid, { recordBytes: null })).recordBytes;
