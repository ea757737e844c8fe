import type { Kind } from '../../src/model/records.ts';
import { kindCode } from '../../src/records/kinds.ts';
import type { Line } from '../../src/records/packed/line-table.ts';
import type { PlacedRow } from './keys.ts';
import type { PieceRow } from './piece-rows.ts';
import { jsonTexts } from './values.ts';

/** Where a line was, and the number that it had. */
export type DeadPlace = Pick<PlacedRow, 'entity' | 'date' | 'owner' | 'id' | 'change'>;

/**
 * Lines that are dead though their pieces are there. A tombstone names the line by its place and change number, and the version at which
 * it died: it holds of pieces that were made before that version, and of no other.
 */
export class Tombstones {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(kind: Kind, rows: readonly PlacedRow[], version: number): void {
    const values = rows.map(({ entity, date, owner, id, change }) => [entity, date, owner, id, change]);
    for (const text of jsonTexts(values))
      this.#sql.exec(
        `INSERT OR IGNORE INTO tombstones (kind, entity, date, owner, id, change, at)
        SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?3 FROM json_each(?1)`,
        text,
        kindCode(kind),
        version,
      );
  }

  /** Where lines of these records have died, whatever they were then. */
  placesOf(kind: Kind, ids: readonly string[]): readonly DeadPlace[] {
    return [...jsonTexts(ids)].flatMap((text) =>
      this.#sql
        .exec<DeadPlace & Record<string, SqlStorageValue>>(
          `SELECT t.entity, t.date, t.owner, t.id, t.change FROM json_each(?1) AS i
          CROSS JOIN tombstones AS t INDEXED BY tombstones_id ON t.kind = ?2 AND t.id = i.value`,
          text,
          kindCode(kind),
        )
        .toArray(),
    );
  }

  /** Whether a line of this piece may be dead at `asOf` (null: now). Says yes of a line in its range that is another piece's, too. */
  touch(piece: PieceRow, asOf: number | null): boolean {
    const rows = this.#sql.exec(
      `SELECT 1 ${OF_PIECE} AND change >= ?11 AND change <= ?12 LIMIT 1`,
      ...bounds(piece, asOf),
      piece.low,
      piece.high,
    );
    return rows.toArray().length > 0;
  }

  /** Whether a line of this piece may have died since a version. */
  touchedSince(piece: PieceRow, version: number): boolean {
    return this.touch({ ...piece, created: Math.max(piece.created, version) }, null);
  }

  /** How many lines of an entry have died in its pieces, of `most` at most. */
  countOf({ kind, entity }: Pick<PieceRow, 'kind' | 'entity'>, most: number): number {
    const counted = 'SELECT 1 FROM tombstones WHERE kind = ? AND entity = ? LIMIT ?';
    return this.#sql.exec(counted, kind, entity, most).toArray().length;
  }

  /** How many lines of this piece may be dead, of `most` at most. */
  countIn(piece: PieceRow, most: number): number {
    const rows = this.#sql.exec(
      `SELECT 1 ${OF_PIECE} AND change >= ?11 AND change <= ?12 LIMIT ?13`,
      ...bounds(piece, null),
      piece.low,
      piece.high,
      most,
    );
    return rows.toArray().length;
  }

  /** Tells of a line of this piece whether it is dead at `asOf` (null: now). */
  deadIn(piece: PieceRow, asOf: number | null): (line: Pick<Line, 'date' | 'id' | 'change'>) => boolean {
    const rows = this.#sql.exec<{ date: number; id: string; change: number }>(
      `SELECT date, id, change ${OF_PIECE}`,
      ...bounds(piece, asOf),
    );
    const dead = new Set(rows.toArray().map(markOf));
    return (line) => dead.size > 0 && dead.has(markOf(line));
  }
}

/** Tombstones in the range of a piece that hold of it. */
const OF_PIECE = `FROM tombstones WHERE kind = ?1 AND entity = ?2
  AND (date, owner, id) >= (?3, ?4, ?5) AND (date, owner, id) <= (?6, ?7, ?8) AND at > ?9 AND at <= ?10`;

const bounds = ({ kind, entity, first, last, created }: PieceRow, asOf: number | null) => [
  kind,
  entity,
  first.date,
  first.owner,
  first.id,
  last.date,
  last.owner,
  last.id,
  created,
  asOf ?? Number.MAX_SAFE_INTEGER,
];

/** A record has one owner at a time, so that this names a line of an entry. */
const markOf = ({ date, id, change }: Pick<Line, 'date' | 'id' | 'change'>): string =>
  `${date} ${change} ${id}`;
