import { and, desc, eq, gt, inArray, lte, notInArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import type { SelectableList } from '../model/selection.ts';
import { inRequest } from '../platform/database.ts';
import { selections } from './schema-web.ts';

/** Rows that somebody is about to act on. */
export type Selection = Omit<typeof selections.$inferSelect, 'ccid'>;

/** Selections that one user has at a time; the oldest go. */
const MOST = 50;

/** Keeps a selection; twice where the first answer was lost, which is the same. */
export async function saveSelection(d1: D1Database, ccid: string, selection: Selection): Promise<void> {
  const db = drizzle(d1);
  const own = and(eq(selections.ccid, ccid), eq(selections.owner, selection.owner));
  const latest = db
    .select({ id: selections.id })
    .from(selections)
    .where(own)
    .orderBy(desc(selections.expiresAt))
    .limit(MOST);
  await inRequest(() =>
    db.batch([
      db
        .insert(selections)
        .values({ ccid, ...selection })
        .onConflictDoNothing(),
      db.delete(selections).where(and(own, notInArray(selections.id, latest))),
    ]),
  );
}

/** What a selection is of, and whose it must be. */
export interface Selecting {
  readonly id: string;
  readonly owner: string;
  readonly list: SelectableList;
}

/** The rows of a selection that is the owner's, of this list, and whose time is not over at `now`; null where there is none. */
export async function findSelection(
  db: D1Database,
  ccid: string,
  { id, owner, list, now }: Selecting & { readonly now: Instant },
): Promise<Selection['rows'] | null> {
  const whose = and(eq(selections.id, id), eq(selections.ccid, ccid), eq(selections.owner, owner));
  const row = await drizzle(db)
    .select({ rows: selections.rows })
    .from(selections)
    .where(and(whose, eq(selections.list, list), gt(selections.expiresAt, now)))
    .get();
  return row?.rows ?? null;
}

/** Forgets `limit` selections whose time is over; answers how many there were. The clock's own, for every center. */
export async function forgetSelections(d1: D1Database, now: Instant, limit: number): Promise<number> {
  const db = drizzle(d1);
  const over = db
    .select({ id: selections.id })
    .from(selections)
    .where(lte(selections.expiresAt, now))
    .limit(limit);
  const { meta } = await db.delete(selections).where(inArray(selections.id, over)).run();
  return meta.changes;
}
