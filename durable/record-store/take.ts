import type { Kind } from '../../src/model/records.ts';
import { KIND_RULES, kindCode } from '../../src/records/kinds.ts';
import type { Piece } from '../../src/records/packed/piece.ts';
import type { IncomingBatch, Taken } from '../../src/records/packed/protocol.ts';
import { classify, type Classified } from './classify.ts';
import { CounterChanges } from './counters.ts';
import { isPlaced, type KnownRow, type PlacedRow } from './keys.ts';
import { noteMoves } from './depart.ts';
import { placeMembers } from './place-members.ts';
import type { RecordTables } from './record-tables.ts';
import { jsonTexts } from './values.ts';

/** Batches whose answers are remembered: whoever asks again does it soon. */
const REMEMBERED = 1_000;

/**
 * Takes a batch, all or nothing of it. Answers null where another import came between: then nothing was done, and the batch has to be
 * made anew. A batch that was taken before is answered as it was then.
 */
export function take(tables: RecordTables, batch: IncomingBatch): Taken | null {
  return tables.transaction(() => {
    const before = answerOf(tables.sql, batch.id);
    if (before) return before;
    const found = classify(tables, batch);
    if (found.stamp !== batch.stamp) return null;
    const taken = write(tables, batch, found);
    remember(tables.sql, batch, taken);
    return taken;
  });
}

function write(tables: RecordTables, batch: IncomingBatch, found: Classified): Taken {
  const { kind } = batch;
  const state = tables.state;
  const version = state.version + 1;
  const sorted = sort(batch, found, state.change);
  const counters = new CounterChanges();
  bury(tables, { kind, rows: sorted.leaving, version, counters });
  for (const { id } of sorted.ending) tables.waiting.remove(id);
  const member = KIND_RULES[kind].role === 'member';
  if (member) {
    tables.keys.removeMembers(sorted.parting);
    tables.keys.addMembers(sorted.coming);
  }
  tables.keys.put(kind, sorted.coming);
  const placed = sorted.coming.filter(isPlaced);
  for (const row of placed) counters.count(kind, row, 1);
  addPieces(tables, batch, { version, base: state.change, records: placed.length });
  addWaiting(tables, batch, sorted.coming.length - placed.length);
  noteMoves(tables, kind, {
    moves: sorted.coming.map((now) => ({ before: found.known.get(now.id), now })),
    at: batch.at,
  });
  const change = state.change + sorted.coming.length;
  const last = member
    ? change
    : placeMembers(tables, { owners: kind, rows: placed, version, change, counters, at: batch.at });
  if (kind === 'contacts') forgetErased(tables.sql, placed);
  counters.write(tables.sql);
  tables.setState({ version, change: last });
  return sorted.taken;
}

/** The batch's records by what has to be done of them. */
interface Sorted {
  readonly coming: readonly KnownRow[];
  /** What the changed ones were: in pieces, waiting, and those with another owner than now. */
  readonly leaving: readonly PlacedRow[];
  readonly ending: readonly KnownRow[];
  readonly parting: readonly KnownRow[];
  readonly taken: Taken;
}

function sort({ records }: IncomingBatch, { fates, known }: Classified, base: number): Sorted {
  const [coming, leaving, ending, parting]: [KnownRow[], PlacedRow[], KnownRow[], KnownRow[]] = [
    [],
    [],
    [],
    [],
  ];
  const taken = { inserted: 0, updated: 0, unchanged: 0, refused: 0, waiting: 0 };
  for (const [index, { id, owner, hash, size }] of records.entries()) {
    const { fate, place } = fates[index]!; // one for each record
    if (fate === 'refused') taken.refused += 1;
    else if (place === null) taken.waiting += 1;
    if (fate === 'same') taken.unchanged += 1;
    if (fate === 'refused' || fate === 'same') continue;
    taken[fate === 'new' ? 'inserted' : 'updated'] += 1;
    const { entity, media, date } = place ?? { entity: null, media: null, date: null };
    coming.push({ id, owner, entity, media, date, change: base + coming.length + 1, hash, size });
    const before = known.get(id);
    if (!before) continue;
    if (isPlaced(before)) leaving.push(before);
    else ending.push(before);
    if (before.owner !== owner) parting.push(before);
  }
  return { coming, leaving, ending, parting, taken };
}

/** Marks lines that are in pieces as dead from this version on. */
export function bury(
  tables: RecordTables,
  dead: { kind: Kind; rows: readonly PlacedRow[]; version: number; counters: CounterChanges },
): void {
  tables.tombstones.add(dead.kind, dead.rows, dead.version);
  for (const row of dead.rows) dead.counters.count(dead.kind, row, -1);
}

function addPieces(
  tables: RecordTables,
  { kind, pieces }: IncomingBatch,
  { version, base, records }: { version: number; base: number; records: number },
): void {
  const packed = pieces.reduce((sum, piece) => sum + piece.records, 0);
  if (packed !== records)
    throw new Error(`a batch has ${records} records to pack and ${packed} in its pieces`);
  // The message has the members of a Piece, and the entity beside them.
  for (const piece of pieces) tables.pieces.add(kind, piece.entity, piece satisfies Piece, { version, base });
  if (kind !== 'interactions') return;
  tables.rememberMedia(new Set(pieces.flatMap(({ media }) => media.map(([medium]) => medium))));
}

function addWaiting(tables: RecordTables, { waiting, at }: IncomingBatch, records: number): void {
  if (waiting.length !== records)
    throw new Error(`a batch has ${records} records that wait and ${waiting.length} texts of them`);
  for (const record of waiting) tables.waiting.add(record, at);
}

/** A contact that came again is there: what belongs to it is welcome. */
function forgetErased(sql: SqlStorage, rows: readonly KnownRow[]): void {
  for (const text of jsonTexts(rows.map(({ id }) => id)))
    sql.exec(
      'DELETE FROM erased WHERE kind = ? AND id IN (SELECT value FROM json_each(?))',
      kindCode('contacts'),
      text,
    );
}

function answerOf(sql: SqlStorage, id: string): Taken | null {
  const [row] = sql.exec<{ answer: string }>('SELECT answer FROM batches WHERE id = ?', id).toArray();
  return row ? (JSON.parse(row.answer) as Taken) : null; // what `remember` wrote
}

function remember(sql: SqlStorage, { id }: IncomingBatch, taken: Taken): void {
  sql.exec('INSERT INTO batches (id, answer) VALUES (?, ?)', id, JSON.stringify(taken));
  sql.exec('DELETE FROM batches WHERE n <= (SELECT max(n) FROM batches) - ?', REMEMBERED);
}
