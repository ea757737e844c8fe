import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Limits } from '../model/limits.ts';
import { limits } from './schema-lists.ts';

/** The limits of a contact center: the operator's where there are any, else the defaults. One row read. */
export async function findLimits(db: D1Database, ccid: string, defaults: Limits): Promise<Limits> {
  const row = await drizzle(db).select().from(limits).where(eq(limits.ccid, ccid)).get();
  return {
    runs: row?.runs ?? defaults.runs,
    jobs: row?.jobs ?? defaults.jobs,
    historyItems: row?.historyItems ?? defaults.historyItems,
    historyDays: row?.historyDays ?? defaults.historyDays,
    recordBytes: row?.recordBytes ?? defaults.recordBytes,
  };
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
