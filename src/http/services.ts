import type { Config } from '../config.ts';
import type { Erased } from '../records/erasure/erase-contact.ts';
import type { ImportReport } from '../records/import/importer.ts';
import type { Refused } from '../jobs/remove.ts';
import type { RestoreContext } from '../jobs/restore.ts';
import type { Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { JobView, Progress } from '../model/api/job-info.ts';
import type { JobRequest } from '../model/api/job-request.ts';
import type { Kind } from '../model/records.ts';

/** Everything that the routes use; `src/index.ts` fills it from the bindings, a test from its own. */
export interface Services {
  readonly config: Config;
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  now(): Instant;
  /** Unpredictable bytes: refresh tokens and token ids are made of them. */
  randomBytes(count: number): Uint8Array;
  readonly jobs: JobService;
  importRecords(input: ImportInput): Promise<Result<ImportReport>>;
  /** Erases one contact with all that belongs to it; answers how many records that were. */
  eraseContact(ccid: string, contactId: string): Promise<Erased>;
  /** What a restore works on (`npm run restore`). */
  restore(): RestoreContext;
  /** Which build is running, where somebody knows; shown by `GET /version`. */
  readonly build?: { readonly number: string; readonly changeset: string } | undefined;
}

/** What can be done with the jobs of a contact center. Ids of another one count as not there. */
export interface JobService {
  /** Creates a job; the answer is the job as v10 shows it. */
  create(ccid: string, request: JobRequest): Promise<Result<JobView>>;
  /** Puts another definition in the place of a job's own. */
  update(ccid: string, id: number, request: JobRequest): Promise<Result<JobView>>;
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
  /** How far a run is; `not-found` when the contact center has no such history item. */
  progress(ccid: string, historyId: number): Promise<Result<Progress>>;
}

export interface ImportInput {
  readonly ccid: string;
  readonly kind: Kind;
  /** The body as sent, still packed when `gzip`. It is read as the import goes on and never held as a whole. */
  readonly body: ReadableStream<Uint8Array>;
  readonly gzip: boolean;
}
