import { z } from 'zod';
import type { Cursor } from '../../../src/model/cursor.ts';
import type { Scope } from '../../../src/records/source/source.ts';

/** How the records of an entry are paged: by which index, in which order, from where to where. */
export interface Keyset {
  readonly index: 'records_page' | 'records_change';
  /** The same of the records whose texts lie in R2. */
  readonly largeIndex: 'records_large_page' | 'records_large_change';
  /** The columns that order them, and the key that all of them are before. */
  readonly order: string;
  readonly end: readonly (string | number)[];
  /** SQL conditions for where they begin, with `?` for each of `values`. */
  readonly begin: readonly string[];
  readonly values: readonly (string | number)[];
}

/**
 * A D1 cursor: the key of the last record read, [date, owner's id ("" for owners), own id] or [change number, "", ""].
 * Checkpoints hold it in this form since the first version.
 */
const key = z.tuple([z.int(), z.string(), z.string()]).readonly();
type Key = z.infer<typeof key>;

/**
 * A whole window goes by date, owner, id; an incremental one by change number: the index that finds a few changed records
 * among many, and reads no other row.
 */
export function keysetOf(scope: Scope, after: Cursor | null): Keyset {
  const last = after === null ? null : key.parse(after);
  return scope.changes ? byChange(scope.changes, last) : byDate(scope, last);
}

function byDate({ from, to }: Scope, after: Key | null): Keyset {
  return {
    index: 'records_page',
    largeIndex: 'records_large_page',
    order: 'date, owner, id',
    end: [to ?? Number.MAX_SAFE_INTEGER, '', ''],
    begin: after ? ['(date, owner, id) > (?, ?, ?)'] : from === null ? [] : ['date >= ?'],
    values: after ?? (from === null ? [] : [from]),
  };
}

const byChange = ({ from, to }: NonNullable<Scope['changes']>, after: Key | null): Keyset => ({
  index: 'records_change',
  largeIndex: 'records_large_change',
  order: 'change',
  end: [to + 1],
  begin: ['change > ?'],
  values: [after ? after[0] : from],
});

/** The columns of a keyset's `order`: the change number alone, or the other three. */
export interface KeyRow {
  readonly change: number;
  readonly date: number;
  readonly owner: string;
  readonly id: string;
}

/** The cursor behind a row. */
export function cursorOf(scope: Scope, row: KeyRow): Cursor {
  const last: Key = scope.changes ? [row.change, '', ''] : [row.date, row.owner, row.id];
  return last as unknown as Cursor; // read again by keysetOf alone, which parses it
}
