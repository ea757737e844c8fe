import { and } from 'drizzle-orm';
import {
  behind,
  keysetPages,
  type Listing,
  type PageRequest,
  type PageWindow,
  type Position,
} from './pages.ts';
import { topRows, type Candidates } from './top-rows.ts';

/** Rows that are found in one pass at most, and those before them that are skipped. */
const MAX_ROWS = 1_000;
const MAX_SKIPPED = 1_000;

/** Whether a list begins near enough to its start for its first rows to be held. */
export const isSelectable = ({ from }: Pick<PageRequest<string>, 'from'>): boolean => from <= MAX_SKIPPED;

/** A list whose first rows are found in one pass and fetched then. */
export interface SelectedList<Row> {
  readonly candidates: Candidates;
  readonly page: PageRequest<string>;
  /** The rows at these positions, without those that are gone meanwhile. */
  readonly fetch: (positions: readonly Position[]) => Promise<readonly Row[]>;
  /** Positions that `fetch` takes at most. */
  readonly fetched: number;
  /** Reads a page behind those that were found, sorted by the database. */
  readonly beyond: (window: PageWindow) => Promise<readonly Row[]>;
}

/**
 * Pages in an order that no index has, with their count: one pass over the narrow rows for the first thousand, and those rows
 * themselves. Holds 2,000 positions, and what `fetch` brings.
 */
export async function listSelected<Row extends Position>(
  db: D1Database,
  { candidates, page, fetch, fetched, beyond }: SelectedList<Row>,
): Promise<Listing<Row>> {
  // By cursor one row more is asked for, which tells whether any follows.
  const last = page.from + Math.min(page.size + 1, MAX_ROWS);
  const where = and(candidates.where, behind(candidates.ordering, page.after ?? null));
  const { count, rows } = await topRows(db, { ...candidates, where }, last);
  let ready = rows.slice(page.from);
  const read = async (window: PageWindow): Promise<readonly Row[]> => {
    while (ready.length > 0) {
      const asked = ready.slice(0, Math.min(window.limit, fetched));
      ready = ready.slice(asked.length);
      const found = await fetch(asked);
      if (found.length > 0) return found;
    }
    return count > last ? beyond({ ...window, after: window.after ?? rows.at(-1) ?? null, offset: 0 }) : [];
  };
  return { count: page.after === undefined ? count : null, pages: keysetPages(page, read) };
}
