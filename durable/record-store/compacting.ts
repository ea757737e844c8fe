import type { Instant } from '../../src/model/instant.ts';
import type {
  Compacted,
  CompactedInput,
  CompactionTask,
  OpenedInput,
} from '../../src/records/packed/compaction-protocol.ts';
import { compareKeys } from '../../src/records/packed/order.ts';
import { chooseWork, COMPACTION_LIMITS } from './choose-work.ts';
import { SETTLED } from './packs.ts';
import type { PieceRow } from './piece-rows.ts';
import type { RecordTables } from './record-tables.ts';

/** Somebody who was not heard of for so long is not at it any more. */
const HELD_MS = 60_000;
/** What was begun so long ago is not taken any more: the packs of it may be swept, which takes an hour. */
const LONGEST_MS = 30 * 60_000;

interface Held {
  readonly task: string;
  readonly version: number;
  readonly tier: number;
  readonly begun: Instant;
  readonly until: Instant;
}

const heldBy = ({ sql }: RecordTables): Held | null => {
  const [row] = sql
    .exec<Held & Record<string, SqlStorageValue>>(
      "SELECT task, version, tier, begun, until FROM compacting WHERE task <> ''",
    )
    .toArray();
  return row ?? null;
};

const letGo = ({ sql }: RecordTables): void => {
  sql.exec("UPDATE compacting SET task = ''");
  sql.exec('DELETE FROM inputs');
};

/** Whether somebody is compacting. */
export const isCompacted = (tables: RecordTables, now: Instant): boolean =>
  (heldBy(tables)?.until ?? 0) > now;

/** Chooses what is to be compacted next, for whoever asks alone; null where there is nothing, or somebody is at it. */
export function beginCompaction(
  tables: RecordTables,
  { id, now, limits = COMPACTION_LIMITS }: { id: string; now: Instant; limits?: typeof COMPACTION_LIMITS },
): CompactionTask | null {
  return tables.transaction(() => {
    if (isCompacted(tables, now)) return null;
    const work = chooseWork(tables, limits);
    letGo(tables);
    const [some] = work?.pieces ?? [];
    if (!work || !some) return null;
    const { version } = tables.state;
    tables.sql.exec(
      'UPDATE compacting SET task = ?, version = ?, tier = ?, begun = ?, until = ?',
      id,
      version,
      work.tier,
      now,
      now + HELD_MS,
    );
    for (const { n } of work.pieces) tables.sql.exec('INSERT INTO inputs (piece) VALUES (?)', n);
    const kind = tables.kindOf(some.kind);
    return { id, kind, isLast: work.tier === SETTLED, inputs: work.pieces.map(inputOf) };
  });
}

const inputOf = ({ n, first, records, length, bytes, crc }: PieceRow): CompactedInput => ({
  n,
  first,
  records,
  length,
  bytes,
  crc,
});

/** Opens a piece for whoever has this task, as it was when that was chosen; null where they have it no more. */
export function openInput(
  tables: RecordTables,
  { task, n, now }: { task: string; n: number; now: Instant },
): OpenedInput | null {
  const held = heldBy(tables);
  if (!held || held.task !== task) return null;
  const [piece] = tables.pieces.there(n, held.version);
  if (!piece) {
    // Nothing can come of it any more.
    letGo(tables);
    return null;
  }
  if (held.until < now + HELD_MS / 2) tables.sql.exec('UPDATE compacting SET until = ?', now + HELD_MS);
  const isDead = tables.tombstones.deadIn(piece, held.version);
  const lines = tables.pieces.lines(piece);
  const pack = tables.packs.placeOf(n);
  return {
    ...tables.pieces.tableOf(piece),
    dead: lines.flatMap((line, index) => (isDead(line) ? index : [])),
    data: pack ? null : tables.pieces.data(piece),
    object: piece.object,
    pack,
  };
}

/** The inputs of a task; null where one of them is not there any more. A number may have become another piece's, made later. */
function inputsOf(tables: RecordTables, { version }: Held): readonly PieceRow[] | null {
  const numbers = tables.sql.exec<{ piece: number }>('SELECT piece FROM inputs').toArray();
  const pieces = numbers.flatMap(({ piece }) => tables.pieces.there(piece, version));
  return pieces.length === numbers.length ? pieces : null;
}

/**
 * Puts what came of a task in the place of its inputs, all or nothing of it. Refused where a line of them died meanwhile, one of them is gone,
 * or somebody else was given a task: then the packs are left to be deleted. Asked again it is answered the same.
 */
export function commitCompaction(tables: RecordTables, { task, pieces }: Compacted, now: Instant): boolean {
  return tables.transaction(() => {
    if (isDone(tables, task)) return true;
    const held = heldBy(tables);
    const inputs = held?.task === task && now < held.begun + LONGEST_MS ? inputsOf(tables, held) : null;
    if (held?.task === task) letGo(tables);
    const touched = held && inputs?.some((input) => tables.tombstones.touchedSince(input, held.version));
    if (held && inputs && !touched) {
      replace(tables, { held, inputs, pieces });
      tables.sql.exec('UPDATE compacting SET done = ?', task);
      return true;
    }
    for (const pack of new Set(pieces.flatMap(({ pack: at }) => at?.object ?? [])))
      tables.garbage.leave(pack);
    return false;
  });
}

const isDone = ({ sql }: RecordTables, task: string): boolean =>
  sql.exec('SELECT 1 FROM compacting WHERE done = ?', task).toArray().length > 0;

function replace(
  tables: RecordTables,
  { held, inputs, pieces }: { held: Held; inputs: readonly PieceRow[]; pieces: Compacted['pieces'] },
): void {
  const [some] = inputs;
  if (!some) throw new Error('a task has a piece at least');
  requireSame(tables, held, { inputs, pieces });
  const state = tables.state;
  const version = state.version + 1;
  for (const { n } of inputs) tables.pieces.retire(n, version);
  for (const piece of pieces) {
    const pack = piece.pack && { ...piece.pack, tier: held.tier };
    tables.pieces.add(tables.kindOf(some.kind), some.entity, { ...piece, pack }, { version, base: 0 });
  }
  tables.setState({ ...state, version });
}

/** As many records as were alive, as many bytes, in one order: whatever else came back would be lost, or there twice. */
function requireSame(
  tables: RecordTables,
  { version }: Held,
  { inputs, pieces }: { inputs: readonly PieceRow[]; pieces: Compacted['pieces'] },
): void {
  let [alive, bytes] = [0, 0];
  // A task has a quarter of a million lines: those of one piece are held at a time.
  for (const input of inputs) {
    const lines = tables.live(input, version);
    alive += lines.length;
    bytes += lines.reduce((total, { size }) => total + size, 0);
  }
  const sum = (of: (piece: Compacted['pieces'][number]) => number): number =>
    pieces.reduce((total, piece) => total + of(piece), 0);
  const isOrdered = pieces.every(
    ({ first }, index) => index === 0 || compareKeys(pieces[index - 1]!.last, first) < 0, // there is one before
  );
  if (sum(({ records }) => records) !== alive || sum((piece) => piece.bytes) !== bytes || !isOrdered)
    throw new Error(`${alive} records of ${bytes} bytes became others`);
}
