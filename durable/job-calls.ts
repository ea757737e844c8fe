import type { Definition } from '../src/model/definition.ts';
import type { Destination } from '../src/model/destination.ts';
import { editedJob } from '../src/model/edit-job.ts';
import type { Instant } from '../src/model/instant.ts';
import type { JobView, RunView } from '../src/model/api/job-info.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { Job } from '../src/model/job.ts';
import { refusalOf, stateOf, type JobEvent, type RefusalName } from '../src/model/lifecycle.ts';
import { runAgain, type RetryRefusal, type RunAgain } from '../src/model/retry.ts';
import { newRun, skippedRun } from '../src/model/run.ts';
import { nextStart, startToCome } from '../src/model/next-starts.ts';
import { isRecurring } from '../src/model/schedule.ts';
import { NO_FILES, runView } from '../src/model/views.ts';
import { shownJob } from './facts.ts';
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
  readonly destination?: Destination | null;
  readonly listsDeleted?: boolean;
}

/** What PUT /export/jobs/{id} says beside the definition. */
export interface Edit {
  /** The job stays suspended, or not, as it is. */
  readonly keepsSuspension?: boolean;
  readonly by?: string;
  /** Where files are copied to from now on; left out, as before. */
  readonly destination?: Destination | null | undefined;
}

/** What decides the content and the starts of a job that is yet to be edited. */
export type ForeseenJob = Pick<Job, 'watermark' | 'startedUntil' | 'suspended'>;

/** A run to be submitted: its id, when it was due, and who asks. */
interface Start {
  readonly id: number;
  readonly scheduledAt: Instant;
  readonly by: string;
}

/** What users and the clock ask of the object. Each call asks the lifecycle table first. */
export class JobCalls {
  readonly #upkeep: Upkeep;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  /** Becomes a job, with its first run submitted if it runs at once. Repeated: the same answer. An object that is another job stays it. */
  async create({
    ccid,
    id,
    runId,
    definition,
    nonce,
    by = '',
    destination = null,
    listsDeleted = false,
  }: NewJob): Promise<Result<JobView, 'taken'>> {
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
        destination,
        listsDeleted,
      };
      this.#upkeep.state.putJob(job);
      // In the same stretch: a job that runs at once is never kept without its run, whenever the object ends.
      if (schedule.immediately) await this.#submit(job, { id: runId, scheduledAt: now, by });
      await this.#upkeep.arm();
      await this.#upkeep.runErrands();
    }
    await this.#upkeep.project();
    return ok(shownJob(this.#upkeep.state));
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
    { keepsSuspension = false, by = '', destination }: Edit,
  ): Promise<Result<JobView, RefusalName>> {
    const now = Date.now();
    return this.#apply('edit', async (job) => {
      const edited = editedJob(job, definition, { keepsSuspension, now });
      this.#upkeep.state.putJob(edited);
      if (destination !== undefined) this.#upkeep.deliveries.moveTo(destination, now);
      const atOnce = { id: runId, scheduledAt: now, by };
      if (definition.schedule.immediately) await this.#submit(edited, atOnce);
    });
  }

  /** What an edit would make of the job, or why it is refused; nothing changes. */
  async foresee(
    definition: Definition,
    { keepsSuspension = false }: Edit,
  ): Promise<Result<ForeseenJob, RefusalName>> {
    const job = this.#upkeep.state.job();
    const refused = job ? this.#refusal(job, 'edit') : 'gone';
    if (!job || refused) return { ok: false, failure: refused ?? 'gone' };
    const edited = editedJob(job, definition, { keepsSuspension, now: Date.now() });
    const { watermark, startedUntil, suspended } = edited;
    return ok({ watermark, startedUntil, suspended });
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

  /** Adds a run now. Repeated, with the same id for it: the same answer. */
  run(runId: number, by: string): Promise<Result<RunView, RetryRefusal>> {
    return this.#add({ id: runId, by }, ({ definition }) => ok({ definition }));
  }

  /** Adds a run that does again what run `earlier` did or was to do. */
  retry(earlier: number, runId: number, by: string): Promise<Result<RunView, RetryRefusal>> {
    return this.#add({ id: runId, by }, (job) => {
      const run = this.#upkeep.state.run(earlier);
      return run ? runAgain(job, run) : { ok: false, failure: 'gone' };
    });
  }

  async #add(
    { id, by }: { readonly id: number; readonly by: string },
    choose: (job: Job) => Result<RunAgain, RetryRefusal>,
  ): Promise<Result<RunView, RetryRefusal>> {
    const { state } = this.#upkeep;
    const job = state.job();
    if (!job) return { ok: false, failure: 'gone' };
    if (!state.run(id)) {
      const refused = this.#refusal(job, 'run');
      if (refused) return { ok: false, failure: refused };
      const chosen = choose(job);
      if (!chosen.ok) return chosen;
      await this.#submitRun(job, { id, by, scheduledAt: Date.now(), ...chosen.value });
    }
    await this.#upkeep.arm();
    await this.#upkeep.project();
    const run = this.#upkeep.run(id);
    const files = run.outcome.status === 'FINISHED' ? state.volumes.files(id) : NO_FILES;
    return ok(runView(job, run, files, state.deliveries.of(id)));
  }

  async #apply(event: JobEvent, act: (job: Job) => Promise<void>): Promise<Result<JobView, RefusalName>> {
    const job = this.#upkeep.state.job();
    const refused = job ? this.#refusal(job, event) : 'gone';
    if (!job || refused) return { ok: false, failure: refused ?? 'gone' };
    await act(job);
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(shownJob(this.#upkeep.state));
  }

  #refusal(job: Job, event: JobEvent): RefusalName | null {
    const running = this.#upkeep.state.activeRun() !== null;
    return refusalOf(stateOf({ ...job, schedule: job.definition.schedule, running }), event);
  }

  /** Submits a run of `job` and keeps the job; a one-time job becomes suspended for good as it starts. */
  async #submit(job: Job, start: Start): Promise<void> {
    const once = !isRecurring(job.definition.schedule);
    this.#upkeep.state.putJob(once ? { ...job, suspended: true, spent: true, nextStartsAt: null } : job);
    await this.#submitRun(job, { ...start, definition: job.definition });
  }

  /** Submits a run of `job`, which stays as it is. */
  async #submitRun({ watermark }: Job, start: Start & RunAgain): Promise<void> {
    const { state } = this.#upkeep;
    const submission = { ...start, watermark, now: Date.now() };
    const active = state.activeRun();
    const run = active ? skippedRun(submission, active.id) : newRun(submission);
    state.putRun(run, true);
    state.events.add(run.id, submission.now, { event: active ? 'skipped' : 'submitted' });
    // Armed before anything can fail: a run that is kept is always found again.
    await this.#upkeep.arm();
    if (!active) await this.#upkeep.sending.send(run);
  }
}
