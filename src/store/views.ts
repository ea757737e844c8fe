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
} from './pages.ts';

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

/** Characters of answers in one page. One answer has at most a few hundred thousand (a JSON body has 64 KB). */
const PAGE_CHARACTERS = 4 * 1024 * 1024;

/** The contact center's rows that match, as pages of JSON texts of at most PAGE_CHARACTERS and one answer more. */
export async function listViews(
  db: D1Database,
  ccid: string,
  query: {
    readonly table: ViewTable;
    readonly matches: SQL | undefined;
    readonly key: SQL;
    readonly page: Omit<PageRequest<string>, 'order'>;
  },
): Promise<Listing<ViewRow>> {
  const { table, key, page } = query;
  const where = and(sql`${table.ccid} = ${ccid}`, query.matches);
  const counted = await drizzle(db).get<{ count: number }>(
    sql`SELECT count(*) AS count FROM ${table} WHERE ${where}`,
  );
  const ordering = { key, tie: table.id, descending: page.descending };
  return {
    count: counted.count,
    pages: keysetPages(page, (window) => readPage(db, { table, where, ordering, window })),
  };
}

function readPage(
  db: D1Database,
  query: { table: ViewTable; where: SQL | undefined; ordering: Ordering; window: PageWindow },
): Promise<ViewRow[]> {
  const { table, ordering, window } = query;
  const where = and(query.where, behind(ordering, window.after));
  const order = orderBy({ key: sql`"key"`, tie: sql`"tie"`, descending: ordering.descending });
  return drizzle(db).all<ViewRow>(sql`
    SELECT "key", "tie", "view" FROM (
      SELECT *, sum(length("view")) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS "total" FROM (
        SELECT ${ordering.key} AS "key", ${table.id} AS "tie", ${table.view} AS "view"
        FROM ${table} WHERE ${where} ORDER BY ${orderBy(ordering)} LIMIT ${window.limit} OFFSET ${window.offset}
      )
    ) WHERE "total" - length("view") < ${PAGE_CHARACTERS} ORDER BY ${order}`);
}

/** The answer of one row as JSON text, or null when the contact center has no such row. */
export async function findView(db: D1Database, ccid: string, query: { table: ViewTable; id: number }) {
  const { table, id } = query;
  const rows = await drizzle(db).all<{ view: string }>(
    sql`SELECT ${table.view} AS "view" FROM ${table} WHERE ${table.id} = ${id} AND ${table.ccid} = ${ccid}`,
  );
  return rows[0]?.view ?? null;
}
