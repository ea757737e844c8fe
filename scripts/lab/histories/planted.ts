import type { PlantedBug } from '../simulate/planted.ts';

/** Slips in the bookkeeping of packed records; each has to be found by what comes of it. */
export const SLIPS: readonly PlantedBug[] = [
  {
    name: 'a changed record leaves its old line alive',
    file: 'durable/record-store/take.ts',
    from: 'bury(tables, { kind, rows: sorted.leaving, version, counters });',
    to: 'for (const row of sorted.leaving) counters.count(kind, row, -1);',
  },
  {
    name: 'a batch is taken though its fates have changed',
    file: 'durable/record-store/take.ts',
    from: 'if (found.stamp !== batch.stamp) return null;',
    to: '',
  },
  {
    name: 'members stay where they are when their owner moves',
    file: 'durable/record-store/place-members.ts',
    from: 'before.date === date) return [];',
    to: 'before.date === date || isPlaced(before)) return [];',
  },
  {
    name: 'members that move take a new change number',
    file: 'durable/record-store/place-members.ts',
    from: 'change: keeps ? before.change : ++change',
    to: 'change: ++change',
  },
  {
    name: 'a tombstone holds of pieces that were made with it',
    file: 'durable/record-store/tombstones.ts',
    from: 'at > ?9 AND at',
    to: 'at >= ?9 AND at',
  },
  {
    name: 'what died since is not seen by a run that pinned an earlier version',
    file: 'durable/record-store/tombstones.ts',
    from: 'asOf ?? Number.MAX_SAFE_INTEGER',
    to: 'Number.MAX_SAFE_INTEGER',
  },
  {
    name: 'pieces that a run has pinned are removed',
    file: 'durable/record-store/collect.ts',
    from: 'coalesce(min(version), 9007199254740991) FROM pins',
    to: '9007199254740991',
  },
  {
    name: 'an owner that was erased is not remembered',
    file: 'durable/record-store/erase.ts',
    from: "'INSERT OR IGNORE INTO erased (kind, id) SELECT ?2, value FROM json_each(?1)'",
    to: "'SELECT ?2, value FROM json_each(?1)'",
  },
  {
    name: 'a contact is told by its print alone',
    file: 'durable/record-store/erase.ts',
    from: '&& contactOf(line) === contactId;',
    to: '&& contactOf(line) !== undefined;',
  },
  {
    name: 'the piece of an erased record is left as it is',
    file: 'durable/record-store/erase.ts',
    from: 'for (const piece of touched) repack(tables, [piece]);',
    to: '',
  },
  {
    name: 'texts are ordered by UTF-16',
    file: 'src/records/packed/order.ts',
    from: 'if (x !== y) return rank(x) - rank(y);',
    to: 'if (x !== y) return x - y;',
  },
  {
    name: 'the numbers of a batch begin where the last one did',
    file: 'durable/record-store/take.ts',
    from: 'const change = state.change + sorted.coming.length;',
    to: 'const change = state.change + sorted.taken.inserted;',
  },
  {
    name: 'a piece with dead lines is copied as it is',
    file: 'durable/record-store/plan-pieces.ts',
    from: '!tables.tombstones.touch(piece, asOf)',
    to: 'true',
  },
  {
    name: 'a page begins behind the pieces that the one before it cut',
    file: 'durable/record-store/page.ts',
    from: 'inside ? low : null',
    to: 'null',
  },
  {
    name: 'a large text is gone though another piece has it',
    file: 'durable/record-store/large-garbage.ts',
    from: 'if (!this.isNamed(object)) this',
    to: 'this',
  },
  {
    name: 'members that come to another medium are told of to nobody',
    file: 'durable/record-store/place-members.ts',
    from: '&& !(follows && before.media !== media)',
    to: '',
  },
  {
    name: 'a record that came back is told to have left',
    file: 'durable/record-store/depart.ts',
    from: 'tables.departures.comeBack(kind, come, at);',
    to: '',
  },
  {
    name: 'what departed after a run began is told by it',
    file: 'durable/record-store/departed.ts',
    from: 'AND later.change <= ?2)',
    to: ')',
  },
  {
    name: 'a job that was away for long is told what is left of its departures',
    file: 'durable/record-store/begin.ts',
    from: '(since !== null && since <= asked) ? asked : 0',
    to: 'since !== null ? asked : 0',
  },
  {
    name: 'departures that were removed are not missed',
    file: 'durable/record-store/departures.ts',
    from: 'since = max(since, ?)',
    to: 'since = max(since, 0 * ?)',
  },
  {
    name: 'what left a job before its watermark counts as its',
    file: 'durable/record-store/departed.ts',
    from: 'AND one.was IS NOT NULL',
    to: 'AND one.now IS NOT NULL',
  },
];
