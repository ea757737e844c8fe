import type { Recipients } from '../model/certificate.ts';
import type { Definition } from '../model/definition.ts';
import { contactOf } from '../model/filter.ts';
import { DAY_MS, dayOf, type Instant } from '../model/instant.ts';
import { FORMAT, type JobFacts, type Plan } from '../model/protocol.ts';
import { windowOf } from '../model/run.ts';
import type { EntryTotals, RecordSource, Scope } from '../records/source/source.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { plannedBytes } from './planned-bytes.ts';
import { scopesOf } from './scopes.ts';

/** What a run of a job would export if it began at `at`. */
export interface Estimate {
  readonly entries: readonly EntryTotals[];
  /** False where the entries are the most that it could be. */
  readonly exact: boolean;
  /** Files, at most. */
  readonly volumes: number;
}

/** What an estimate is made of. */
export interface EstimateInput {
  readonly ccid: string;
  readonly definition: Definition;
  /** The change number that the job's last Finished DataSync run reached; 0 of a job that has none. */
  readonly watermark: number;
  /** Those that a run would be sealed for: the manifest names them. */
  readonly certificates: Recipients<Pick<StoredCertificate, 'subject' | 'fingerprint'>>;
  /** Size of a volume where none was asked for. */
  readonly maxVolumeBytes: number;
  readonly at: Instant;
}

/** Records that an estimate counts one by one at most; beyond them the counters of whole days are the bound. */
const COUNTED = 10_000;

/** Tells by the counters what a run would export: whole days cost no record read, and what is counted beside them is bounded. */
export async function estimateRun(
  source: Pick<RecordSource, 'totals' | 'lastChange'>,
  input: EstimateInput,
): Promise<Estimate> {
  const job = factsOf(input);
  const counted: Counted[] = [];
  for (const asked of scopesOf(job)) {
    const scope: Scope = { ...asked, changes: null };
    counted.push(
      job.exportType === 'DataSync'
        ? await countChanges(source, scope, input.watermark)
        : await countWindow(source, scope),
    );
  }
  const entries = counted.flatMap((one) => one.entries);
  const exact = counted.every((one) => one.exact);
  return { entries, exact, volumes: mostVolumes(entries, job, input) };
}

type Counted = Pick<Estimate, 'entries' | 'exact'>;
type Source = Parameters<typeof estimateRun>[0];

/** From the beginning all records are to come; later the changes are counted where they are few, else all records bound them. */
async function countChanges(source: Source, scope: Scope, watermark: number): Promise<Counted> {
  const last = watermark === 0 ? 0 : await source.lastChange(scope.ccid, scope.type);
  const few = watermark > 0 && last - watermark <= COUNTED;
  const changes = few ? { from: watermark, to: Math.max(last, watermark) } : null;
  const exact = isExact(scope) && (few || watermark === 0);
  return { entries: await source.totals({ ...scope, changes }), exact };
}

/** The counters know nothing of what a record says. */
const isExact = ({ filters = [] }: Scope): boolean => filters.length === 0;

/** Days at the window's ends that are not whole are counted where they hold few records, else they count as whole days. */
async function countWindow(source: Source, scope: Scope): Promise<Counted> {
  const exact = isExact(scope);
  // What one contact has is counted by itself.
  const days = contactOf(scope.filters ?? []) === null ? cutDays(scope) : [];
  if (days.length === 0) return { entries: await source.totals(scope), exact };
  let atTheEnds = 0;
  for (const day of days)
    atTheEnds += recordsOf(await source.totals({ ...scope, from: day * DAY_MS, to: (day + 1) * DAY_MS }));
  if (atTheEnds <= COUNTED) return { entries: await source.totals(scope), exact };
  const { from, to } = scope;
  const whole = {
    from: from === null ? null : dayOf(from) * DAY_MS,
    to: to === null ? null : dayOf(to + DAY_MS - 1) * DAY_MS,
  };
  return { entries: await source.totals({ ...scope, ...whole }), exact: false };
}

/** The days that an end of the window cuts, each once. */
function cutDays({ from, to }: Scope): readonly number[] {
  const ends = [from, to].filter((end) => end !== null && end % DAY_MS !== 0);
  return [...new Set(ends.map((end) => dayOf(end ?? 0)))];
}

const recordsOf = (entries: readonly EntryTotals[]): number =>
  entries.reduce((sum, { records }) => sum + records, 0);

/** The job as a run would know it; its ids are yet to be given, and are as long as any. */
function factsOf({ ccid, definition, watermark, at }: EstimateInput): JobFacts {
  const ids = { jobId: Number.MAX_SAFE_INTEGER, runId: Number.MAX_SAFE_INTEGER };
  const { title, type, contactId, exportType, media, attachments, filters, splitBytes } = definition;
  const window = windowOf(definition, at);
  const listsDeleted = exportType === 'DataSync';
  const wanted = { media, attachments, filters, splitBytes, watermark, listsDeleted };
  return { ccid, ...ids, title, type, contactId, exportType, ...window, ...wanted };
}

/** As far as a plan's size goes. */
const inPlan = ({ subject, fingerprint }: EstimateInput['certificates'][0]) => ({
  der: '',
  subject,
  fingerprint,
  notAfter: null,
});

function mostVolumes(parts: readonly EntryTotals[], job: JobFacts, input: EstimateInput): number {
  const [certificate, ...further] = input.certificates;
  const volumeBytes = job.splitBytes ?? input.maxVolumeBytes;
  const plan: Plan = {
    format: FORMAT,
    uuid: crypto.randomUUID(),
    createdAt: input.at,
    volumeBytes,
    certificate: inPlan(certificate),
    further: further.map(inPlan),
    parts,
    changes: job.exportType === 'DataSync' ? { from: 0, to: Number.MAX_SAFE_INTEGER } : null,
    deleted: job.listsDeleted ? { records: 0, bytes: 0 } : null,
    version: null,
    contacts: null,
  };
  return Math.ceil(plannedBytes(plan, job) / volumeBytes);
}
