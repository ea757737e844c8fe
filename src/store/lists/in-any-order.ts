import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { firstInOrder } from './first-in-order.ts';
import { countRows } from './in-index-order.ts';
import { keysetPages, orderBy, PAGE_ROWS } from './list.ts';
import type { List, ListRequest, PageWindow, Position, Scan } from './list.ts';

/** Positions before those asked for that are found along with them; a later start is looked for by the database. */
const MAX_SKIPPED = 1_000;

/** A list whose order no index has: its positions are found in passes over narrow rows, then the rows are fetched. */
interface SortedList<Row> {
  readonly scan: Scan;
  /** How many rows match, where counters tell. */
  readonly count: number | null;
  /** The rows of PAGE_ROWS ids at most, or the first of them, without those that are gone meanwhile. */
  readonly fetch: (ids: readonly Position['tie'][]) => Promise<readonly Row[]>;
}

/** Pages in any order, with their count: a pass finds PAGE_ROWS of them. Holds 2,000 positions, and what `fetch` brings. */
export async function listInAnyOrder<Row extends Pick<Position, 'tie'>>(
  db: D1Database,
  request: ListRequest<string>,
  list: SortedList<Row>,
): Promise<List<Row>> {
  const byCursor = request.after !== undefined;
  const counting = !byCursor && list.count === null;
  const far = request.from > MAX_SKIPPED;
  const start = far ? await positionAt(db, list.scan, request.from - 1) : (request.after ?? null);
  if (far && !start) {
    const count = counting ? await countRows(db, list.scan) : list.count;
    return { count, pages: keysetPages(request, async () => []) };
  }
  // By cursor one row more is asked for, which tells whether any follows.
  const skipped = far ? 0 : request.from;
  const keep = skipped + Math.min(request.size + 1, PAGE_ROWS);
  const first = await firstInOrder(db, list.scan, { after: start, keep, counting });
  const pages = keysetPages(request, reader(db, list, { positions: first.positions, skipped, keep }));
  const count = counting ? first.count + request.from - skipped : list.count;
  return { count: byCursor ? null : count, pages };
}

/** Reads rows at positions that were found, and finds the next ones when they are used up. */
function reader<Row extends Pick<Position, 'tie'>>(
  db: D1Database,
  list: SortedList<Row>,
  first: { positions: readonly Position[]; skipped: number; keep: number },
) {
  let ready: readonly Position[] = first.positions.slice(first.skipped);
  let last = first.positions.at(-1) ?? null;
  let more = first.positions.length === first.keep;
  return async ({ limit }: Pick<PageWindow, 'limit'>): Promise<readonly (Row & Position)[]> => {
    for (;;) {
      if (ready.length === 0 && more) {
        const next = await firstInOrder(db, list.scan, { after: last, keep: PAGE_ROWS, counting: false });
        ready = next.positions;
        last = ready.at(-1) ?? last;
        more = ready.length === PAGE_ROWS;
      }
      if (ready.length === 0) return [];
      const asked = ready.slice(0, limit);
      const rows = new Map((await list.fetch(asked.map(({ tie }) => tie))).map((row) => [row.tie, row]));
      const end = asked.findLastIndex(({ tie }) => rows.has(tie));
      ready = ready.slice(end < 0 ? asked.length : end + 1);
      if (end >= 0)
        return asked.flatMap((position) => {
          const row = rows.get(position.tie);
          return row ? [{ ...row, ...position }] : [];
        });
    }
  };
}

/** The position of the row with so many before it, sorted by the database; null where there are not as many. */
async function positionAt(db: D1Database, scan: Scan, offset: number): Promise<Position | null> {
  const rows = await drizzle(db).all<Position>(sql`
    SELECT ${scan.key} AS "key", ${scan.tie} AS "tie" FROM ${scan.from}
    WHERE ${scan.where} ORDER BY ${orderBy(scan)} LIMIT 1 OFFSET ${offset}`);
  return rows[0] ?? null;
}
