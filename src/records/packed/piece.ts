import { BufferPool } from '../../encoding/buffer-pool.ts';
import { crcOf, deflatePiece } from '../../encoding/zip/deflate.ts';
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

/** A record as a line: its place, and its text without the LF, or where that lies. */
export interface TextLine extends Omit<Line, 'size'> {
  readonly text: Uint8Array | LargeText;
}

const LF = 0x0a;

/** One for each packing that is under way; more than two at a time are rare. */
const buffers = new BufferPool(PIECE_BYTES, 2);

/** Packs lines that come in their order, a large one into a piece of its own. Holds one piece, before and after it is deflated. */
export function* packPieces(lines: Iterable<TextLine>): Generator<Piece, void> {
  const buffer = buffers.take();
  try {
    yield* packInto(buffer, lines);
  } finally {
    buffers.give(buffer);
  }
}

function* packInto(buffer: Uint8Array, lines: Iterable<TextLine>): Generator<Piece, void> {
  let filled = 0;
  let packed: Line[] = [];
  for (const { text, ...line } of lines) {
    const large = text instanceof Uint8Array ? null : text;
    const size = large ? large.bytes : text.length + 1;
    if (!large && size > PIECE_BYTES) throw new Error(`the record "${line.id}" is larger than a piece`);
    if (packed.length > 0 && (large || packed.length === PIECE_LINES || filled + size > PIECE_BYTES)) {
      yield pieceOf(packed, buffer.subarray(0, filled));
      [filled, packed] = [0, []];
    }
    if (!(text instanceof Uint8Array)) {
      yield largePiece({ ...line, size }, text);
      continue;
    }
    buffer.set(text, filled);
    buffer[filled + text.length] = LF;
    filled += size;
    packed.push({ ...line, size });
  }
  if (packed.length > 0) yield pieceOf(packed, buffer.subarray(0, filled));
}

function pieceOf(lines: readonly Line[], raw: Uint8Array): Piece {
  const data = deflatePiece(raw);
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
