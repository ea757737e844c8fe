import { inflatePiece } from '../../src/encoding/zip/inflate.ts';
import { compareKeys } from '../../src/records/packed/order.ts';
import { packPieces, type TextLine } from '../../src/records/packed/piece.ts';
import { mergeLines } from './merge.ts';
import type { PieceRow } from './piece-rows.ts';
import type { RecordTables } from './record-tables.ts';

/**
 * Writes what is alive in these pieces of one entry into new ones and retires them: nothing that was dead is left in what is there, once
 * nobody reads an earlier version. Does nothing where one of them was retired meanwhile: its lines are elsewhere. Holds all of them
 * inflated, so that they should be few. `level` is zlib's.
 */
export function repack(tables: RecordTables, pieces: readonly PieceRow[], level?: number): void {
  const [some] = pieces;
  if (!some || pieces.some((piece) => tables.pieces.isRetired(piece))) return;
  const state = tables.state;
  const version = state.version + 1;
  const sorted = pieces.toSorted((a, b) => compareKeys(a.first, b.first));
  for (const piece of packPieces(textsOf(tables, sorted), level))
    tables.pieces.add(tables.kindOf(some.kind), some.entity, piece, { version, base: 0 });
  for (const { n } of pieces) tables.pieces.retire(n, version);
  tables.setState({ ...state, version });
}

function* textsOf(tables: RecordTables, pieces: readonly PieceRow[]): Generator<TextLine, void> {
  const raws = new Map<number, Uint8Array>();
  for (const { piece, line } of mergeLines(tables, pieces, { asOf: null, wanted: () => true })) {
    const { offset, size, ...rest } = line;
    if (piece.object !== null) {
      yield { ...rest, text: tables.largeOf(piece) };
      continue;
    }
    let raw = raws.get(piece.n);
    if (!raw) raws.set(piece.n, (raw = inflatePiece(tables.pieces.data(piece), piece.bytes)));
    yield { ...rest, text: raw.subarray(offset, offset + size - 1) };
  }
}
