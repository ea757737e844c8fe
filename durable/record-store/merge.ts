import { KIND_RULES } from '../../src/records/kinds.ts';
import { LineMerge } from '../../src/records/packed/line-merge.ts';
import { compareKeys, type RecordKey } from '../../src/records/packed/order.ts';
import type { PieceRow } from './piece-rows.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';
import type { LineSelection } from './selection.ts';

/** The living lines of these pieces, which come in the order of their first records, in one order. As many are held as overlap. */
export function* mergeLines(
  tables: RecordTables,
  pieces: Iterable<PieceRow>,
  { asOf, wanted }: { asOf: number | null; wanted: (line: LiveLine) => boolean },
): Generator<{ readonly piece: PieceRow; readonly line: LiveLine }, void> {
  const merge = new LineMerge<PieceRow, LiveLine>(pieces);
  for (;;) {
    for (let piece = merge.wanted; piece; piece = merge.wanted)
      merge.open(tables.live(piece, asOf).filter(wanted));
    const found = merge.take();
    if (!found) return;
    yield found;
  }
}

/** Whether a line is asked for, as far as its piece does not say it. */
export function isWanted(
  { kind, from, to, media, changes, print = null, owners }: LineSelection,
  after: RecordKey | null,
): (line: Omit<LiveLine, 'offset'>) => boolean {
  const among = media && new Set(media);
  const behind = owners && new Map(owners.map(([, id, change = -1]) => [id, change]));
  const isOwner = KIND_RULES[kind].role === 'owner';
  return (line) =>
    (from === null || line.date >= from) &&
    (to === null || line.date < to) &&
    (!among || among.has(line.media)) &&
    (print === null || line.print === print) &&
    (!behind || line.change > (behind.get(isOwner ? line.id : line.owner) ?? Infinity)) &&
    (!changes || (line.change > changes.from && line.change <= changes.to)) &&
    (!after || compareKeys(line, after) > 0);
}
