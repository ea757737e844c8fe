import type { DepartedRecord, EntryTotals } from '../records/source/source.ts';
import { SCHEMA_OF } from '../records/schemas/of-kind.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import { recipientsOf, type Exported, type JobFacts, type Plan } from '../model/protocol.ts';
import { entryPrefix } from '../model/entry-prefix.ts';
import { KINDS } from '../model/records.ts';
import type { EntryState } from '../encoding/zip/archive.ts';

/** One entry of the archive, in its order: data entries, the schemas of the kinds that have data, what was deleted, the manifest. */
export type Entry =
  | { readonly name: string; readonly totals: EntryTotals }
  | { readonly name: string; readonly text: string }
  | { readonly name: typeof DELETED; readonly deleted: Exported }
  | { readonly name: 'manifest.json' };

/** What left the scope of a DataSync job since its last Finished run; in the archives of jobs that list it, also where nothing did. */
const DELETED = 'deleted.json';

/** Names and order of the entries: data before what describes it, so that a reader may stop where the schemas begin. */
export function entriesOf(plan: Plan, job: JobFacts): readonly Entry[] {
  const data = plan.parts.map((totals) => ({ name: `${entryPrefix(totals)}-${job.jobId}.json`, totals }));
  const kinds = KINDS.filter((kind) => plan.parts.some((totals) => totals.kind === kind));
  const schemas = kinds.map((kind) => {
    const { entry, schema } = SCHEMA_OF[kind];
    return { name: entry, text: `${JSON.stringify(schema, null, 2)}\n` };
  });
  const deleted = plan.deleted ? [{ name: DELETED, deleted: plan.deleted } as const] : [];
  return [...data, ...schemas, ...deleted, { name: 'manifest.json' }];
}

type WrittenEntry = Pick<EntryState, 'name' | 'crc' | 'bytes'>;

/** What was written: the archive's entries, and the records of each that holds data. */
export interface WrittenEntries {
  readonly entries: readonly WrittenEntry[];
  readonly records: readonly number[];
  /** Records in `deleted.json`. */
  readonly deleted: number;
}

/** What each data entry holds, in the plan's order. */
export const entriesHeld = (plan: Plan, { entries, records }: WrittenEntries) =>
  plan.parts.map((_, index) => {
    const entry = entries[index];
    if (!entry) throw new Error(`data entry ${index} is not written yet`);
    return { name: entry.name, records: records[index] ?? 0, bytes: entry.bytes, crc: entry.crc };
  });

/** One line of `deleted.json`, its LF included. When what changed left the job's filters is not known: it was seen when the run began. */
export const deletedLine = ({ kind, id, change, at, why }: DepartedRecord, begun: Instant): string =>
  `${JSON.stringify({ kind, id, change, when: formatInstant(at ?? begun), why })}\n`;

const hexOf = (crc: number): string => crc.toString(16).padStart(8, '0');

/** What the manifest says of `deleted.json`, and behind which change number the run began: behind 0 with all that there is. */
function deletedIn({ changes, deleted }: Plan, { entries, deleted: records }: WrittenEntries) {
  if (!deleted) return {};
  const entry = entries.find(({ name }) => name === DELETED);
  if (!entry) throw new Error(`${DELETED} is not written yet`);
  return { since: changes?.from ?? 0, deleted: { records, bytes: entry.bytes, crc32: hexOf(entry.crc) } };
}

const named = ({ subject, fingerprint }: Plan['certificate']) => ({ subject, fingerprint });

/** `manifest.json`, which tells what the data entries hold. `records[i]` counts what was written of the i-th data entry. */
export function manifestOf(plan: Plan, job: JobFacts, written: WrittenEntries): string {
  const shown = (at: number | null): string => (at === null ? '' : formatInstant(at));
  const manifest = {
    format: 1,
    jobId: job.jobId,
    historyId: job.runId,
    title: job.title,
    createdAt: formatInstant(plan.createdAt),
    contactCenter: job.ccid,
    ...(plan.jurisdiction === undefined ? {} : { jurisdiction: plan.jurisdiction }),
    type: job.type,
    ...(job.contactId === null ? {} : { contactId: job.contactId }),
    exportType: job.exportType,
    window: { from: shown(job.from), to: shown(job.to) },
    media: job.media ?? ['all'],
    ...(job.filters.length > 0 ? { filters: job.filters } : {}),
    watermark: plan.changes?.to ?? null,
    certificate: named(plan.certificate),
    certificates: recipientsOf(plan).map(named),
    entries: entriesHeld(plan, written).map(({ name, crc, ...held }) => ({
      name,
      ...held,
      crc32: hexOf(crc),
    })),
    ...deletedIn(plan, written),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
