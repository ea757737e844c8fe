import type { Instant } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import { KIND_RULES } from '../../src/records/kinds.ts';
import { compareKeys } from '../../src/records/packed/order.ts';
import { packPieces, type TextLine } from '../../src/records/packed/piece.ts';
import { placeBy } from './classify.ts';
import { noteMoves } from './depart.ts';
import type { CounterChanges } from './counters.ts';
import { isPlaced, type KnownRow, type PlacedRow } from './keys.ts';
import { TextReader, type RecordTables } from './record-tables.ts';

/** Owners that have just come or changed. */
interface Placing {
  readonly owners: Kind;
  readonly rows: readonly PlacedRow[];
  readonly version: number;
  /** The last change number given. */
  readonly change: number;
  readonly counters: CounterChanges;
  readonly at: Instant;
}

/** A member, as it was and as it will be. */
interface Move {
  readonly before: KnownRow;
  readonly now: PlacedRow;
}

/**
 * Brings the members of owners to their owners' place: those that waited take the next change numbers, those that move keep theirs, unless
 * they come to another medium while departures are noted: a job of that medium has to hear of them. Answers the last number given. Holds a piece being made and those being read.
 */
export function placeMembers(
  tables: RecordTables,
  { owners, rows, version, change, counters, at }: Placing,
): number {
  const rule = KIND_RULES[owners];
  if (rule.role !== 'owner') throw new Error(`${owners} have no members`);
  const moves = movesOf(tables, rule.members, rows, change);
  if (moves.length === 0) return change;
  requireTexts(tables, rule.members, moves);
  const reader = new TextReader(tables);
  for (const [entity, some] of Map.groupBy(moves, ({ now }) => now.entity)) {
    const sorted = some.toSorted((a, b) => compareKeys(a.now, b.now));
    for (const piece of packPieces(textsOf(tables, rule.members, { reader, moves: sorted })))
      tables.pieces.add(rule.members, entity, piece, { version, base: 0 });
  }
  const left = moves.map(({ before }) => before).filter(isPlaced);
  tables.tombstones.add(rule.members, left, version);
  for (const row of left) counters.count(rule.members, row, -1);
  for (const { now } of moves) counters.count(rule.members, now, 1);
  // Their large texts are in pieces now.
  for (const { before } of moves) if (!isPlaced(before)) tables.waiting.end(before.id);
  const all = moves.map(({ now }) => now);
  tables.keys.put(rule.members, all);
  noteMoves(tables, rule.members, { moves, at });
  return all.reduce((most, row) => Math.max(most, row.change), change);
}

/** All that has to be read from packs for this is told at once: it is undone each time that something is missing. */
function requireTexts(tables: RecordTables, kind: Kind, moves: readonly Move[]): void {
  const placed = moves.map(({ before }) => before).filter(isPlaced);
  const pieces = placed.flatMap((before) => tables.pieces.covering(kind, before));
  tables.packs.require(new Map(pieces.map((piece) => [piece.n, piece])).values());
}

function movesOf(tables: RecordTables, kind: Kind, owners: readonly PlacedRow[], last: number): Move[] {
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const follows = tables.departures.since !== null;
  let change = last;
  return tables.keys.membersOf(kind, byId.keys()).flatMap((before) => {
    const place = placeBy(byId.get(before.owner));
    if (!place) throw new Error(`the member "${before.id}" has another owner than its row says`);
    const { entity, media, date } = place;
    if (before.entity === entity && before.media === media && before.date === date) return [];
    const keeps = isPlaced(before) && !(follows && before.media !== media);
    return { before, now: { ...before, ...place, change: keeps ? before.change : ++change } };
  });
}

function* textsOf(
  tables: RecordTables,
  kind: Kind,
  { reader, moves }: { reader: TextReader; moves: readonly Move[] },
): Generator<TextLine, void> {
  for (const { before, now } of moves) {
    const { date, owner, id, media, change } = now;
    const text = isPlaced(before) ? reader.textOf(kind, before) : tables.waiting.textOf(id);
    yield { date, owner, id, media, change, print: 0, text };
  }
}
