import type { ExportJob } from '../../durable/export-job.ts';
import type { Registry } from '../../durable/registry.ts';
import type { JobView, Progress } from '../model/api/job-info.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import type { Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordSource } from '../records/source/source.ts';
import { cancelJob, changeJob } from './change-job.ts';
import { createJob, updateJob, type Editing } from './create-job.ts';
import { removeFiles, removeJobs, removeRuns, type Refused } from './remove.ts';
import { runProgress } from './run-progress.ts';

/** What can be done with the jobs of a contact center. Ids of another one count as not there. */
export interface JobService {
  /** Creates a job for `by`, a user or client; the answer is the job as v10 shows it. */
  create(ccid: string, request: JobRequest, by?: string): Promise<Result<JobView>>;
  /** Puts another definition in the place of a job's own. */
  update(ccid: string, id: number, request: JobRequest, how?: Editing): Promise<Result<JobView>>;
  /** Stops the run that is under way. */
  cancel(ccid: string, id: number): Promise<Result<null>>;
  suspend(ccid: string, id: number): Promise<Result<JobView>>;
  resume(ccid: string, id: number): Promise<Result<JobView>>;
  /** Deletes jobs with their history; answers what was not deleted, and why. */
  remove(ccid: string, ids: readonly number[]): Promise<readonly Refused<number>[]>;
  /** Deletes history items with their artifacts; answers what was not deleted, and why. */
  removeRuns(ccid: string, ids: readonly number[]): Promise<readonly Refused<number>[]>;
  /** Deletes artifacts; answers what was not deleted, and why. */
  removeFiles(ccid: string, names: readonly string[]): Promise<readonly Refused<string>[]>;
  /** How far a run is; `no-history-item` when the contact center has no such one. */
  progress(ccid: string, historyId: number): Promise<Result<Progress>>;
}

/** What the service works on; `now` is asked anew with every call. */
export interface JobServiceContext {
  readonly db: D1Database;
  readonly objects: DurableObjectNamespace<ExportJob>;
  readonly registry: DurableObjectNamespace<Registry>;
  readonly source: Pick<RecordSource, 'mediaTypes'>;
  readonly now: () => Instant;
}

/** The use cases of jobs and runs, each with the moment of its call. */
export function jobService({ db, objects, registry, source, now }: JobServiceContext): JobService {
  const at = () => ({ db, objects, registry, source, now: now() });
  return {
    create: (ccid, request, by) => createJob(at(), ccid, request, by),
    update: (ccid, id, request, how) => updateJob(at(), ccid, { id, request, ...how }),
    cancel: (ccid, id) => cancelJob(at(), ccid, id),
    suspend: (ccid, id) => changeJob(at(), ccid, { id, change: 'suspend' }),
    resume: (ccid, id) => changeJob(at(), ccid, { id, change: 'resume' }),
    remove: (ccid, ids) => removeJobs(at(), ccid, ids),
    removeRuns: (ccid, ids) => removeRuns(at(), ccid, ids),
    removeFiles: (ccid, names) => removeFiles(at(), ccid, names),
    progress: (ccid, historyId) => runProgress({ db, objects }, ccid, historyId),
  };
}
