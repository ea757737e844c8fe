import { KINDS_OF, type DataType } from '../../src/model/records.ts';
import type { Instant } from '../../src/model/instant.ts';
import { kindCode } from '../../src/records/kinds.ts';
import { CounterChanges } from './counters.ts';
import { depart } from './depart.ts';
import { isPlaced, type PlacedRow } from './keys.ts';
import type { PieceRow } from './piece-rows.ts';
import type { RecordTables } from './record-tables.ts';
import { bury } from './take.ts';

/**
 * Removes records whose date lies before `before`, members with their owner's date, and members that have waited since before
 * then. A piece of nothing else is retired as a whole. `most` pieces at a time; answers how many records went and whether that was all.
 */
export function removeBefore(
  tables: RecordTables,
  { type, before, most }: { type: DataType; before: Instant; most: number },
  now: Instant,
): { readonly removed: number; readonly all: boolean } {
  return tables.transaction(() => {
    const { owners, members } = KINDS_OF[type];
    let removed = removeWaiting(tables, members, before);
    const pieces = [owners, members].flatMap((kind) => piecesBefore(tables, kindCode(kind), before, most));
    for (const piece of pieces) removed += removeOf(tables, piece, { members, before, now });
    // What is too old is kept for nobody, not even for a store that is set back.
    for (const kind of [owners, members]) tables.packs.taintBefore(kindCode(kind), before);
    return { removed, all: pieces.length < most };
  });
}

/** Pieces with living lines from before. One whose first lines are dead would be found again and again: those are looked through. */
function piecesBefore(tables: RecordTables, kind: number, before: Instant, most: number): PieceRow[] {
  const found: PieceRow[] = [];
  const rows = tables.sql
    .exec<{ n: number }>(
      'SELECT n FROM pieces WHERE kind = ? AND retired IS NULL AND first_date < ? ORDER BY first_date',
      kind,
      before,
    )
    .toArray();
  for (const { n } of rows) {
    const piece = tables.pieces.find(n);
    if (tables.live(piece, null).some(({ date }) => date < before)) found.push(piece);
    if (found.length === most) break;
  }
  return found;
}

function removeOf(
  tables: RecordTables,
  piece: PieceRow,
  {
    members,
    before,
    now,
  }: { members: (typeof KINDS_OF)[DataType]['members']; before: Instant; now: Instant },
): number {
  const kind = tables.kindOf(piece.kind);
  const live = tables.live(piece, null);
  const old = live.filter(({ date }) => date < before);
  const rows = tables.keys.find(
    kind,
    old.map(({ id }) => id),
  );
  const leaving: PlacedRow[] = [...rows.values()].filter(isPlaced);
  const state = tables.state;
  const version = state.version + 1;
  const counters = new CounterChanges();
  const whole = old.length === live.length;
  if (whole) {
    for (const row of leaving) counters.count(kind, row, -1);
    tables.pieces.retire(piece.n, version);
  } else bury(tables, { kind, rows: leaving, version, counters });
  counters.write(tables.sql);
  tables.keys.remove(kind, [...rows.keys()]);
  if (kind === members) tables.keys.removeMembers(leaving);
  const change = depart(tables, kind, { rows: leaving, why: 'expired', at: now });
  tables.setState({ version, change });
  return leaving.length;
}

function removeWaiting(
  tables: RecordTables,
  members: (typeof KINDS_OF)[DataType]['members'],
  before: Instant,
): number {
  const gone = tables.waiting.since(before);
  for (const id of gone) tables.waiting.remove(id);
  const rows = [...tables.keys.find(members, gone).values()];
  tables.keys.removeMembers(rows);
  tables.keys.remove(members, gone);
  return gone.length;
}
