import type { Instant } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import type { Departure } from './departures.ts';
import { isPlaced, type KnownRow, type PlacedRow } from './keys.ts';
import type { RecordTables } from './record-tables.ts';

/** Records that are being removed, and why. */
interface Leaving {
  readonly rows: readonly PlacedRow[];
  readonly why: 'erased' | 'expired';
  readonly at: Instant;
}

/** Notes that records are gone. Answers the last change number given: each takes one where it is noted, and none else. */
export function depart(tables: RecordTables, kind: Kind, { rows, why, at }: Leaving): number {
  const { change } = tables.state;
  if (tables.departures.since === null) {
    if (rows.length > 0) tables.departures.miss(change);
    return change;
  }
  const departures = rows.map(({ id, media }, index) => ({
    id,
    change: change + index + 1,
    was: media,
    now: null,
  }));
  tables.departures.add(kind, departures, { why, at });
  return change + rows.length;
}

/** A record, as it was (undefined: not there) and as it is, with the change number that it took. */
interface Move {
  readonly before: KnownRow | undefined;
  readonly now: KnownRow;
}

/** Notes which of these records left their medium, and which of those that had departed are there again. */
export function noteMoves(
  tables: RecordTables,
  kind: Kind,
  { moves, at }: { moves: readonly Move[]; at: Instant },
): void {
  if (tables.departures.since === null) return;
  const left: Departure[] = [];
  const come: PlacedRow[] = [];
  for (const { before, now } of moves) {
    if (!before || !isPlaced(before)) {
      if (isPlaced(now)) come.push(now);
    } else if (before.media !== now.media)
      left.push({ id: now.id, change: now.change, was: before.media, now: now.media });
  }
  tables.departures.add(kind, left, { why: 'moved', at });
  tables.departures.comeBack(kind, come, at);
}
