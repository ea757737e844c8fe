import { and, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  behind,
  keysetPages,
  orderBy,
  type Listing,
  type Ordering,
  type PageRequest,
  type PageWindow,
  type Position,
} from './pages.ts';
import { isSelectable, listSelected } from './selected-pages.ts';

/** A table whose rows carry their answer to the client as JSON. */
export type ViewTable = SQLiteTable & {
  readonly id: SQLiteColumn;
  readonly ccid: SQLiteColumn;
  readonly view: SQLiteColumn;
};

/** A row of a list: its place in the order, and its answer as JSON text. */
export interface ViewRow {
  readonly key: string | number;
  readonly tie: number;
  readonly view: string;
}

/** A list of such rows: of which table, which rows, in which order. */
export interface ViewQuery {
  readonly table: ViewTable;
  /** The index that has every column of the filters and orders, and no answer. */
  readonly narrow: string;
  readonly matches: SQL | undefined;
  readonly key: SQL;
  readonly page: PageRequest<string>;
  /** How many rows match, where counters tell. */
  readonly count: number | null;
}

/** Characters of answers in one page. One answer has at most some 140,000 (a JSON body has 64 KB and is in it twice). */
const PAGE_CHARACTERS = 4 * 1024 * 1024;
/** Pages of so few rows are read without looking at the length of answers: 14 MB at most. */
export const SMALL_PAGE = 101;

/** The contact center's rows that match, as pages of JSON texts. */
export async function listViews(db: D1Database, ccid: string, query: ViewQuery): Promise<Listing<ViewRow>> {
  const { table, page } = query;
  const where = and(sql`${table.ccid} = ${ccid}`, query.matches);
  const ordering = { key: query.key, tie: table.id, descending: page.descending };
  const read = (window: PageWindow): Promise<ViewRow[]> =>
    readPage(db, { ...query, where, ordering, window });
  if (query.count === null && page.order !== 'id' && isSelectable(page)) {
    const candidates = { from: narrowRows(query), where, ordering };
    const fetch = (positions: readonly Position[]) => viewsAt(db, ccid, { table, positions });
    return listSelected(db, { candidates, page, fetch, fetched: SMALL_PAGE, beyond: read });
  }
  if (query.count !== null || page.after !== undefined)
    return { count: query.count, pages: keysetPages(page, read) };
  const limit = Math.min(page.size, SMALL_PAGE);
  const first = await read({ after: null, offset: page.from, limit });
  const count = await countAround(db, { ...query, where, ordering }, { first, limit });
  return { count, pages: keysetPages(page, beginningWith(first, read)) };
}

/**
 * How many rows match, with as few of them seen again as can be: in another order the first page brings the number
 * along; in the order of the index the rows up to its end have been seen, and only those behind it are counted.
 */
async function countAround(
  db: D1Database,
  query: ViewQuery & { where: SQL | undefined; ordering: Ordering },
  { first, limit }: { first: readonly CountedRow[]; limit: number },
): Promise<number> {
  const last = first.at(-1);
  // Nothing from here on: what is before is not known.
  if (!last) return query.page.from === 0 && limit > 0 ? 0 : countRows(db, query);
  if (last.count !== undefined) return last.count;
  const seen = query.page.from + first.length;
  if (first.length < limit) return seen;
  return seen + (await countRows(db, { ...query, where: and(query.where, behind(query.ordering, last)) }));
}

/** A row of a first page; `count` is the number of matches, where the query told it. */
type CountedRow = ViewRow & { readonly count?: number };

/** Answers the first page from rows that are there already; the next one goes on behind them. */
function beginningWith(rows: readonly ViewRow[], read: (window: PageWindow) => Promise<ViewRow[]>) {
  let given = false;
  return async (window: PageWindow): Promise<readonly ViewRow[]> => {
    if (given) return read(window);
    given = true;
    return rows;
  };
}

async function countRows(
  db: D1Database,
  { table, narrow, where }: Pick<ViewQuery, 'table' | 'narrow'> & { where: SQL | undefined },
): Promise<number> {
  const counted = await drizzle(db).get<{ count: number }>(
    sql`SELECT count(*) AS "count" FROM ${narrowRows({ table, narrow })} WHERE ${where}`,
  );
  return counted.count;
}

