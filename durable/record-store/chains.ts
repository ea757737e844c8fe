import { compareKeys, type RecordKey } from '../../src/records/packed/order.ts';
import type { PieceRow } from './piece-rows.ts';

/** How much is put into one task. */
export interface CompactionLimits {
  /** Plain bytes, records and pieces of a task, a few more or less. */
  readonly bytes: number;
  readonly records: number;
  readonly pieces: number;
  /** Pieces that are open at a time: what whoever compacts holds. */
  readonly open: number;
  /** Pieces that may overlap at a place without being merged. */
  readonly depth: number;
  /** Bytes, or small pieces, that are worth a task. */
  readonly least: number;
  readonly small: number;
  /** Lines of an entry that have to have died before what is in order is looked through. */
  readonly dead: number;
  /** What overlaps is merged once what is new in it is so great a part of it: one of `share`. */
  readonly share: number;
}

/** Pieces that overlap, one after the other; or a single one. */
export interface PieceChain {
  readonly pieces: readonly PieceRow[];
  readonly depth: number;
}

/**
 * The chains of pieces that come in the order of their first records. One that is larger than a task is given in parts, of which each has those
 * pieces of the ones before that reach into it. Holds a part.
 */
export function* chainsOf(pieces: Iterable<PieceRow>, limits: CompactionLimits): Generator<PieceChain, void> {
  let chain: PieceRow[] = [];
  let [until, bytes, records, fresh]: [RecordKey | null, number, number, number] = [null, 0, 0, 0];
  for (const piece of pieces) {
    const ended = until !== null && compareKeys(piece.first, until) > 0;
    const full = bytes >= limits.bytes || records >= limits.records || fresh >= limits.pieces;
    if (ended || full) {
      yield { pieces: chain, depth: depthOf(chain) };
      chain = ended ? [] : chain.filter(({ last }) => compareKeys(last, piece.first) >= 0);
      [bytes, records, fresh] = [0, 0, 0];
      if (ended) until = null;
    }
    chain.push(piece);
    [bytes, records, fresh] = [bytes + piece.bytes, records + piece.records, fresh + 1];
    if (until === null || compareKeys(piece.last, until) > 0) until = piece.last;
  }
  if (chain.length > 0) yield { pieces: chain, depth: depthOf(chain) };
}

/** How many of these pieces, which come in the order of their first records, have records at one place at most. */
export function depthOf(pieces: readonly PieceRow[]): number {
  let open: readonly PieceRow[] = [];
  let depth = 0;
  for (const piece of pieces) {
    open = [...open.filter(({ last }) => compareKeys(last, piece.first) >= 0), piece];
    depth = Math.max(depth, open.length);
  }
  return depth;
}

/** As many of these pieces as may be open together. */
export function atMostOpen(pieces: readonly PieceRow[], most: number): readonly PieceRow[] {
  let open: readonly PieceRow[] = [];
  return pieces.filter((piece) => {
    open = open.filter(({ last }) => compareKeys(last, piece.first) >= 0);
    if (open.length >= most) return false;
    open = [...open, piece];
    return true;
  });
}
