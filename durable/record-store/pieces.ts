import type { Kind } from '../../src/model/records.ts';
import { kindCode } from '../../src/records/kinds.ts';
import {
  decodeTable,
  hasPrint,
  printBytes,
  type Line,
  type LineTable,
} from '../../src/records/packed/line-table.ts';
import type { RecordKey } from '../../src/records/packed/order.ts';
import type { PageCursor } from '../../src/records/packed/protocol.ts';
import type { Piece } from '../../src/records/packed/piece.ts';
import { isSmall, mediaIn, PIECE_COLUMNS, pieceOfRow, type PieceRow, type RawPiece } from './piece-rows.ts';
import { SETTLED, type Packs } from './packs.ts';
import type { PieceQuery } from './selection.ts';
import { blobOf } from './values.ts';

/** Rows of pieces that are held; where few are looked for, no more than one page has: none is looked for twice. */
const AT_A_TIME = 100;
const FEW_AT_A_TIME = 16;

/** Behind which piece a reading begins: its first key, and its number. */
function startOf(after: PageCursor | null): readonly [number, string, string, number] {
  if (!after) return [Number.MIN_SAFE_INTEGER, '', '', 0];
  const { low } = after;
  return low
    ? [low.date, low.owner, low.id, 0]
    : [after.date, after.owner, after.id, Number.MAX_SAFE_INTEGER];
}

/** Where a piece comes to lie that is in a pack, and how far it is on its way into order. */
export interface PackedAt {
  readonly object: string;
  readonly at: number;
  readonly tier: number;
}

/** Whether compaction has something to do with a piece: all but those that it has made last. */
const isLoose = (piece: Piece & { readonly pack?: PackedAt | null }): boolean =>
  piece.pack?.tier !== SETTLED || isSmall(piece);

/** The pieces of a store: what is known of each, and their bodies. */
export class Pieces {
  readonly #sql: SqlStorage;
  readonly #packs: Packs;

  constructor(sql: SqlStorage, packs: Packs) {
    this.#sql = sql;
    this.#packs = packs;
  }

