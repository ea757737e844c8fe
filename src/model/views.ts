import type { Definition, Window } from './definition.ts';
import { formatInstant, type Instant } from './instant.ts';
import type { BucketDeliveryView } from './api/delivery.ts';
import type { JobInfo, HeldEntity, JobView, Progress, RunView, SealedFor } from './api/job-info.ts';
import { entryPrefix } from './entry-prefix.ts';
import { isOver, type BucketDelivery } from './delivery.ts';
import { shownDestination } from './destination.ts';
import { STATUS_LABELS, type Status } from './status.ts';
import type { Job } from './job.ts';
import { recipientsOf } from './protocol.ts';
import { isActive, plannedRecords, type Run } from './run.ts';

/** The artifacts of a finished run in brief: the last volume's file name and the sum of sizes. */
export interface Files {
  readonly fileName: string;
  readonly fileSize: number;
  readonly volumes: number;
}

export const NO_FILES: Files = { fileName: '', fileSize: 0, volumes: 0 };

const shown = (at: Instant | null): string => (at === null ? '' : formatInstant(at));

type Common = Omit<JobInfo, 'id' | 'status' | 'fileName' | 'fileSize' | 'progress' | 'parentId'>;

function info(definition: Definition, createdAt: Instant, window: Window): Common {
  return {
    type: definition.type,
    source: 'UCS',
    title: definition.title,
    fileSplitSize: definition.request.jobParams.fileSplitSize ?? '',
    createdDate: formatInstant(createdAt),
    dateFrom: shown(window.from),
    dateTo: shown(window.to),
    description: definition.description,
    media: definition.request.jobParams.media,
    exportAttachments: definition.attachments,
  };
}

/** The window that a job asks for; open where it depends on the run. */
const requestedWindow = ({ extent }: Definition): Window =>
  'window' in extent ? extent.window : { from: null, to: null };

/** The status of a job is that of its latest run; before it, what its schedule says. */
export const jobStatus = (job: Job, latest: Run | null): Status =>
  latest?.outcome.status ?? (job.suspended ? 'SUSPENDED' : 'SCHEDULED');

/** A job as v10 answers it. */
export function jobView(job: Job, latest: Run | null, files: Files): JobView {
  const { definition } = job;
  const status = STATUS_LABELS[jobStatus(job, latest)];
  return {
    id: job.id,
    ...info(definition, job.createdAt, requestedWindow(definition)),
    fileName: files.fileName,
    fileSize: files.fileSize,
    status,
    progress: latest?.position.progress ?? 0,
    parentId: 0,
    exportType: definition.exportType,
    suspended: job.suspended,
    scheduleType: definition.schedule.type,
    timeFrame: definition.request.timeFrame,
    schedulerParam: definition.request.schedulerParam,
    jobParams: definition.request.jobParams,
    latestStatus: status,
    latestStartedAt: shown(latest?.outcome.startedAt ?? null),
    latestHistoryId: latest?.id ?? 0,
    latestReason: latest?.outcome.reason ?? '',
    nextStartsAt: shown(job.nextStartsAt),
    createdBy: job.createdBy,
    ...(job.destination ? { destination: shownDestination(job.destination) } : {}),
  };
}

/** A run as v10 answers it: a history item, whose `parentId` is the job's id. */
export function runView(job: Job, run: Run, files: Files, delivery: BucketDelivery | null): RunView {
  const { definition, outcome } = run;
  return {
    id: run.id,
    ...info(definition, outcome.createdAt, run.window),
    description: outcome.reason || definition.description,
    fileName: files.fileName,
    fileSize: files.fileSize,
    status: STATUS_LABELS[outcome.status],
    progress: run.position.progress,
    parentId: job.id,
    exportType: definition.exportType,
    timeFrame: definition.request.timeFrame,
    jobParams: definition.request.jobParams,
    scheduledAt: formatInstant(outcome.scheduledAt),
    startedAt: shown(outcome.startedAt),
    finishedAt: shown(outcome.finishedAt),
    createdBy: run.createdBy,
    certificates: sealedFor(run),
    entities: heldEntities(run),
    detail: runDetail(run, files),
    ...(delivery ? { delivery: deliveryView(delivery) } : {}),
  };
}

/** How far the run's files are on their way into the customer's bucket. */
function deliveryView(delivery: BucketDelivery): BucketDeliveryView {
  const { destination, copied, state } = delivery;
  return {
    state,
    code: delivery.code,
    endpoint: destination.endpoint,
    bucket: destination.bucket,
    prefix: delivery.prefix,
    files: delivery.files,
    filesDelivered: copied.files,
    bytes: delivery.bytes,
    bytesDelivered: copied.bytes,
    nextTryAt: shown(state === 'waiting' ? delivery.wakeAt : null),
    endedAt: shown(isOver(delivery) ? delivery.endedAt : null),
  };
}

/** Known once the run is planned. */
function sealedFor({ plan }: Run): readonly SealedFor[] {
  if (!plan) return [];
  return recipientsOf(plan).map(({ subject, fingerprint, notAfter }) => ({
    subject,
    fingerprint,
    notAfter: shown(notAfter),
  }));
}

/** Known once it is Finished: what the manifest in its archive says. */
function heldEntities({ plan, outcome, position: { entries } }: Run): readonly HeldEntity[] {
  if (outcome.status !== 'FINISHED' || !plan) return [];
  return entries.flatMap((held, index) => {
    const totals = plan.parts[index];
    return totals ? [{ name: entryPrefix(totals), ...held }] : [];
  });
}

function runDetail(run: Run, files: Files): Record<string, unknown> {
  const { outcome, position } = run;
  const detail: Record<string, unknown> = {
    recordsExported: position.exported.records,
    recordsTotal: plannedRecords(run),
    volumes: files.volumes,
  };
  if (outcome.reason) detail['reason'] = outcome.reason;
  if (outcome.filesExpireAt !== null) detail['filesExpireAt'] = formatInstant(outcome.filesExpireAt);
  if (outcome.filesGone) detail['files'] = outcome.filesGone;
  if (run.plan?.changes) detail['changes'] = run.plan.changes;
  // The one deliberate exception to "a single file by default": it is never silent.
  if (files.volumes > 1 && run.plan && run.definition.splitBytes === null)
    detail['note'] =
      `The archive was split at ${run.plan.volumeBytes} bytes, the largest volume that every tool decrypts.`;
  return detail;
}

/** The answer to GET …/progress. */
export const progressView = (run: Run, now: Instant): Progress => ({
  progress: run.position.progress,
  status: STATUS_LABELS[run.outcome.status],
  recordsExported: run.position.exported.records,
  recordsTotal: plannedRecords(run),
  bytesWritten: run.position.exported.bytes,
  estimatedSecondsRemaining: remainingSeconds(run, now),
});

/** As long as the rest takes at the pace so far; null before there is a pace, 0 when the run has ended. */
function remainingSeconds(run: Run, now: Instant): number | null {
  if (!isActive(run)) return 0;
  const { records } = run.position.exported;
  const { startedAt } = run.outcome;
  if (startedAt === null || records === 0) return null;
  const rest = Math.max(0, plannedRecords(run) - records);
  return Math.ceil(((now - startedAt) * rest) / records / 1_000);
}

/** Names of one volume of a set, before and after sealing: `.z01`, `.z02`, … `.z100`, and `.zip` for the last. */
export function volumeName(uuid: string, volume: number, last: boolean): string {
  const ending = last ? 'zip' : `z${String(volume).padStart(2, '0')}`;
  return `export-${uuid}.${ending}`;
}
