import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { declaredTables } from './declared-tables.ts';

/**
 * Columns and tables that the service reads or writes and D1 does not have, as `table.column`: migrations were forgotten. One query; it
 * reads the catalogue alone.
 */
export async function missingFromSchema(db: D1Database): Promise<readonly string[]> {
  const rows = await drizzle(db).all<{ name: string }>(
    sql`SELECT t.name || '.' || c.name AS "name" FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  );
  const found = new Set(rows.map(({ name }) => name));
  return wanted().filter((name) => !found.has(name));
}

/** Every column of every table that the code declares. */
const wanted = (): readonly string[] =>
  declaredTables.flatMap((table) =>
    Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
  );
