import { getTableColumns, getTableName } from 'drizzle-orm';
import { declaredTables } from './declared-tables.ts';
import { limits } from './schema-lists.ts';

/** Every table whose rows name a contact center, but for what the operator allowed it: that goes last, by itself. */
const TABLES: readonly string[] = declaredTables
  .filter(
    (table) => table !== limits && Object.values(getTableColumns(table)).some(({ name }) => name === 'ccid'),
  )
  .map(getTableName);

/** How many rows each table has of a contact center, `most` at most; tables without any are left out. */
export async function rowsHeld(
  db: D1Database,
  ccid: string,
  most: number,
): Promise<Readonly<Record<string, number>>> {
  const counts = await db.batch<{ n: number }>(
    TABLES.map((table) =>
      db
        .prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ccid = ?1 LIMIT ?2)`)
        .bind(ccid, most),
    ),
  );
  const held = TABLES.map((table, at) => [table, counts[at]?.results[0]?.n ?? 0] as const);
  return Object.fromEntries(held.filter(([, count]) => count > 0));
}

/** Removes so many rows of a contact center from one table; answers how many there were. What triggers count of them goes with them. */
export async function removeRows(
  db: D1Database,
  ccid: string,
  { table, most }: { readonly table: string; readonly most: number },
): Promise<number> {
  const known = TABLES.find((name) => name === table);
  if (known === undefined) throw new Error(`No rows of contact centers in ${table}`);
  const { results } = await db
    .prepare(
      `DELETE FROM ${known} WHERE rowid IN (SELECT rowid FROM ${known} WHERE ccid = ?1 LIMIT ?2) RETURNING 1`,
    )
    .bind(ccid, most)
    .all();
  return results.length;
}
