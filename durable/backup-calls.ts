import type { JobLine, RunLine } from '../src/model/backup.ts';
import { newClaim } from '../src/model/claim.ts';
import { copyDropped, isOver, overDelivery, type BucketDelivery } from '../src/model/delivery.ts';
import type { Destination } from '../src/model/destination.ts';
import { end } from '../src/model/run-steps.ts';
import { isActive, type Run } from '../src/model/run.ts';
import { readDelivery, writeDelivery } from '../src/model/stored-delivery.ts';
import { readEvent } from '../src/model/stored-event.ts';
import * as stored from '../src/model/stored.ts';
import { setStorageBack } from '../src/platform/set-back.ts';
import type { Instant } from '../src/model/instant.ts';
import type { Upkeep } from './upkeep.ts';
import type { DoneVolume } from './volumes.ts';

/** Runs of one answer: each has a plan with certificates, and up to 200 events. */
const RUNS_AN_ANSWER = 50;

/** A job and some of its runs as lines, each its JSON text; `next` is the run behind which more follow. */
interface JobBackup {
  readonly job: string;
  readonly runs: readonly string[];
  readonly next: number | null;
}

/** What a backup asks of the object, and what comes back to it. */
export class BackupCalls {
  readonly #upkeep: Upkeep;
  readonly #ctx: DurableObjectState;

  constructor(upkeep: Upkeep, ctx: DurableObjectState) {
    this.#upkeep = upkeep;
    this.#ctx = ctx;
  }

  /** The job with runs behind `after`, without any secret; null where there is none. A run under way stands as Cancelled: it can go on nowhere else. */
  async backup(after: number): Promise<JobBackup | null> {
    const { state } = this.#upkeep;
    const job = state.job();
    if (!job || job.deleted) return null;
    const runs = state.runsBehind(after, RUNS_AN_ANSWER);
    const line: JobLine = {
      kind: 'job',
      id: job.id,
      job: parsed(stored.writeJob({ ...job, destination: null })),
      destination: job.destination && withoutSecret(job.destination),
    };
    return {
      job: JSON.stringify(line),
      runs: runs.map((run) => JSON.stringify(this.#runLine(run))),
      next: runs.length < RUNS_AN_ANSWER ? null : (runs.at(-1)?.id ?? null),
    };
  }

  #runLine(run: Run): RunLine {
    const { state } = this.#upkeep;
    const now = Date.now();
    const over = isActive(run) ? end(run, 'CANCELLED', { reason: '', now }) : run;
    const events = state.events.kept(run.id);
    return {
      kind: 'run',
      id: run.id,
      jobId: this.#upkeep.job().id,
      run: parsed(stored.writeRun(over)),
      definition: parsed(stored.writeDefinition(run.definition)),
      events: over === run ? events : [...events, { at: now, event: 'cancelled', data: '{}' }],
      files: over.outcome.filesGone === '' ? state.volumes.done(run.id) : [],
      delivery: deliveryLine(state.deliveries.of(run.id), now),
    };
  }

  /**
   * Becomes the job of a backup again, with some of its runs; what it has already stays as it is. False where this object is another job.
   * Change numbers of records are others where they were imported anew: a DataSync job begins with all that there is.
   */
  async takeIn({ job: line, runs }: { readonly job: JobLine | null; readonly runs: readonly RunLine[] }) {
    const { state } = this.#upkeep;
    // It was deleted, and what it still had to tell of that is over.
    if (state.job()?.deleted) await state.forget();
    const known = state.job();
    const job = line && stored.readJob(JSON.stringify(line.job));
    if (job && known && known.nonce !== job.nonce) return false;
    if (!known && !job) return false;
    if (!known && job) state.putJob({ ...job, watermark: 0, destination: null });
    for (const run of runs) if (!state.run(run.id)) this.#takeInRun(run);
    await this.#upkeep.arm();
    await this.#upkeep.runErrands();
    await this.#upkeep.project();
    return true;
  }

  /** Whether there is a job that was not deleted. */
  async isJob(): Promise<boolean> {
    const job = this.#upkeep.state.job();
    return job !== null && !job.deleted;
  }

  /** Becomes what it was at a time, by which the call is cut off; a job that was made since is none any more, which is answered. */
  async setBack(to: Instant): Promise<void> {
    const { state } = this.#upkeep;
    const job = state.job();
    if (job && job.createdAt > to) await state.forget();
    else await setStorageBack(this.#ctx, to);
  }

  /** Has everything told to D1 once more, as newer than whatever D1 was told before the object was set back. */
  async liftVersions(): Promise<void> {
    const { state } = this.#upkeep;
    if (!state.job()) return;
    state.liftVersions();
    await this.#upkeep.arm();
  }

  /** Runs behind `after` with their files. */
  async files(after: number): Promise<{
    readonly items: readonly { readonly run: number; readonly files: readonly DoneVolume[] }[];
    readonly next: number | null;
  }> {
    const { state } = this.#upkeep;
    const runs = state.job() ? state.runsBehind(after, RUNS_AN_ANSWER) : [];
    return {
      items: runs
        .filter(({ outcome }) => outcome.status === 'FINISHED' && outcome.filesGone === '')
        .map(({ id }) => ({ run: id, files: state.volumes.done(id) })),
      next: runs.length < RUNS_AN_ANSWER ? null : (runs.at(-1)?.id ?? null),
    };
  }

  /** `files` are those that are there. */
  #takeInRun({ id, run: text, definition, events, files, delivery }: RunLine): void {
    const { state } = this.#upkeep;
    const now = Date.now();
    const run = stored.readRun({
      run: JSON.stringify(text),
      definition: stored.readDefinition(JSON.stringify(definition)),
      claim: stored.writeClaim(newClaim(now)),
    });
    const { outcome } = run;
    const { filesExpireAt } = outcome;
    const gone = filesExpireAt !== null && outcome.filesGone === '' && files.length === 0;
    const how = gone && filesExpireAt <= now ? 'expired' : 'deleted';
    state.volumes.putBack(id, files);
    if (delivery) state.deliveries.put(id, readDelivery(JSON.stringify(delivery)));
    state.putRun(gone ? { ...run, outcome: { ...outcome, filesGone: how } } : run, true);
    for (const [at, event] of events.entries()) state.events.putBack(id, readEvent({ id: at, ...event }));
    if (gone) state.events.putBack(id, { id: 0, at: now, event: 'files-gone', how });
  }
}

const parsed = (text: string): Readonly<Record<string, unknown>> =>
  JSON.parse(text) as Record<string, unknown>; // of an object, by the functions that wrote it

/** A delivery as it comes back: what is under way can go on nowhere else. */
function deliveryLine(delivery: BucketDelivery | null, now: Instant): RunLine['delivery'] {
  if (!delivery) return null;
  const over = isOver(delivery)
    ? delivery
    : overDelivery({ ...copyDropped(delivery), code: 'delivery-no-destination' }, 'ended', now);
  return parsed(writeDelivery({ ...over, destination: { ...over.destination, secret: '' } }));
}

function withoutSecret({ secret: _, ...shown }: Destination) {
  return shown;
}
