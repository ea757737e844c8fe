import { eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { fold } from '../../model/fold.ts';

/** Equality, where a value is given. */
export const exactly = (
  column: SQLiteColumn,
  value: string | number | boolean | undefined,
): SQL | undefined => (value === undefined ? undefined : eq(column, value));

/** "Contains" without case on a column that was folded when written. LIKE would fold ASCII only and treat % and _. */
export const contains = (folded: SQLWrapper, text: string | undefined): SQL | undefined =>
  text === undefined ? undefined : sql`instr(${folded}, ${fold(text)}) > 0`;

/**
 * "Contains" without case on a column with a closed set of values: those whose value or label contains `text` are
 * picked here, and the query compares for equality, which an index can serve. A list of values labels itself.
 */
export function oneOf(
  column: SQLiteColumn,
  labels: Readonly<Record<string, string>> | readonly string[],
  text: string | undefined,
): SQL | undefined {
  if (text === undefined) return undefined;
  const wanted = fold(text);
  const entries = Array.isArray(labels) ? labels.map((value) => [value]) : Object.entries(labels);
  const values = entries.filter((names) => names.some((name) => fold(name).includes(wanted)));
  return values.length > 0
    ? inArray(
        column,
        values.map(([value]) => value),
      )
    : sql`0`;
}
