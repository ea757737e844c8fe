import { begun, inTurn } from '../src/model/claim.ts';
import type { Definition } from '../src/model/definition.ts';
import type { Instant } from '../src/model/instant.ts';
import type { JobView, Progress } from '../src/model/api/job-info.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { Job } from '../src/model/job.ts';
import { refusalOf, stateOf, type JobEvent, type RefusalName } from '../src/model/lifecycle.ts';
import { isActive, newRun, skippedRun } from '../src/model/run.ts';
import { isRecurring, nextStart, startToCome } from '../src/model/schedule.ts';
import { jobView, NO_FILES, progressView } from '../src/model/views.ts';
import type { Upkeep } from './upkeep.ts';

/** What POST /export/jobs asks the object to become. `runId` is for the run that starts at once, if one does. */
export interface NewJob {
  readonly ccid: string;
  readonly id: number;
  readonly runId: number;
  readonly definition: Definition;
  /** Drawn for this job: tells its repetition from another job that was given the same id. */
  readonly nonce: string;
  /** The user or client that asks; a Worker of the version before did not tell. */
  readonly by?: string;
}

/** What PUT /export/jobs/{id} says beside the definition. */
export interface Edit {
  /** The job stays suspended, or not, as it is. */
  readonly keepsSuspension?: boolean;
  readonly by?: string;
}

