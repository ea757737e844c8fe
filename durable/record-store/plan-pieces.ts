import { compareKeys, type RecordKey } from '../../src/records/packed/order.ts';
import type { PageCursor } from '../../src/records/packed/protocol.ts';
import { mediaIn, type PieceRow } from './piece-rows.ts';
import type { RecordTables } from './record-tables.ts';
import type { LineSelection } from './selection.ts';

/**
 * What an entry is written of: a piece as it lies there, or lines that have to be cut of pieces, merged and deflated anew, because a bound,
 * a filter or a tombstone goes through one of them, or because they overlap.
 */
export type PlannedStretch = { readonly copied: PieceRow } | PreparedStretch;

interface PreparedStretch {
  readonly prepared: readonly PieceRow[];
  /** The first key of any of the pieces. */
  readonly low: RecordKey;
}

/** What is asked for, behind a key. */
export type PlanQuery = LineSelection & { readonly after: PageCursor | null };

/**
 * The stretches of an entry behind a key, in its order: each begins behind the last record of the one before. Reads what is known of the
 * pieces and no body; holds those that overlap.
 */
export function* planPieces(tables: RecordTables, query: PlanQuery): Generator<PlannedStretch, void> {
  let group: PieceRow[] = [];
  let until: RecordKey | null = null;
  for (const piece of tables.pieces.select(query)) {
    if (until !== null && compareKeys(piece.first, until) > 0) {
      yield stretchOf(tables, query, group);
      group = [];
    }
    group.push(piece);
    if (until === null || compareKeys(piece.last, until) > 0) until = piece.last;
  }
  if (group.length > 0) yield stretchOf(tables, query, group);
}

function stretchOf(tables: RecordTables, query: PlanQuery, group: readonly PieceRow[]): PlannedStretch {
  const [only] = group;
  if (!only) throw new Error('a stretch has a piece at least');
  if (group.length === 1 && isWhole(tables, query, only)) return { copied: only };
  return { prepared: group, low: only.first };
}

/** Whether more than `most` pieces have records at one place of an entry. */
export function isDeeper(tables: RecordTables, query: PlanQuery, most: number): boolean {
  let open: PieceRow[] = [];
  for (const piece of tables.pieces.select(query)) {
    open = open.filter(({ last }) => compareKeys(last, piece.first) >= 0);
    open.push(piece);
    if (open.length > most) return true;
  }
  return false;
}

/** Whether every line of a piece is asked for, and none is dead. */
function isWhole(
  tables: RecordTables,
  { from, to, media, changes, print = null, owners = null, asOf, after }: PlanQuery,
  piece: PieceRow,
): boolean {
  return (
    (after === null || compareKeys(piece.first, after) > 0) &&
    print === null &&
    owners === null &&
    (from === null || piece.first.date >= from) &&
    (to === null || piece.last.date < to) &&
    (!changes || (piece.low > changes.from && piece.high <= changes.to)) &&
    (media === null || mediaIn(piece).every((name) => media.includes(name))) &&
    !tables.tombstones.touch(piece, asOf)
  );
}
