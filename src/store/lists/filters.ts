import { inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { fold } from '../../model/fold.ts';

/** "Contains" without case on a column that was folded when written. LIKE would fold ASCII only and treat % and _. */
export const contains = (folded: SQLWrapper, text: string | undefined): SQL | undefined =>
  text === undefined ? undefined : sql`instr(${folded}, ${fold(text)}) > 0`;

/**
 * "Contains" without case on a column with a closed set of values: those whose value or label contains `text` are
 * picked here, and the query compares for equality, which an index can serve.
 */
export function oneOf(
  column: SQLiteColumn,
  labels: Readonly<Record<string, string>>,
  text: string | undefined,
): SQL | undefined {
  const values = valuesLike(labels, text);
  if (values === null) return undefined;
  return values.length > 0 ? inArray(column, [...values]) : sql`0`;
}

/** The values of a closed set whose value or label contains `text` without case; null when `text` is not given. */
export function valuesLike(
  labels: Readonly<Record<string, string>>,
  text: string | undefined,
): readonly string[] | null {
  if (text === undefined) return null;
  const wanted = fold(text);
  return Object.entries(labels)
    .filter((names) => names.some((name) => fold(name).includes(wanted)))
    .map(([value]) => value);
}

/** The closed sets of columns that are their own labels. */
export const selfLabelled = (values: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(values.map((value) => [value, value]));
