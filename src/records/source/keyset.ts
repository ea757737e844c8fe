import type { Cursor, Scope } from './source.ts';

/** How the records of a part are paged: by which index, in which order, from where to where. */
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

/** A whole window goes by date, owner, id; an incremental one by change number (semantics.md, "DataSync"). */
export const keysetOf = (scope: Scope, after: Cursor | null): Keyset =>
  scope.changes ? byChange(scope.changes, after) : byDate(scope, after);

function byDate({ from, to }: Scope, after: Cursor | null): Keyset {
  return {
    index: 'records_page',
    largeIndex: 'records_large_page',
    order: 'date, owner, id',
    end: [to ?? Number.MAX_SAFE_INTEGER, '', ''],
    begin: after ? ['(date, owner, id) > (?, ?, ?)'] : from === null ? [] : ['date >= ?'],
    values: after ?? (from === null ? [] : [from]),
  };
}

const byChange = ({ from, to }: NonNullable<Scope['changes']>, after: Cursor | null): Keyset => ({
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
export const cursorOf = (scope: Scope, row: KeyRow): Cursor =>
  scope.changes ? [row.change, '', ''] : [row.date, row.owner, row.id];
