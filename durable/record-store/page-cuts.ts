import type { RecordKey } from '../../src/records/packed/order.ts';
import {
  WORTH_COPYING,
  type PackedPage,
  type PageBody,
  type PageCursor,
  type PagePlace,
} from '../../src/records/packed/protocol.ts';
import type { PieceRow } from './piece-rows.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';

/** Most plain bytes of the pieces that lines of a page are cut of, one piece more or less: who reads it holds them. A filter may leave few lines of each. */
const INFLATED_BYTES = 12 * 1024 * 1024;
const NOTHING = new Uint8Array();

/** How large a page may be, and whether bytes of whole pieces are left out. */
type PageSize = Pick<PagePlace, 'bytes' | 'rows' | 'wholeBytes' | 'bare'>;

/** What a page is made of while it is filled: pieces, each once, and what to cut of them; neighbours in one piece are cut as one. */
export class PageCuts {
  readonly #tables: RecordTables;
  readonly #most: PageSize;
  readonly #places = new Map<number, number>();
  readonly #pieces: PageBody[] = [];
  readonly #cuts: [piece: number, from: number, until: number][] = [];
  #records = 0;
  #last: RecordKey | null = null;
  #endsWithLarge = false;
  /** Lines that were cut, their bytes, and those of the pieces that they were cut of. */
  readonly #cut = { lines: 0, bytes: 0, held: 0 };
  #wholeBytes = 0;

  constructor(tables: RecordTables, most: PageSize) {
    this.#tables = tables;
    this.#most = most;
  }

  /** A page has a record at least. */
  get isEmpty(): boolean {
    return this.#records === 0;
  }

  /** Whether a page may have this piece as it is. */
  fits({ bytes, object }: PieceRow): boolean {
    return bytes <= this.#most.wholeBytes || object !== null;
  }

  /** Takes all lines of a piece; false where the page is full. */
  addWhole(piece: PieceRow): boolean {
    const tooMuch = this.#wholeBytes + piece.bytes > this.#most.wholeBytes;
    if (!this.#mayTake(piece, tooMuch)) return false;
    this.#wholeBytes += piece.bytes;
    this.#add(piece, { offset: 0, size: piece.bytes }, { whole: true });
    this.#records += piece.records;
    this.#last = piece.last;
    return true;
  }

  /** Takes a line of a piece; false where the page is full. */
  addLine(piece: PieceRow, line: LiveLine): boolean {
    const { lines, bytes, held } = this.#cut;
    const full = lines === this.#most.rows || held >= INFLATED_BYTES;
    if (!this.#mayTake(piece, full || bytes + line.size > this.#most.bytes)) return false;
    this.#cut.lines += 1;
    this.#cut.bytes += line.size;
    if (piece.object === null && !this.#places.has(piece.n)) this.#cut.held += piece.bytes;
    this.#add(piece, line, { whole: false });
    this.#records += 1;
    this.#last = { date: line.date, owner: line.owner, id: line.id };
    return true;
  }

  /** `more` is null where there are no records behind it. */
  page(more: Pick<PageCursor, 'low'> | null): PackedPage {
    return {
      records: this.#records,
      last: this.#last?.id ?? '',
      next: more && this.#last && { ...this.#last, low: more.low },
      pieces: this.#pieces,
      cuts: this.#cuts,
    };
  }

  /** A large record is not held with the others: it may end any page. */
  #mayTake({ object }: PieceRow, tooMuch: boolean): boolean {
    if (this.isEmpty) return true;
    return !this.#endsWithLarge && (object !== null || !tooMuch);
  }

  #add(
    piece: PieceRow,
    { offset, size }: Pick<LiveLine, 'offset' | 'size'>,
    { whole }: { readonly whole: boolean },
  ): void {
    const place = this.#placeOf(piece, whole);
    const last = this.#cuts.at(-1);
    if (last && last[0] === place && last[2] === offset) last[2] += size;
    else this.#cuts.push([place, offset, offset + size]);
    this.#endsWithLarge = piece.object !== null;
  }

  #placeOf(piece: PieceRow, whole: boolean): number {
    const known = this.#places.get(piece.n);
    if (known !== undefined) return known;
    const { length, bytes, crc, object } = piece;
    this.#places.set(piece.n, this.#pieces.length);
    const bare = this.#most.bare && whole && object === null && bytes >= WORTH_COPYING;
    const pack = bare ? null : this.#tables.packs.placeOf(piece.n);
    const data = bare || pack ? NOTHING : this.#tables.pieces.data(piece);
    return this.#pieces.push({ data, bytes, crc, object, pack, ...(bare ? { length } : {}) }) - 1;
  }
}
