import type { JobView } from '../src/model/api/job-info.ts';
import { DAY_MS } from '../src/model/instant.ts';
import type { JobFacts } from '../src/model/protocol.ts';
import type { Run } from '../src/model/run.ts';
import type { Job } from '../src/model/job.ts';
import { jobStatus, jobView, NO_FILES, runView } from '../src/model/views.ts';
import type { ProjectedRun, Projection } from '../src/store/projection.ts';
import type { ObjectState } from './state.ts';

/** What a consumer has to know of the job and its run. */
export function facts(job: Job, run: Run): JobFacts {
  const { definition, window } = run;
  return {
    ccid: job.ccid,
    jobId: job.id,
    runId: run.id,
    title: definition.title,
    type: definition.type,
    contactId: definition.contactId,
    exportType: definition.exportType,
    from: window.from,
    to: window.to,
    media: definition.media,
    attachments: definition.attachments,
    filters: definition.filters,
    splitBytes: definition.splitBytes,
    watermark: window.watermark,
    listsDeleted: job.listsDeleted,
  };
}

/** The job as v10 answers it. Nothing of an unfinished run's files is shown. */
export function shownJob(state: ObjectState): JobView {
  const job = state.job();
  if (!job) throw new Error('this object is no job yet');
  const latest = state.latestRun();
  const files = latest?.outcome.status === 'FINISHED' ? state.volumes.files(latest.id) : NO_FILES;
  return jobView(job, latest, files);
}

/** The job, and the runs that changed, as D1 is to show them. Nothing of an unfinished run's files is shown. */
export function projectionOf(
  state: ObjectState,
  pending: NonNullable<ReturnType<ObjectState['unprojected']>>,
  retentionDays: number,
): Projection {
  const job = state.job();
  if (!job) throw new Error('nothing to project: this object is no job yet');
  const latest = state.latestRun();
  const filesOf = (run: Run | null) =>
    run?.outcome.status === 'FINISHED' ? state.volumes.files(run.id) : NO_FILES;
  const artifactsOf = (run: Run) =>
    run.outcome.status === 'FINISHED' && run.outcome.filesGone === '' ? state.volumes.done(run.id) : [];
  const projected = (run: Run): ProjectedRun => ({
    view: runView(job, run, filesOf(run), state.deliveries.of(run.id)),
    status: run.outcome.status,
    createdAt: run.outcome.createdAt,
    startedAt: run.outcome.startedAt,
    artifacts: artifactsOf(run).map((volume) => ({
      ...volume,
      expiresAt: volume.uploadedAt + retentionDays * DAY_MS,
    })),
  });
  return {
    ccid: job.ccid,
    version: pending.version,
    job: jobView(job, latest, filesOf(latest)),
    jobStatus: jobStatus(job, latest),
    createdAt: job.createdAt,
    startedAt: latest?.outcome.startedAt ?? null,
    nextStartsAt: job.nextStartsAt,
    deleted: job.deleted,
    runs: pending.runs.map(projected),
    removedRuns: pending.removed,
    told: pending.told,
    at: Date.now(),
  };
}
