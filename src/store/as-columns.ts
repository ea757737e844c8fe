import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/**
 * A row as the columns of a SELECT, in the order of its table: what is inserted only where another table still says so is selected from
 * that one.
 */
export function asColumns<Table extends SQLiteTable>(
  table: Table,
  row: Table['$inferSelect'],
): { [C in keyof Table['$inferSelect']]: SQL.Aliased<Table['$inferSelect'][C]> } {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => [
    name,
    // The keys of a row are those of its table's columns.
    sql`${sql.param(row[name as keyof typeof row], column)}`.as(column.name),
  ]);
  // One entry for each column, by its name, and of its type.
  return Object.fromEntries(columns) as never;
}