/** What users and the clock ask of the object. Each call asks the lifecycle table first. */
export class JobCalls {
  readonly #upkeep: Upkeep;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  /** Becomes a job, with its first run submitted if it runs at once. Repeated: the same answer. An object that is another job stays it. */
  async create({ ccid, id, runId, definition, nonce, by = '' }: NewJob): Promise<Result<JobView, 'taken'>> {
    const now = Date.now();
    const known = this.#upkeep.state.job();
    if (known && known.nonce !== nonce) return { ok: false, failure: 'taken' };
    if (!known) {
      const { schedule } = definition;
      const atOnce = schedule.immediately && !isRecurring(schedule);
      const job: Job = {
        ccid,
        id,
        definition,
        createdAt: now,
        // A one-time job that runs at once is suspended from the start (guide, "Suspending (and resuming) a job").
        suspended: definition.suspended || atOnce,
        spent: false,
        deleted: false,
        nextStartsAt: definition.suspended ? null : nextStart(schedule, now),
        startedUntil: now,
        nonce,
        watermark: 0,
        createdBy: by,
      };
      this.#upkeep.state.putJob(job);
      // In the same stretch: a job that runs at once is never kept without its run, whenever the object ends.
      if (schedule.immediately) await this.#submit(job, { id: runId, scheduledAt: now, by });
      await this.#upkeep.arm();
      await this.#upkeep.runErrands();
    }
    await this.#upkeep.project();
    return ok(this.#view());
  }

  /** Starts the run that was due at `due`, once; one that falls into a run becomes a Skipped history item. */
  async start(due: Instant, runId: number): Promise<Result<null, 'gone'>> {
    const now = Date.now();
    const job = this.#upkeep.state.job();
    if (!job || job.nextStartsAt !== due || this.#refusal(job, 'start')) {
      // The start was made before, and its projection may not have landed: whoever asks again brings it about.
      await this.#upkeep.arm();
      return job && !job.deleted ? ok(null) : { ok: false, failure: 'gone' };
    }
    // A missed start runs once, not once for each miss; and never again at a time that has been.
    const startedUntil = Math.max(due, now);
    const nextStartsAt = nextStart(job.definition.schedule, startedUntil);
    const start = { id: runId, scheduledAt: due, by: job.createdBy };
    await this.#submit({ ...job, nextStartsAt, startedUntil }, start);
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(null);
  }

  async update(
    definition: Definition,
    runId: number,
    { keepsSuspension = false, by = '' }: Edit,
  ): Promise<Result<JobView, RefusalName>> {
    const now = Date.now();
    return this.#apply('edit', async (job) => {
      const { schedule } = definition;
      const suspended = keepsSuspension ? job.suspended : definition.suspended;
      const nextStartsAt = suspended ? null : startToCome(schedule, job.startedUntil, now);
      const watermark = sameData(job.definition, definition) ? job.watermark : 0;
      const edited = { ...job, definition, suspended, nextStartsAt, watermark };
      this.#upkeep.state.putJob(edited);
      if (schedule.immediately) await this.#submit(edited, { id: runId, scheduledAt: now, by });
    });
  }

  suspend(): Promise<Result<JobView, RefusalName>> {
    return this.#apply('suspend', async (job) => {
      this.#upkeep.state.putJob({ ...job, suspended: true, nextStartsAt: null });
    });
  }

  async resume(): Promise<Result<JobView, RefusalName>> {
    const now = Date.now();
    const job = this.#upkeep.state.job();
    const nextStartsAt = job ? startToCome(job.definition.schedule, job.startedUntil, now) : null;
    // A one-time job whose start has passed while it was suspended has no time to start at.
    if (job && !isRecurring(job.definition.schedule) && nextStartsAt === null && !job.deleted)
      return { ok: false, failure: 'spent' };
    return this.#apply('resume', async (found) => {
      this.#upkeep.state.putJob({ ...found, suspended: false, nextStartsAt });
    });
  }

  cancel(): Promise<Result<JobView, RefusalName>> {
    return this.#apply('cancel', async () => {
      const run = this.#upkeep.state.activeRun();
      if (run) await this.#upkeep.end(run, 'CANCELLED', '');
    });
  }

  remove(): Promise<Result<JobView, RefusalName>> {
    return this.#apply('delete', async (job) => {
      for (const id of this.#upkeep.state.runIds()) this.#upkeep.removeRun(id);
      this.#upkeep.state.putJob({ ...job, deleted: true, nextStartsAt: null });
      this.#upkeep.state.addErrand('remove-job', 0);
    });
  }

  /** Deletes a history item with its artifacts. */
  async removeRun(id: number): Promise<Result<null, RefusalName>> {
    const run = this.#upkeep.state.run(id);
    if (!run) return { ok: false, failure: 'gone' };
    if (isActive(run)) return { ok: false, failure: 'in-progress' };
    this.#upkeep.removeRun(id);
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(null);
  }

  /** Deletes artifacts of a run; what it does not have counts as deleted. */
  async removeFiles(runId: number, names: readonly string[]): Promise<Result<null, RefusalName>> {
    const run = this.#upkeep.state.run(runId);
    if (!run) return { ok: false, failure: 'gone' };
    if (this.#upkeep.state.volumes.discardFiles(runId, names) > 0) {
      if (this.#upkeep.state.volumes.done(runId).length > 0) this.#upkeep.state.putRun(run, true);
      else this.#upkeep.filesGone(run, 'deleted', Date.now());
      await this.#upkeep.arm();
      await this.#upkeep.project();
    }
    return ok(null);
  }

  /** Whether a run is Queued or In Progress: its contact center asks, in case its end was never told. */
  async underWay(runId: number): Promise<boolean> {
    const run = this.#upkeep.state.run(runId);
    return run !== null && isActive(run);
  }

  /** The turn of a run that waited has come; false where it is no more. */
  async turn(runId: number): Promise<boolean> {
    const run = this.#upkeep.state.run(runId);
    if (!run || !isActive(run)) return false;
    if (begun(run.claim)) return true;
    this.#upkeep.state.putRun({ ...run, claim: inTurn(run.claim, Date.now()) }, false);
    await this.#upkeep.arm();
    await this.#upkeep.sendNow(run);
    return true;
  }

  /** Has `projectRest` tell D1 all of this job once more; null where there is none. Runs that D1 shows beside `runs` are ghosts. */
  async projectAgain(): Promise<{ readonly runs: readonly number[] } | null> {
    const { state } = this.#upkeep;
    if (!state.job()) return null;
    state.projectAgain();
    await this.#upkeep.arm();
    return { runs: state.runIds() };
  }

  /** Tells D1 as much as one call may; answers whether it knows everything then. */
  async projectRest(): Promise<boolean> {
    const told = await this.#upkeep.project();
    if (told === 'failed') throw new Error('D1 has not been told everything');
    return told === 'all';
  }

  /** How far a run is; null when this job has no such run. */
  async progress(runId: number): Promise<Progress | null> {
    const run = this.#upkeep.state.run(runId);
    return run ? progressView(run, Date.now()) : null;
  }

  async #apply(event: JobEvent, act: (job: Job) => Promise<void>): Promise<Result<JobView, RefusalName>> {
    const job = this.#upkeep.state.job();
    const refused = job ? this.#refusal(job, event) : 'gone';
    if (!job || refused) return { ok: false, failure: refused ?? 'gone' };
    await act(job);
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(this.#view());
  }

  #refusal(job: Job, event: JobEvent): RefusalName | null {
    const running = this.#upkeep.state.activeRun() !== null;
    return refusalOf(stateOf({ ...job, schedule: job.definition.schedule, running }), event);
  }

  /** Submits a run of `job` and keeps the job; a one-time job becomes suspended for good as it starts. */
  async #submit(
    job: Job,
    { id, scheduledAt, by }: { readonly id: number; readonly scheduledAt: Instant; readonly by: string },
  ): Promise<void> {
    const { state } = this.#upkeep;
    const { definition, watermark } = job;
    const submission = { id, definition, watermark, scheduledAt, now: Date.now(), by };
    const active = state.activeRun();
    const once = !isRecurring(definition.schedule);
    state.putJob(once ? { ...job, suspended: true, spent: true, nextStartsAt: null } : job);
    const run = active ? skippedRun(submission, active.id) : newRun(submission);
    state.putRun(run, true);
    state.events.add(run.id, submission.now, { event: active ? 'skipped' : 'submitted' });
    // Armed before anything can fail: a run that is kept is always found again.
    await this.#upkeep.arm();
    if (!active) await this.#upkeep.send(run);
  }

  #view(): JobView {
    const latest = this.#upkeep.state.latestRun();
    const files =
      latest?.outcome.status === 'FINISHED' ? this.#upkeep.state.volumes.files(latest.id) : NO_FILES;
    return jobView(this.#upkeep.job(), latest, files);
  }
}

/** Whether two definitions export the same data: then a DataSync job goes on from its watermark, else it begins anew. */
const sameData = (a: Definition, b: Definition): boolean =>
  a.type === b.type && a.attachments === b.attachments && JSON.stringify(a.media) === JSON.stringify(b.media);
