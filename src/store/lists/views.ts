import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { listInAnyOrder } from './in-any-order.ts';
import { listInIndexOrder } from './in-index-order.ts';
import { behind, FIRST_ROWS, orderBy } from './list.ts';
import type { List, ListRequest, PageWindow, Position, Scan } from './list.ts';

/** A table whose rows carry their answer to the client as JSON. */
type ViewTable = SQLiteTable & {
  readonly id: SQLiteColumn;
  readonly ccid: SQLiteColumn;
  readonly view: SQLiteColumn;
};

/** A row of a list: its id, and its answer as JSON text. */
export interface ViewRow {
  readonly tie: number;
  readonly view: string;
}

/** A list of such rows. */
interface ViewList {
  readonly table: ViewTable;
  /** The rows that match, by the index that begins with the id and has every column of the filters and orders, and no answer. */
  readonly narrow: Scan;
  /** The rows that match, each in one scan in the order of the list; null where no index has the order. */
  readonly walks: readonly Scan[] | null;
  /** How many rows match, where counters tell. */
  readonly count: number | null;
}

/**
 * Characters of answers in one page, which is held for a client that takes its time. One answer has at most some 140,000
 * (a JSON body has 64 KB and is in it twice).
 */
const PAGE_CHARACTERS = 512 * 1024;
/** D1 takes five terms in a compound SELECT; SQLite makes one of those within those. */
const TERMS = 5;

/** Rows of a table by an index of it. */
export const byIndex = (table: SQLiteTable, index: string): SQL =>
  sql`${table} INDEXED BY ${sql.identifier(index)}`;

/** The contact center's rows that match, as pages of JSON texts. */
export function listViews(
  db: D1Database,
  ccid: string,
  { request, list }: { request: ListRequest<string>; list: ViewList },
): Promise<List<ViewRow>> {
  const { table, narrow: scan, walks, count } = list;
  if (walks) {
    const read = (window: PageWindow) => readViews(db, { table, walks, window });
    return listInIndexOrder(db, request, { scan, count, read, cut });
  }
  const fetch = (ids: readonly Position['tie'][]) => viewsOf(db, ccid, { table, ids });
  return listInAnyOrder(db, request, { scan, count, fetch });
}

/**
 * Reads one page from indexes in its order. SQLite merges the walks lazily: a page of n rows reads n and one for each walk.
 * The eighteen walks of runs (three types, six statuses) bind 93 values at most; D1 takes 100.
 */
async function readViews(
  db: D1Database,
  { table, walks, window }: { table: ViewTable; walks: readonly Scan[]; window: PageWindow },
): Promise<readonly (ViewRow & Position)[]> {
  const [first] = walks;
  if (!first) return [];
  const terms = walks.map(
    (walk) => sql`
      SELECT ${walk.key} AS "key", ${walk.tie} AS "tie", ${table.view} AS "view"
      FROM ${walk.from} WHERE ${and(walk.where, behind(walk, window.after))}`,
  );
  const order = orderBy({ ...first, key: sql`"key"`, tie: sql`"tie"` });
  const rows = sql`${union(terms)} ORDER BY ${order} LIMIT ${window.limit} OFFSET ${window.offset}`;
  return drizzle(db).all<ViewRow & Position>(window.limit <= FIRST_ROWS ? rows : bounded(rows, order));
}

function union(terms: readonly SQL[]): SQL {
  if (terms.length <= TERMS) return sql.join([...terms], sql` UNION ALL `);
  const groups = Array.from({ length: Math.ceil(terms.length / TERMS) }, (_, at) =>
    union(terms.slice(at * TERMS, (at + 1) * TERMS)),
  );
  return union(groups.map((group) => sql`SELECT * FROM (${group})`));
}

/** The answers of ids that were found before, or the first of them that make a page. */
async function viewsOf(
  db: D1Database,
  ccid: string,
  { table, ids }: { table: ViewTable; ids: readonly Position['tie'][] },
): Promise<readonly ViewRow[]> {
  const rows = sql`
    SELECT wanted.key AS "at", ${table.id} AS "tie", ${table.view} AS "view"
    FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN ${table} ON ${table.id} = wanted.value
    WHERE ${table.ccid} = ${ccid}`;
  return ids.length <= FIRST_ROWS
    ? cut(await drizzle(db).all<ViewRow>(rows))
    : drizzle(db).all<ViewRow>(bounded(rows, sql`"at"`));
}

/**
 * As many of the rows as have PAGE_CHARACTERS together, and one more. FIRST_ROWS come without a look at
 * their lengths, which SQLite would count as rows: 14 MB at most, of which no more than a page is kept.
 */
const bounded = (rows: SQL, order: SQL): SQL => sql`
  SELECT * FROM (
    SELECT *, sum(length("view")) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS "total" FROM (${rows})
  ) WHERE "total" - length("view") < ${PAGE_CHARACTERS} ORDER BY ${order}`;

/** The same of rows that are here. */
function cut<Row extends ViewRow>(rows: readonly Row[]): readonly Row[] {
  let characters = 0;
  const last = rows.findIndex(({ view }) => (characters += view.length) >= PAGE_CHARACTERS);
  return last < 0 ? rows : rows.slice(0, last + 1);
}

/** The answer of one row as JSON text, or null when the contact center has no such row. */
export async function findView(
  db: D1Database,
  ccid: string,
  { table, id }: { table: ViewTable; id: number },
): Promise<string | null> {
  const rows = await drizzle(db).all<{ view: string }>(
    sql`SELECT ${table.view} AS "view" FROM ${table} WHERE ${and(eq(table.id, id), eq(table.ccid, ccid))}`,
  );
  return rows[0]?.view ?? null;
}