const narrowRows = ({ table, narrow }: Pick<ViewQuery, 'table' | 'narrow'>): SQL =>
  sql`${table} INDEXED BY ${sql.identifier(narrow)}`;

/** The answers of SMALL_PAGE rows at most that were found before, in their order. */
async function viewsAt(
  db: D1Database,
  ccid: string,
  { table, positions }: { table: ViewTable; positions: readonly Position[] },
): Promise<readonly ViewRow[]> {
  const ids = JSON.stringify(positions.map(({ tie }) => tie));
  const found = await drizzle(db).all<Pick<ViewRow, 'tie' | 'view'>>(sql`
    SELECT ${table.id} AS "tie", ${table.view} AS "view"
    FROM json_each(${ids}) AS wanted CROSS JOIN ${table} ON ${table.id} = wanted.value WHERE ${table.ccid} = ${ccid}`);
  const views = new Map<Position['tie'], Pick<ViewRow, 'tie' | 'view'>>(found.map((row) => [row.tie, row]));
  return positions.flatMap(({ key, tie }) => {
    const row = views.get(tie);
    return row ? [{ key, ...row }] : [];
  });
}

type PageQuery = ViewQuery & { where: SQL | undefined; ordering: Ordering; window: PageWindow };

function readPage(db: D1Database, query: PageQuery): Promise<CountedRow[]> {
  const rows = query.page.order === 'id' ? inIndexOrder(query) : sorted(query);
  return drizzle(db).all<CountedRow>(query.window.limit <= SMALL_PAGE ? rows : bounded(rows, query.ordering));
}

/** Rows in the order of the index: answers are fetched for those of the page alone. */
function inIndexOrder({ table, narrow, where, ordering, window }: PageQuery): SQL {
  return sql`
    SELECT ${ordering.key} AS "key", ${table.id} AS "tie", ${table.view} AS "view"
    FROM ${narrowRows({ table, narrow })} WHERE ${and(where, behind(ordering, window.after))}
    ORDER BY ${orderBy(ordering)} LIMIT ${window.limit} OFFSET ${window.offset}`;
}

/** Rows in another order: narrow rows are sorted, then the answers of the page are fetched. */
function sorted({ table, narrow, where, ordering, window, count, page }: PageQuery): SQL {
  const counting = count === null && page.after === undefined && window.after === null;
  const counted = counting ? sql`, count(*) OVER () AS "count"` : sql``;
  const outer = orderBy({ key: sql`"key"`, tie: sql`"tie"`, descending: ordering.descending });
  return sql`
    SELECT "key", "tie", ${table.view} AS "view"${counting ? sql`, "count"` : sql``} FROM (
      SELECT ${ordering.key} AS "key", ${table.id} AS "tie"${counted} FROM ${narrowRows({ table, narrow })}
      WHERE ${and(where, behind(ordering, window.after))}
      ORDER BY ${orderBy(ordering)} LIMIT ${window.limit} OFFSET ${window.offset}
    ) CROSS JOIN ${table} ON ${table.id} = "tie" ORDER BY ${outer}`;
}

/** As many of the rows as have PAGE_CHARACTERS together, and one more. */
function bounded(rows: SQL, ordering: Ordering): SQL {
  const order = orderBy({ key: sql`"key"`, tie: sql`"tie"`, descending: ordering.descending });
  return sql`
    SELECT "key", "tie", "view" FROM (
      SELECT *, sum(length("view")) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS "total" FROM (${rows})
    ) WHERE "total" - length("view") < ${PAGE_CHARACTERS} ORDER BY ${order}`;
}

/** The answer of one row as JSON text, or null when the contact center has no such row. */
export async function findView(db: D1Database, ccid: string, query: { table: ViewTable; id: number }) {
  const { table, id } = query;
  const rows = await drizzle(db).all<{ view: string }>(
    sql`SELECT ${table.view} AS "view" FROM ${table} WHERE ${table.id} = ${id} AND ${table.ccid} = ${ccid}`,
  );
  return rows[0]?.view ?? null;
}
