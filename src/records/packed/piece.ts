import { BufferPool } from '../../encoding/buffer-pool.ts';
import { crcOf, deflatePiece, IMPORT_LEVEL } from '../../encoding/zip/deflate.ts';
import type { PieceNumbers } from '../../encoding/zip/layout.ts';
import { encodeLarge, type LargeText } from './large-text.ts';
import { encodeTable, type Line, type LineTable } from './line-table.ts';
import { compareKeys, type RecordKey } from './order.ts';

/** Most bytes of a piece before they are deflated: what reading one holds. Less makes an archive larger. */
export const PIECE_BYTES = 1_048_576;
/** Most lines of a piece: its table stays within 300 KB. */
export const PIECE_LINES = 5_000;

/** What is known of a piece without reading it: JSON Lines of one kind and entity type, in their order. */
export interface PieceFacts extends PieceNumbers {
  readonly records: number;
  /** Records by media. */
  readonly media: readonly (readonly [media: string, records: number])[];
  readonly first: RecordKey;
  readonly last: RecordKey;
  /** The lowest and the highest change number of its records. */
  readonly low: number;
  readonly high: number;
}

/** A piece: deflated for itself and ended by a full flush, so that pieces can be put one behind the other. */
export interface Piece extends PieceFacts, LineTable {
  /** The piece itself, or where it lies in `object` (`encodeLarge`). */
  readonly data: Uint8Array;
  /** The key in R2 of a piece that is one large record; null of all others. */
  readonly object: string | null;
}

/** Where a piece lies in a pack: the object in R2, and its bytes there. */
export interface PackPlace {
  readonly object: string;
  readonly at: number;
  readonly length: number;
}

/** A record as a line: its place, and its text without the LF, or where that lies. */
export interface TextLine extends Omit<Line, 'size'> {
  readonly text: Uint8Array | LargeText;
}

const LF = 0x0a;

/** One for each packing that is under way; more than two at a time are rare. */
const buffers = new BufferPool(PIECE_BYTES, 2);

/** Packs lines that come in their order, a large one into a piece of its own. Holds one piece, before and after it is deflated. */
export function* packPieces(lines: Iterable<TextLine>, level?: number): Generator<Piece, void> {
  const packer = new PiecePacker(level);
  try {
    for (const line of lines) yield* packer.add(line);
    yield* packer.end();
  } finally {
    packer.close();
  }
}

/** The same as lines come, each of which is copied; whoever made one closes it. */
export class PiecePacker {
  readonly #level: number;
  readonly #buffer = buffers.take();
  #filled = 0;
  #packed: Line[] = [];

  /** `level` is zlib's. */
  constructor(level: number = IMPORT_LEVEL) {
    this.#level = level;
  }

  /** Takes the next line; answers the pieces that are full. */
  add({ text, ...line }: TextLine): readonly Piece[] {
    const large = text instanceof Uint8Array ? null : text;
    const size = text instanceof Uint8Array ? text.length + 1 : text.bytes;
    if (!large && size > PIECE_BYTES) throw new Error(`the record "${line.id}" is larger than a piece`);
    const full = this.#packed.length === PIECE_LINES || this.#filled + size > PIECE_BYTES;
    const before = large || full ? this.end() : [];
    if (!(text instanceof Uint8Array)) return [...before, largePiece({ ...line, size }, text)];
    this.#buffer.set(text, this.#filled);
    this.#buffer[this.#filled + text.length] = LF;
    this.#filled += size;
    this.#packed.push({ ...line, size });
    return before;
  }

  /** The piece that is not full, where there is one. */
  end(): readonly Piece[] {
    if (this.#packed.length === 0) return [];
    const piece = pieceOf(this.#packed, this.#buffer.subarray(0, this.#filled), this.#level);
    [this.#filled, this.#packed] = [0, []];
    return [piece];
  }

  /** Lets go of its buffer; nothing is asked of it any more. */
  close(): void {
    buffers.give(this.#buffer);
  }
}

function pieceOf(lines: readonly Line[], raw: Uint8Array, level: number): Piece {
  const data = deflatePiece(raw, level);
  const numbers = { length: data.length, bytes: raw.length, crc: crcOf(raw, 0) };
  return { ...factsOf(lines, numbers), ...encodeTable(lines), data, object: null };
}

function largePiece(line: Line, large: LargeText): Piece {
  const { object, length, bytes, crc } = large;
  const facts = factsOf([line], { length, bytes, crc });
  return { ...facts, ...encodeTable([line]), data: encodeLarge(large), object };
}

/** What a piece of these lines is told by; there is one at least, and they are in order. */
export function factsOf(lines: readonly Line[], numbers: PieceNumbers): PieceFacts {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('a piece has a line at least');
  const media = new Map<string, number>();
  let [low, high] = [first.change, first.change];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && compareKeys(before, line) >= 0)
      throw new Error(`the record "${line.id}" is out of its order`);
    media.set(line.media, (media.get(line.media) ?? 0) + 1);
    low = Math.min(low, line.change);
    high = Math.max(high, line.change);
  }
  return {
    ...numbers,
    records: lines.length,
    media: [...media],
    first: keyOf(first),
    last: keyOf(last),
    low,
    high,
  };
}

const keyOf = ({ date, owner, id }: RecordKey): RecordKey => ({ date, owner, id });
