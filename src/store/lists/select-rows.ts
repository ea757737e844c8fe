import { inArray, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { orderBy, type Scan } from './list.ts';

/** A row that is selected, and what people know it by. */
export interface SelectedRow {
  readonly id: number | string;
  readonly title: string;
}

/** The ids of at most `limit` rows of a scan, in its order. */
export async function selectRows(
  db: D1Database,
  scan: Scan,
  limit: number,
): Promise<readonly (number | string)[]> {
  const rows = await drizzle(db).all<{ tie: number | string }>(
    sql`SELECT ${scan.tie} AS "tie" FROM ${scan.from} WHERE ${scan.where} ORDER BY ${orderBy(scan)} LIMIT ${limit}`,
  );
  return rows.map(({ tie }) => tie);
}

/** Whether a row is one of these, where they are given: as one bound value, of which D1 takes 100. */
export const among = (column: SQLiteColumn, ids: readonly (number | string)[] | undefined): SQL | undefined =>
  ids === undefined ? undefined : inArray(column, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`);

/** What rows are known by, in the order of their ids; those that have gone meanwhile are missing. */
export function inOrder(
  ids: readonly (number | string)[],
  rows: readonly SelectedRow[],
): readonly SelectedRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}
