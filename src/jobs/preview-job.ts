import { estimateRun } from '../export/estimate.ts';
import type { JobPreview } from '../model/api/job-preview.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import type { Recipients } from '../model/certificate.ts';
import type { Definition } from '../model/definition.ts';
import { entryPrefix } from '../model/entry-prefix.ts';
import { ok, type Result } from '../model/failures.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import type { RecordSource } from '../records/source/source.ts';
import { nextStarts } from '../model/next-starts.ts';
import { runEstimate } from '../model/run-price.ts';
import { pastRuns } from '../store/past-runs.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { define, refuseFull, refusedEdit, type DefiningContext, type Editing } from './create-job.ts';
import { knownJob } from './job-object.ts';
import { outcomeOf } from './outcome.ts';

/** Starts that a preview tells. */
const STARTS = 5;

export interface PreviewContext extends DefiningContext {
  readonly source: Pick<RecordSource, 'mediaTypes' | 'totals' | 'lastChange'>;
  /** Size of a volume where none was asked for. */
  readonly maxVolumeBytes: number;
}

/** What a job would be. Refused for what creating it would be refused for; nothing is created. */
export async function previewJob(
  context: PreviewContext,
  ccid: string,
  request: JobRequest,
): Promise<Result<JobPreview>> {
  const defined = await define(context, ccid, request);
  if (!defined.ok) return defined;
  const full = await refuseFull(context.db, ccid);
  if (full) return full;
  const { definition } = defined.value;
  const fresh = { watermark: 0, startedUntil: context.now, suspended: definition.suspended };
  return ok(await foretold(context, ccid, { ...defined.value, ...fresh }));
}

/** What a job would be once it is edited. Refused for what editing it would be refused for; nothing is changed. */
export async function previewEdit(
  context: PreviewContext,
  ccid: string,
  { id, request, ...how }: { id: number; request: JobRequest } & Editing,
): Promise<Result<JobPreview>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  const defined = await define(context, ccid, request);
  if (!defined.ok) return refusedEdit(context.db, { ccid, id }, defined);
  const answer = await object.value.foresee(defined.value.definition, how);
  const edited = await outcomeOf(context.db, { ccid, id }, answer);
  return edited.ok ? ok(await foretold(context, ccid, { ...defined.value, ...edited.value })) : edited;
}

/** The job to be: what it is to export, and what decides its starts. */
interface JobToBe {
  readonly definition: Definition;
  readonly certificates: Recipients<StoredCertificate>;
  readonly watermark: number;
  readonly startedUntil: Instant;
  readonly suspended: boolean;
}

async function foretold(context: PreviewContext, ccid: string, job: JobToBe): Promise<JobPreview> {
  const { source, maxVolumeBytes, now } = context;
  const { definition, certificates, watermark, startedUntil } = job;
  const input = { ccid, definition, watermark, certificates, maxVolumeBytes, at: now };
  const { entries, exact, volumes } = await estimateRun(source, input);
  const starts = nextStarts(definition.schedule, { startedUntil, now, count: STARTS });
  const { immediately } = definition.schedule;
  const past = await pastRuns(context.db, ccid, definition.type);
  // The window of a later start is another one.
  const lasting = 'window' in definition.extent || immediately;
  const records = entries.reduce((sum, entry) => sum + entry.records, 0);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const size = { records, bytes, volumes, counted: definition.exportType === 'DataSync' };
  return {
    records,
    bytes,
    exact: exact && lasting,
    entities: entries.map((totals) => ({
      name: entryPrefix(totals),
      records: totals.records,
      bytes: totals.bytes,
    })),
    volumes,
    estimate: runEstimate(size, past, exact && lasting),
    nextStarts: (job.suspended ? starts.slice(0, immediately ? 1 : 0) : starts).map(formatInstant),
  };
}
