import { deflatePiece } from '../../encoding/zip/deflate.ts';
import { inflatePiece } from '../../encoding/zip/inflate.ts';
import type { RecordKey } from './order.ts';

/** A line of a piece, beside its text. */
export interface Line extends RecordKey {
  /** Folded; "" of contacts and their attributes. */
  readonly media: string;
  /** The record's change number. */
  readonly change: number;
  /** UTF-8 bytes, the LF included. */
  readonly size: number;
  /** What finds the interactions of a contact (`printOf`); 0 where it has none. */
  readonly print: number;
}

/** Columns: what stands below each other is alike, and deflates well. Dates are differences, `m` an index into `media`. */
interface Columns {
  readonly d: readonly number[];
  readonly o: readonly string[];
  readonly i: readonly string[];
  readonly m: readonly number[];
  readonly c: readonly number[];
  readonly s: readonly number[];
  readonly media: readonly string[];
}

/** A table of lines, deflated, and its length before. */
export interface LineTable {
  readonly table: Uint8Array;
  readonly tableBytes: number;
  /** The lines' prints, four bytes each, little-endian; nothing where none has one. Apart, because they are looked through by themselves. */
  readonly prints: Uint8Array;
}

const PRINT_BYTES = 4;

/** Keeps what a piece's lines are, in their order: about 15 bytes a line. A column in which all are nothing is left out. */
export function encodeTable(lines: readonly Line[]): LineTable {
  const media = [...new Set(lines.map((line) => line.media))];
  const places = new Map(media.map((name, index) => [name, index]));
  const column = <T>(of: (line: Line, index: number) => T, nothing: T): readonly T[] => {
    const values = lines.map(of);
    return values.every((value) => value === nothing) ? [] : values;
  };
  const columns: Columns = {
    d: column(({ date }, index) => date - (lines[index - 1]?.date ?? 0), 0),
    o: column(({ owner }) => owner, ''),
    i: lines.map(({ id }) => id),
    m: column((line) => places.get(line.media) ?? 0, 0),
    c: column(({ change }) => change, 0),
    s: column(({ size }) => size, 0),
    media,
  };
  const text = new TextEncoder().encode(JSON.stringify(columns));
  return { table: deflatePiece(text), tableBytes: text.length, prints: encodePrints(lines) };
}

function encodePrints(lines: readonly Line[]): Uint8Array {
  if (lines.every(({ print }) => print === 0)) return new Uint8Array();
  const view = new DataView(new ArrayBuffer(lines.length * PRINT_BYTES));
  for (const [index, { print }] of lines.entries()) view.setUint32(index * PRINT_BYTES, print, true);
  return new Uint8Array(view.buffer);
}

/** A print as it stands among those of a piece; there it may also be found across two of them. */
export function printBytes(print: number): Uint8Array {
  const bytes = new Uint8Array(PRINT_BYTES);
  viewOf(bytes).setUint32(0, print, true);
  return bytes;
}

/** Whether a line of a piece has this print. */
export function hasPrint(prints: Uint8Array, print: number): boolean {
  const view = viewOf(prints);
  for (let at = 0; at < prints.length; at += PRINT_BYTES) if (view.getUint32(at, true) === print) return true;
  return false;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The lines of a table; `base` is added to their change numbers, which were not known when the table was made. */
export function decodeTable({ table, tableBytes, prints }: LineTable, base: number): readonly Line[] {
  // What encodeTable alone wrote.
  const columns = JSON.parse(new TextDecoder().decode(inflatePiece(table, tableBytes))) as Columns;
  const view = viewOf(prints);
  let date = 0;
  return columns.i.map((id, index) => {
    date += columns.d[index] ?? 0;
    return {
      date,
      id,
      owner: columns.o[index] ?? '',
      media: columns.media[columns.m[index] ?? 0] ?? '',
      change: base + (columns.c[index] ?? 0),
      size: columns.s[index] ?? 0,
      print: prints.length === 0 ? 0 : view.getUint32(index * PRINT_BYTES, true),
    };
  });
}
