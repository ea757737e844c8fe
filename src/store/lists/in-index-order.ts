import { and, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { behind, FIRST_ROWS, keysetPages } from './list.ts';
import type { List, ListRequest, PageWindow, Position, Scan } from './list.ts';

/** Pages in the order of an index, each at the cost of its own rows, with their count, which counters tell or `scan` has to. */
export async function listInIndexOrder<Row extends Position>(
  db: D1Database,
  request: ListRequest<string>,
  list: {
    scan: Scan;
    count: number | null;
    read: (window: PageWindow) => Promise<readonly Row[]>;
    /** The first of the rows, as many as a page keeps. */
    cut: (rows: readonly Row[]) => readonly Row[];
  },
): Promise<List<Row>> {
  const { scan, count, read, cut } = list;
  const page = async (window: PageWindow) => cut(await read(window));
  if (request.after !== undefined) return { count: null, pages: keysetPages(request, page) };
  if (count !== null) return { count, pages: keysetPages(request, page) };
  const limit = Math.min(request.size, FIRST_ROWS);
  const first = await read({ after: null, offset: request.from, limit });
  const all = await countAround(db, scan, { from: request.from, first, limit });
  // Let go of once it was read: the rest of the list may take long.
  const ahead = [cut(first)];
  const pages = keysetPages(request, async (window) => ahead.pop() ?? page(window));
  return { count: all, pages };
}

/** How many rows match: those up to the end of the first page have been seen, and only those behind it are counted. */
async function countAround(
  db: D1Database,
  scan: Scan,
  { from, first, limit }: { from: number; first: readonly Position[]; limit: number },
): Promise<number> {
  const last = first.at(-1);
  // Nothing from here on: what is before is not known.
  if (!last) return from === 0 && limit > 0 ? 0 : countRows(db, scan);
  const seen = from + first.length;
  if (first.length < limit) return seen;
  return seen + (await countRows(db, { ...scan, where: and(scan.where, behind(scan, last)) }));
}

/** How many rows match. */
export async function countRows(db: D1Database, { from, where }: Scan): Promise<number> {
  const counted = await drizzle(db).get<{ count: number }>(
    sql`SELECT count(*) AS "count" FROM ${from} WHERE ${where}`,
  );
  return counted.count;
}
