import { mostArchiveBytes, type PlannedEntry } from '../encoding/zip/planned-size.ts';
import type { EntryTotals } from '../records/source/source.ts';
import type { JobFacts, Plan } from '../model/protocol.ts';
import { entriesOf, manifestOf, type Entry } from './entries.ts';

/** Records above this size come in pieces of their own, of at most 2 MiB; import keeps them apart from the others. */
const LARGE_RECORD = 1_000_000;

/** The most bytes that a run's archive has when its records are those that were counted: deflate's worst case, headers, manifest. */
export function plannedBytes(plan: Plan, job: JobFacts): number {
  const entries = entriesOf(plan, job);
  return mostArchiveBytes(entries.map((entry) => planned(entry, plan, job)));
}

function planned(entry: Entry, plan: Plan, job: JobFacts): PlannedEntry {
  if ('totals' in entry)
    return { name: entry.name, bytes: entry.totals.bytes, pieces: mostPieces(entry.totals) };
  if ('deleted' in entry)
    return { name: entry.name, bytes: entry.deleted.bytes, pieces: entry.deleted.records };
  const text = 'text' in entry ? entry.text : plannedManifest(plan, job);
  return { name: entry.name, bytes: new TextEncoder().encode(text).length, pieces: 1 };
}

/** A piece holds a record at least; a large record has its LF in a piece of its own. */
const mostPieces = ({ records, bytes, largeBytes = bytes }: EntryTotals): number =>
  records + 2 * Math.ceil(largeBytes / LARGE_RECORD);

/** The manifest has the same length whatever the CRC-32s are. */
function plannedManifest(plan: Plan, job: JobFacts): string {
  const entries = plan.parts.map(({ bytes }, index) => ({
    name: entriesOf(plan, job)[index]?.name ?? '',
    crc: 0,
    bytes,
  }));
  const { records = 0, bytes = 0 } = plan.deleted ?? {};
  return manifestOf(plan, job, {
    entries: [...entries, { name: 'deleted.json', crc: 0, bytes }],
    records: plan.parts.map((entry) => entry.records),
    deleted: records,
  });
}
