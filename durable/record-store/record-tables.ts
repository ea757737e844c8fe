import { inflatePiece } from '../../src/encoding/zip/inflate.ts';
import { KINDS, type Kind } from '../../src/model/records.ts';
import { MAX_MEDIA_TYPES } from '../../src/records/import/media-types.ts';
import { decodeLarge, type LargeText } from '../../src/records/packed/large-text.ts';
import type { StoreState } from '../../src/records/packed/protocol.ts';
import type { Line } from '../../src/records/packed/line-table.ts';
import { Departures } from './departures.ts';
import { Keys, type PlacedRow } from './keys.ts';
import { Packs } from './packs.ts';
import { type PieceRow } from './piece-rows.ts';
import { Pieces } from './pieces.ts';
import { TABLES } from './tables.ts';
import { LargeGarbage } from './large-garbage.ts';
import { Tombstones } from './tombstones.ts';
import { Waiting } from './waiting.ts';

/** A line, and where its text begins in the plain bytes of its piece. */
export interface LiveLine extends Line {
  readonly offset: number;
}

/** One contact center's records of one data type: the tables, and what is read of several of them. */
export class RecordTables {
  readonly sql: SqlStorage;
  readonly keys: Keys;
  readonly packs: Packs;
  readonly pieces: Pieces;
  readonly tombstones: Tombstones;
  readonly departures: Departures;
  readonly waiting: Waiting;
  readonly garbage: LargeGarbage;
  readonly #transaction: <T>(work: () => T) => T;

  constructor(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
    this.sql = storage.sql;
    this.#transaction = (work) => storage.transactionSync(work);
    this.sql.exec(TABLES);
    this.keys = new Keys(this.sql);
    this.packs = new Packs(this.sql);
    this.pieces = new Pieces(this.sql, this.packs);
    this.tombstones = new Tombstones(this.sql);
    this.departures = new Departures(this.sql);
    this.garbage = new LargeGarbage(this.sql);
    this.waiting = new Waiting(this.sql, this.garbage);
  }

  get state(): StoreState {
    const [row] = this.sql
      .exec<{ version: number; change: number }>('SELECT version, change FROM state')
      .toArray();
    if (!row) throw new Error('the store has no state');
    return row;
  }

  setState({ version, change }: StoreState): void {
    this.sql.exec('UPDATE state SET version = ?, change = ?', version, change);
  }

  /** All of `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
    return this.#transaction(work);
  }

  /** The lines of a piece that are alive at `asOf` (null: now), in order. */
  live(piece: PieceRow, asOf: number | null): readonly LiveLine[] {
    const isDead = this.tombstones.deadIn(piece, asOf);
    return this.lines(piece).filter((line) => !isDead(line));
  }

  /** All lines of a piece, dead ones included. */
  lines(piece: PieceRow): readonly LiveLine[] {
    let offset = 0;
    return this.pieces.lines(piece).map((line) => {
      const placed = { ...line, offset };
      offset += line.size;
      return placed;
    });
  }

  /** The text of a piece that is one large record. */
  largeOf(piece: PieceRow): LargeText {
    const { object, length, bytes, crc } = piece;
    if (object === null) throw new Error(`the piece ${piece.n} is no large record`);
    return { object, length, bytes, crc, ...decodeLarge(this.pieces.data(piece)) };
  }

  /** Bytes of all records that have a place. */
  get bytes(): number {
    return this.sql.exec<{ bytes: number }>('SELECT coalesce(sum(bytes), 0) AS bytes FROM counters').one()
      .bytes;
  }

  /** Bytes of packs and large texts in R2: retired ones, too, as long as they are kept. */
  get bytesInBucket(): number {
    return this.sql
      .exec<{ bytes: number }>(
        `SELECT (SELECT coalesce(sum(length), 0) FROM pieces WHERE object IS NOT NULL OR n IN (SELECT piece FROM packed))
          + (SELECT coalesce(sum(length), 0) FROM waiting WHERE object IS NOT NULL) AS bytes`,
      )
      .one().bytes;
  }

  /** The object's own name: its alarm is not told it. */
  get name(): string {
    return this.sql.exec<{ name: string }>('SELECT name FROM compacting').one().name;
  }

  setName(name: string): void {
    this.sql.exec("UPDATE compacting SET name = ? WHERE name = ''", name);
  }

  /** Deflated bytes of pieces that compaction has something to do with. */
  get looseBytes(): number {
    return this.sql
      .exec<{ bytes: number }>(
        'SELECT coalesce(sum(length), 0) AS bytes FROM loose CROSS JOIN pieces ON n = piece',
      )
      .one().bytes;
  }

  /** The media of interactions that ever came, in the order of their bytes. */
  mediaTypes(): readonly string[] {
    return this.sql
      .exec<{ name: string }>('SELECT name FROM media ORDER BY name')
      .toArray()
      .map(({ name }) => name);
  }

  /** Notes media: they stay when their records go. What is beyond the number that there may be is left out. */
  rememberMedia(names: Iterable<string>): void {
    for (const name of names)
      this.sql.exec(
        'INSERT OR IGNORE INTO media (name) SELECT ?1 WHERE (SELECT count(*) FROM media) < ?2',
        name,
        MAX_MEDIA_TYPES,
      );
  }

  /** Whether a run reads an earlier version. */
  isPinned(): boolean {
    return this.sql.exec('SELECT 1 FROM pins LIMIT 1').toArray().length > 0;
  }

  /** The kind whose number this is. */
  kindOf(code: number): Kind {
    const kind = KINDS[code];
    if (kind === undefined) throw new Error(`a table holds an unknown kind, ${code}`);
    return kind;
  }
}

/** Pieces that are held inflated: their texts are asked for in about their order. */
const HELD_PIECES = 4;

/** Reads texts of records. Holds HELD_PIECES pieces. */
export class TextReader {
  readonly #tables: RecordTables;
  readonly #held = new Map<
    number,
    { readonly raw: Uint8Array | null; readonly lines: readonly LiveLine[] }
  >();

  constructor(tables: RecordTables) {
    this.#tables = tables;
  }

  /** The text of a record that is in a piece now, without its LF, or where it lies. */
  textOf(kind: Kind, row: PlacedRow): Uint8Array | LargeText {
    for (const piece of this.#tables.pieces.covering(kind, row)) {
      const { raw, lines } = this.#read(piece);
      const line = lines.find(
        ({ id, change, date }) => id === row.id && change === row.change && date === row.date,
      );
      if (!line) continue;
      return raw ? raw.subarray(line.offset, line.offset + line.size - 1) : this.#tables.largeOf(piece);
    }
    throw new Error(`the text of the record "${row.id}" is in no piece`);
  }

  #read(piece: PieceRow) {
    const held = this.#held.get(piece.n);
    if (held) return held;
    const raw = piece.object === null ? inflatePiece(this.#tables.pieces.data(piece), piece.bytes) : null;
    const read = { raw, lines: this.#tables.live(piece, null) };
    this.#held.set(piece.n, read);
    const [oldest] = this.#held.keys();
    if (this.#held.size > HELD_PIECES && oldest !== undefined) this.#held.delete(oldest);
    return read;
  }
}
