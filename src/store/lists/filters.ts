import { eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { fold } from '../../model/fold.ts';
import { JOB_TYPES, olderType } from '../../model/records.ts';

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
  const named = Array.isArray(labels)
    ? labels.map((value: string): Named => [value, [value]])
    : Object.entries(labels).map((names): Named => [names[0], names]);
  return amongNamed(column, named, text);
}

/** The type of a job. */
export interface TypeFilter {
  readonly type?: string | undefined;
  /** Whether it is asked for as the API's older versions show it. */
  readonly older?: boolean | undefined;
}

/** The same of the types of jobs. */
export const ofType = (column: SQLiteColumn, { type, older = false }: TypeFilter): SQL | undefined =>
  amongNamed(
    column,
    JOB_TYPES.map((value): Named => [value, [older ? olderType(value) : value]]),
    type,
  );

type Named = readonly [value: string, names: readonly string[]];

function amongNamed(
  column: SQLiteColumn,
  named: readonly Named[],
  text: string | undefined,
): SQL | undefined {
  if (text === undefined) return undefined;
  const wanted = fold(text);
  const found = named.filter(([, names]) => names.some((name) => fold(name).includes(wanted)));
  const values = found.map(([value]) => value);
  return values.length > 0 ? inArray(column, values) : sql`0`;
}