  /** `base` is added to the change numbers of the piece; one that lies in a pack has no body here. */
  add(
    kind: Kind,
    entity: number,
    piece: Piece & { readonly pack?: PackedAt | null },
    at: { version: number; base: number },
  ): void {
    const { first, last } = piece;
    const place = [kindCode(kind), entity, first.date, first.owner, first.id, last.date, last.owner, last.id];
    const changes = [piece.low + at.base, piece.high + at.base, at.base, at.version];
    const numbers = [piece.records, piece.length, piece.bytes, piece.crc];
    const [row] = this.#sql
      .exec<{ n: number }>(
        `INSERT INTO pieces (kind, entity, first_date, first_owner, first_id, last_date, last_owner, last_id, low, high,
          base, created, records, length, bytes, crc, media, object, prints) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        RETURNING n`,
        ...place,
        ...changes,
        ...numbers,
        JSON.stringify(piece.media),
        piece.object,
        piece.prints,
      )
      .toArray();
    if (!row) throw new Error('a piece was not written');
    const table = [row.n, piece.tableBytes, piece.table];
    if (piece.pack) {
      const { object, at: offset, tier } = piece.pack;
      this.#sql.exec(
        'INSERT INTO packed (piece, table_bytes, lines, pack, at, tier) VALUES (?, ?, ?, ?, ?, ?)',
        ...table,
        object,
        offset,
        tier,
      );
    } else
      this.#sql.exec(
        'INSERT INTO bodies (piece, table_bytes, lines, data) VALUES (?, ?, ?, ?)',
        ...table,
        piece.data,
      );
    if (isLoose(piece)) this.#sql.exec('INSERT INTO loose (piece) VALUES (?)', row.n);
  }

  retire(n: number, version: number): void {
    this.#sql.exec('UPDATE pieces SET retired = ? WHERE n = ?', version, n);
    this.#sql.exec('DELETE FROM loose WHERE piece = ?', n);
  }

  isRetired({ n }: Pick<PieceRow, 'n'>): boolean {
    const rows = this.#sql.exec('SELECT 1 FROM pieces WHERE n = ? AND retired IS NULL', n).toArray();
    return rows.length === 0;
  }

  /** In the order of their first records, AT_A_TIME of them read as they are asked for: nobody must write meanwhile. */
  *select({
    kind,
    entity,
    from,
    to,
    media,
    changes,
    asOf,
    after,
    ...rare
  }: PieceQuery): Generator<PieceRow, void> {
    const bounds = [from, to, changes?.from ?? null, changes?.to ?? null];
    const behind = [after?.date ?? null, after?.owner ?? '', after?.id ?? ''];
    const { print = null, owners = null, ownersNow = false } = rare;
    const dates = owners && JSON.stringify(owners.map(([date]) => date));
    const most = print === null && owners === null ? AT_A_TIME : FEW_AT_A_TIME;
    let last = startOf(after);
    for (let more = true; more;) {
      const rows = this.#sql
        .exec<RawPiece>(
          `SELECT ${PIECE_COLUMNS} FROM pieces INDEXED BY pieces_order WHERE kind = ?1 AND entity = ?2
            AND created <= ?3 AND (retired IS NULL OR retired > ?3)
            AND (?4 IS NULL OR last_date >= ?4) AND (?5 IS NULL OR first_date < ?5)
            AND (?6 IS NULL OR high > ?6) AND (?7 IS NULL OR low <= ?7)
            AND (?8 IS NULL OR (last_date, last_owner, last_id) > (?8, ?9, ?10))
            AND (first_date, first_owner, first_id, n) > (?11, ?12, ?13, ?14)
            AND (?15 IS NULL OR (?16 AND retired IS NOT NULL)
              OR EXISTS (SELECT 1 FROM json_each(?15) WHERE value BETWEEN first_date AND last_date))
            AND (?17 IS NULL OR instr(prints, ?17) > 0)
          ORDER BY first_date, first_owner, first_id, n LIMIT ${most}`,
          kindCode(kind),
          entity,
          asOf ?? Number.MAX_SAFE_INTEGER,
          ...bounds,
          ...behind,
          ...last,
          dates,
          ownersNow ? 1 : 0,
          print === null ? null : printBytes(print),
        )
        .toArray()
        .map(pieceOfRow);
      for (const row of rows)
        if (
          (media === null || mediaIn(row).some((name) => media.includes(name))) &&
          (print === null || hasPrint(this.#prints(row), print))
        )
          yield row;
      const end = rows.at(-1);
      if (end) last = [end.first.date, end.first.owner, end.first.id, end.n];
      more = rows.length === most;
    }
  }

  #prints({ n }: PieceRow): Uint8Array {
    return blobOf(
      this.#sql.exec<{ prints: SqlStorageValue }>('SELECT prints FROM pieces WHERE n = ?', n).one().prints,
    );
  }

  /** Pieces that are there and may have the line of this place; `retired`: those too that are not, and still lie in packs. */
  covering(
    kind: Kind,
    place: RecordKey & { readonly entity: number; readonly change: number },
    { retired = false } = {},
  ): readonly PieceRow[] {
    return this.#sql
      .exec<RawPiece>(
        `SELECT ${PIECE_COLUMNS} FROM pieces INDEXED BY pieces_order WHERE kind = ?1 AND entity = ?2
          AND (retired IS NULL OR (?7 AND n IN (SELECT piece FROM packed)))
          AND (first_date, first_owner, first_id) <= (?3, ?4, ?5) AND (last_date, last_owner, last_id) >= (?3, ?4, ?5)
          AND low <= ?6 AND high >= ?6`,
        kindCode(kind),
        place.entity,
        place.date,
        place.owner,
        place.id,
        place.change,
        retired ? 1 : 0,
      )
      .toArray()
      .map(pieceOfRow);
  }

  /** The piece of this number, where it is there since this version or an earlier one; else nothing. */
  there(n: number, version: number): PieceRow[] {
    return this.#sql
      .exec<RawPiece>(
        `SELECT ${PIECE_COLUMNS} FROM pieces WHERE n = ? AND retired IS NULL AND created <= ?`,
        n,
        version,
      )
      .toArray()
      .map(pieceOfRow);
  }

  find(n: number): PieceRow {
    const [raw] = this.#sql.exec<RawPiece>(`SELECT ${PIECE_COLUMNS} FROM pieces WHERE n = ?`, n).toArray();
    if (!raw) throw new Error(`the piece ${n} is gone`);
    return pieceOfRow(raw);
  }

  /** The lines of a piece, dead ones included. */
  lines(piece: Pick<PieceRow, 'n'>): readonly Line[] {
    const { base, ...table } = this.tableOf(piece);
    return decodeTable(table, base);
  }

  /** The table of a piece's lines, and what is added to their change numbers. */
  tableOf({ n }: Pick<PieceRow, 'n'>): LineTable & { readonly base: number } {
    const [row] = this.#sql
      .exec<{ base: number; prints: SqlStorageValue; lines: SqlStorageValue; tableBytes: number }>(
        `SELECT base, prints, coalesce(b.lines, p.lines) AS lines, coalesce(b.table_bytes, p.table_bytes) AS tableBytes
          FROM pieces LEFT JOIN bodies AS b ON b.piece = n LEFT JOIN packed AS p ON p.piece = n WHERE n = ?`,
        n,
      )
      .toArray();
    if (!row) throw new Error(`the piece ${n} is gone`);
    const { base, prints, lines, tableBytes } = row;
    return { base, table: blobOf(lines), tableBytes, prints: blobOf(prints) };
  }

  /** The body of a piece: deflated, or where its large record lies. Throws PacksWanted. */
  data({ n }: Pick<PieceRow, 'n'>): Uint8Array {
    const [row] = this.#sql
      .exec<{ data: SqlStorageValue }>('SELECT data FROM bodies WHERE piece = ?', n)
      .toArray();
    if (row) return blobOf(row.data);
    if (!this.#packs.placeOf(n)) throw new Error(`the body of the piece ${n} is gone`);
    return this.#packs.data(n);
  }
}
