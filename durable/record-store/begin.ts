import type { Instant } from '../../src/model/instant.ts';
import type { RunBeginning } from '../../src/records/packed/protocol.ts';
import type { Bounded, ReadingBegun } from '../../src/records/source/source.ts';
import { COMPACTION_LIMITS } from './choose-work.ts';
import { asDeparted, mostDeparted } from './departed.ts';
import { pin } from './pins.ts';
import { isDeeper } from './plan-pieces.ts';
import type { RecordTables } from './record-tables.ts';
import { totalsOf } from './totals.ts';

/**
 * Pins what is there for a run, and counts it: nothing comes between. Answers null where too many pieces overlap at a place that is read, each
 * of which is inflated for its part of a page: those are compacted first, since a run reads what it has pinned as it is, to its end.
 */
export function beginReading(
  tables: RecordTables,
  { reader, follows, since: asked, ...scope }: RunBeginning,
  now: Instant,
  depth = COMPACTION_LIMITS.depth,
): ReadingBegun | null {
  if (follows && asked !== null) tellApart(tables);
  const { change } = tables.state;
  const since = follows ? knownSince(tables, asked) : asked;
  const changes = since === null ? null : { from: since, to: Math.max(change, since) };
  const counting = { ...scope, changes };
  const entries = totalsOf(tables, counting);
  // Of a contact a few lines are read, however deep they lie.
  for (const { kind, entity } of scope.contact == null ? entries : [])
    if (isDeeper(tables, { ...counting, kind, entity, asOf: null, after: null }, depth)) return null;
  const begun = { version: pin(tables, reader, now), changes, entries };
  if (!follows || !changes) return begun;
  tables.departures.follow(change, now);
  if (changes.from === 0) return { ...begun, departed: { records: 0, bytes: 0 } };
  const departed = mostDeparted(tables, { kinds: scope.kinds, changes });
  // What changed and does not meet the filters is told, too: a record is as long as its id at least.
  const outside = scope.withMembers ? entries.map(({ records, bytes }) => asDeparted(records, bytes)) : [];
  return { ...begun, departed: [departed, ...outside].reduce(together) };
}

const together = (a: Bounded, b: Bounded): Bounded => ({
  records: a.records + b.records,
  bytes: a.bytes + b.bytes,
});

/**
 * What departs is noted from here on. Where something departed behind the last change number that nobody noted, another number is taken: jobs
 * that reached the last one have to begin anew, and whoever begins now has not.
 */
function tellApart(tables: RecordTables): void {
  const { version, change } = tables.state;
  if (tables.departures.since === null && tables.departures.isMissed(change))
    tables.setState({ version, change: change + 1 });
}

/** Behind which change number a run begins that tells what departed: behind none where that is not known. */
function knownSince({ departures }: RecordTables, asked: number | null): number | null {
  const { since } = departures;
  return asked === null || (since !== null && since <= asked) ? asked : 0;
}
