import type { ExportJob } from '../../durable/export-job.ts';
import type { Registry } from '../../durable/registry.ts';
import type { EventView } from '../model/api/event-view.ts';
import type { JobView, Progress, RunView } from '../model/api/job-info.ts';
import type { JobPreview } from '../model/api/job-preview.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import type { Destination } from '../model/destination.ts';
import type { Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { retryRun, runJob } from './add-run.ts';
import { cancelJob, changeJob, type Change } from './change-job.ts';
import { changeDestination, deliverAgain, destinationOf } from './delivery/change-destination.ts';
import { createJob, updateJob, type Editing } from './create-job.ts';
import { previewEdit, previewJob, type PreviewContext } from './preview-job.ts';
import { changeJobs, retryRuns } from './bulk.ts';
import type { Refused } from './each-refused.ts';
import { removeFiles, removeJobs, removeRuns } from './remove.ts';
import type { AskedBy, Making } from './once.ts';
import { runEvents } from './run-events.ts';
import { runProgress } from './run-progress.ts';

/** What can be done with the jobs of a contact center. Ids of another one count as not there. */
export interface JobService {
  /** Creates a job; the answer is the job as v10 shows it. */
  create(ccid: string, request: JobRequest, asking: Making): Promise<Result<JobView>>;
  /** Puts another definition in the place of a job's own. */
  update(ccid: string, id: number, request: JobRequest, how?: Editing): Promise<Result<JobView>>;
  /** What `create` would make of a request; creates nothing. */
  preview(ccid: string, request: JobRequest): Promise<Result<JobPreview>>;
  /** The same of `update`. */
  previewEdit(ccid: string, id: number, request: JobRequest, how?: Editing): Promise<Result<JobPreview>>;
  /** Adds a run of a job now; the answer is its history item. */
  run(ccid: string, id: number, asking: AskedBy): Promise<Result<RunView>>;
  /** Does again what a history item did or was to do, as another run of its job. */
  retry(ccid: string, historyId: number, asking: AskedBy): Promise<Result<RunView>>;
  /** Stops the run that is under way. */
  cancel(ccid: string, id: number): Promise<Result<null>>;
  suspend(ccid: string, id: number): Promise<Result<JobView>>;
  resume(ccid: string, id: number): Promise<Result<JobView>>;
  /** Suspends, resumes or cancels each of these; answers what was not changed, and why. */
  changeAll(ccid: string, ids: readonly number[], change: Change): Promise<readonly Refused<number>[]>;
  /** Does each of these history items again, for `by`; answers what was not, and why. */
  retryAll(ccid: string, ids: readonly number[], by: string): Promise<readonly Refused<number>[]>;
  /** Deletes jobs with their history; answers what was not deleted, and why. */
  remove(ccid: string, ids: readonly number[]): Promise<readonly Refused<number>[]>;
  /** Deletes history items with their artifacts; answers what was not deleted, and why. */
  removeRuns(ccid: string, ids: readonly number[]): Promise<readonly Refused<number>[]>;
  /** Deletes artifacts; answers what was not deleted, and why. */
  removeFiles(ccid: string, names: readonly string[]): Promise<readonly Refused<string>[]>;
  /** Where a job's files are copied to, with the wrapped secret; null: nowhere. */
  destinationOf(ccid: string, id: number): Promise<Result<Destination | null>>;
  /** Has a job's files copied elsewhere, or nowhere, from now on, in whatever state it is. */
  setDestination(ccid: string, id: number, destination: Destination | null): Promise<Result<JobView>>;
  /** Copies a Finished run's files to its job's destination once more; answers its history item as JSON text. */
  deliver(ccid: string, historyId: number): Promise<Result<string>>;
  /** What happened to a run, in order. */
  events(ccid: string, historyId: number): Promise<readonly Omit<EventView, 'message'>[]>;
  /** How far a run is; `no-history-item` when the contact center has no such one. */
  progress(ccid: string, historyId: number): Promise<Result<Progress>>;
}

/** What the service works on; `now` is asked anew with every call. */
export interface JobServiceContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly registry: DurableObjectNamespace<Registry>;
  readonly source: PreviewContext['source'];
  /** Size of a volume where none was asked for. */
  readonly maxVolumeBytes: number;
  readonly now: () => Instant;
}

/** The use cases of jobs and runs, each with the moment of its call. */
export function jobService({ now, ...context }: JobServiceContext): JobService {
  const { db, objects } = context;
  const at = () => ({ ...context, now: now() });
  return {
    create: (ccid, request, asking) => createJob(at(), ccid, request, asking),
    update: (ccid, id, request, how) => updateJob(at(), ccid, { id, request, ...how }),
    preview: (ccid, request) => previewJob(at(), ccid, request),
    previewEdit: (ccid, id, request, how) => previewEdit(at(), ccid, { id, request, ...how }),
    run: (ccid, id, asking) => runJob(at(), ccid, { id, ...asking }),
    retry: (ccid, id, asking) => retryRun(at(), ccid, { id, ...asking }),
    cancel: (ccid, id) => cancelJob(at(), ccid, id),
    suspend: (ccid, id) => changeJob(at(), ccid, { id, change: 'suspend' }),
    resume: (ccid, id) => changeJob(at(), ccid, { id, change: 'resume' }),
    changeAll: (ccid, ids, change) => changeJobs(at(), ccid, { ids, change }),
    retryAll: (ccid, ids, by) => retryRuns(at(), ccid, { ids, by }),
    remove: (ccid, ids) => removeJobs(at(), ccid, ids),
    removeRuns: (ccid, ids) => removeRuns(at(), ccid, ids),
    removeFiles: (ccid, names) => removeFiles(at(), ccid, names),
    destinationOf: (ccid, id) => destinationOf({ db, objects }, ccid, id),
    setDestination: (ccid, id, destination) => changeDestination({ db, objects }, ccid, { id, destination }),
    deliver: (ccid, historyId) => deliverAgain({ db, objects }, ccid, historyId),
    events: (ccid, historyId) => runEvents(context, ccid, historyId),
    progress: (ccid, historyId) => runProgress({ db, objects }, ccid, historyId),
  };
}
