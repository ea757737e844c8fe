import type { LineQuery } from '../../src/records/packed/protocol.ts';
import { compareKeys, type RecordKey } from '../../src/records/packed/order.ts';
import type { PieceRow } from './pieces.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';

/** A line, and the piece that it is in. */
export interface FoundLine {
  readonly piece: PieceRow;
  readonly line: LiveLine;
  /** Pieces that were open when it was found. */
  readonly open: number;
}

/** What is left to come of an open piece. */
interface Open {
  readonly piece: PieceRow;
  readonly lines: readonly LiveLine[];
  at: number;
}

/**
 * The living lines of these pieces, which come in the order of their first records, in one order. A piece is opened once a line of it may be
 * the next: as many are held as overlap.
 */
export function* mergeLines(
  tables: RecordTables,
  pieces: Iterable<PieceRow>,
  { asOf, wanted }: { asOf: number | null; wanted: (line: LiveLine) => boolean },
): Generator<FoundLine, void> {
  const waiting = pieces[Symbol.iterator]();
  let open: Open[] = [];
  let coming = waiting.next();
  for (;;) {
    let least = leastOf(open);
    while (!coming.done && (!least || compareKeys(coming.value.first, least.key) <= 0)) {
      const piece = coming.value;
      open.push({ piece, lines: tables.live(piece, asOf).filter(wanted), at: 0 });
      open = open.filter(({ lines, at }) => at < lines.length);
      coming = waiting.next();
      least = leastOf(open);
    }
    if (!least) return;
    const { piece, lines } = least.from;
    yield { piece, line: lines[least.from.at]!, open: open.length }; // exhausted ones are not open
    least.from.at += 1;
    if (least.from.at === lines.length) open = open.filter((one) => one !== least.from);
  }
}

function leastOf(open: readonly Open[]): { readonly from: Open; readonly key: RecordKey } | null {
  let least: { from: Open; key: RecordKey } | null = null;
  for (const from of open) {
    const key = from.lines[from.at];
    if (key && (!least || compareKeys(key, least.key) < 0)) least = { from, key };
  }
  return least;
}

/** Whether a line is asked for, as far as its piece does not say it. */
export function isWanted(
  { from, to, media, changes }: LineQuery,
  after: RecordKey | null,
): (line: LiveLine) => boolean {
  const among = media && new Set(media);
  return (line) =>
    (from === null || line.date >= from) &&
    (to === null || line.date < to) &&
    (!among || among.has(line.media)) &&
    (!changes || (line.change > changes.from && line.change <= changes.to)) &&
    (!after || compareKeys(line, after) > 0);
}
