import type { Kind } from '../../src/model/records.ts';
import { kindCode } from '../../src/records/kinds.ts';
import { jsonTexts } from './values.ts';

/** What is known of each record, waiting ones included: those have no entity, media and date. */
export interface KnownRow {
  readonly id: string;
  readonly owner: string;
  readonly entity: number | null;
  readonly media: string | null;
  readonly date: number | null;
  readonly change: number;
  readonly hash: string;
  /** UTF-8 bytes, the LF included. */
  readonly size: number;
}

/** The row of a record that is in a piece. */
export interface PlacedRow extends KnownRow {
  readonly entity: number;
  readonly media: string;
  readonly date: number;
}

export const isPlaced = (row: KnownRow): row is PlacedRow => row.date !== null;

const COLUMNS = ['id', 'owner', 'entity', 'media', 'date', 'change', 'hash', 'size'] as const;

/** Keys of records, and which members an owner has. */
export class Keys {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(kind: Kind, ids: Iterable<string>): Map<string, KnownRow> {
    const rows = this.#through<KnownRow>(
      ids,
      `SELECT k.id, k.owner, k.entity, k.media, k.date, k.change, k.hash, k.size
      FROM json_each(?1) AS i CROSS JOIN keys AS k ON k.kind = ?2 AND k.id = i.value`,
      kindCode(kind),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Writes rows over those that are there. */
  put(kind: Kind, rows: readonly KnownRow[]): void {
    const values = rows.map((row) => COLUMNS.map((column) => row[column]));
    for (const text of jsonTexts(values))
      this.#sql.exec(
        `INSERT OR REPLACE INTO keys (kind, ${COLUMNS.join(', ')}) SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3,
          value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(?1)`,
        text,
        kindCode(kind),
      );
  }

  remove(kind: Kind, ids: readonly string[]): void {
    for (const text of jsonTexts(ids))
      this.#sql.exec(
        'DELETE FROM keys WHERE kind = ? AND id IN (SELECT value FROM json_each(?))',
        kindCode(kind),
        text,
      );
  }

  addMembers(rows: readonly Pick<KnownRow, 'owner' | 'id'>[]): void {
    for (const text of jsonTexts(rows.map(({ owner, id }) => [owner, id])))
      this.#sql.exec(
        'INSERT OR IGNORE INTO members (owner, id) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
        text,
      );
  }

  removeMembers(rows: readonly Pick<KnownRow, 'owner' | 'id'>[]): void {
    for (const { owner, id } of rows)
      this.#sql.exec('DELETE FROM members WHERE owner = ? AND id = ?', owner, id);
  }

  /** The members, of their kind, that these owners have. */
  membersOf(kind: Kind, owners: Iterable<string>): readonly KnownRow[] {
    return this.#through<KnownRow>(
      owners,
      `SELECT k.id, k.owner, k.entity, k.media, k.date, k.change, k.hash, k.size FROM json_each(?1) AS i
      CROSS JOIN members AS m ON m.owner = i.value CROSS JOIN keys AS k ON k.kind = ?2 AND k.id = m.id`,
      kindCode(kind),
    );
  }

  #through<T>(ids: Iterable<string>, query: string, kind: number): T[] {
    // The queries name the columns of T.
    return [...jsonTexts(ids)].flatMap(
      (text) => this.#sql.exec(query, text, kind).toArray() as unknown as T[],
    );
  }
}
