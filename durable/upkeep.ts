import { DAY_MS, type Instant } from '../src/model/instant.ts';
import * as rules from '../src/model/run-steps.ts';
import type { RunEvent } from '../src/model/run-events.ts';
import type { Run } from '../src/model/run.ts';
import { waitsForVolumes } from '../src/model/volume-steps.ts';
import type { Job } from '../src/model/job.ts';
import { log } from '../src/platform/log.ts';
import { placedObjects } from '../src/platform/placed-objects.ts';
import { packedSource } from '../src/records/packed/packed-source.ts';
import { storesIn } from '../src/records/stores.ts';
import { artifactPrefix, preparedPrefix, tailPrefix } from '../src/store/object-keys.ts';
import { DEFAULT_LIMITS, type Limits } from '../src/model/limits.ts';
import { findLimits } from '../src/store/limits.ts';
import type { Center } from './center.ts';
import { runErrands } from './errands.ts';
import { collectGarbage } from './garbage.ts';
import { DeliveryUpkeep } from './delivering.ts';
import type { Chore } from './pauses.ts';
import { Projecting, type Told } from './projecting.ts';
import { forgetOldRuns } from './retention.ts';
import { Sending } from './sending.ts';
import { settingsOf } from './settings.ts';
import { ObjectState } from './state.ts';

/** The bindings that the object uses; the secrets and settings beside them are read by `settingsOf`. */
export type ObjectBindings = Pick<Env, 'DB' | 'BUCKET' | 'QUEUE' | 'DELIVERIES' | 'CENTER' | 'RECORDS'>;

type EndStatus = 'FINISHED' | 'FAILED' | 'CANCELLED';

/** What is not yet told or removed is looked at again after so long; what failed, after its pause (pauses.ts). */
const RETRY_MS = 5_000;

/** What goes on by pieces goes on so soon. */
const SOON_MS = 100;

/** What every call of the object stands on: its state, its alarm, its messages, its projection into D1. */
export class Upkeep {
  readonly state: ObjectState;
  readonly #ctx: DurableObjectState;
  readonly #env: ObjectBindings;
  readonly #retentionDays: number;
  readonly #limits: Limits;
  /** When old history items are looked for again; known once they were. */
  #lookAt: Instant | null = null;
  readonly #projecting: Projecting;
  /** Messages to those who carry out runs. */
  readonly sending: Sending;
  /** What becomes of the runs' files in the customer's bucket. */
  readonly deliveries: DeliveryUpkeep;

  constructor(ctx: DurableObjectState, env: ObjectBindings) {
    this.#ctx = ctx;
    this.#env = env;
    this.state = new ObjectState(ctx.storage);
    const { retentionDays, runRetentionDays } = settingsOf(env);
    this.#retentionDays = retentionDays;
    this.#projecting = new Projecting(this.state, { db: env.DB, retentionDays, arm: () => this.arm() });
    this.#limits = { ...DEFAULT_LIMITS, historyDays: runRetentionDays };
    this.sending = new Sending(this.state, { queue: env.QUEUE, center: () => this.#center() });
    this.deliveries = new DeliveryUpkeep(this.state, env);
  }

  job(): Job {
    const job = this.state.job();
    if (!job) throw new Error('this object is no job yet');
    return job;
  }

  run(id: number): Run {
    const run = this.state.run(id);
    if (!run) throw new Error(`this job has no run ${id}`);
    return run;
  }

  /** Ends a run: what it leaves in R2 becomes garbage, but for a finished run's artifacts. */
  async end(run: Run, status: EndStatus, reason: string, now: Instant = Date.now()): Promise<void> {
    const finished = status === 'FINISHED';
    this.state.volumes.discard(run.id, finished ? ['open', 'sealed'] : ['open', 'sealed', 'stored'], null);
    this.state.forgetLaid(run.id);
    // Whoever asks R2 pays: nothing was prepared where nothing was laid out. What an attempt left that nobody heard of is swept.
    const { layout, laying } = run.position;
    const isPlain = finished && layout === null && laying === null;
    this.#discardRest(run.id, isPlain ? [tailPrefix, artifactPrefix] : undefined);
    const ended = rules.end(run, status, { reason, now });
    const filesExpireAt = finished ? this.#expiryOf(run.id) : null;
    this.state.putRun({ ...ended, outcome: { ...ended.outcome, filesExpireAt } }, true);
    this.state.events.add(run.id, now, this.#ending(run, status, reason));
    this.#logEnd(ended, now);
    this.state.addErrand('leave', run.id);
    this.state.addErrand('release', run.id);
    if (finished && run.plan?.changes) this.state.putJob({ ...this.job(), watermark: run.plan.changes.to });
    if (finished) this.deliveries.begin(run.id, now);
    await this.arm();
    await this.runErrands();
    await this.project();
  }

  /** Its reason is words, which the history item has. */
  #logEnd({ id, outcome, position: { exported } }: Run, now: Instant): void {
    const { ccid, id: job } = this.job();
    const milliseconds = now - (outcome.startedAt ?? outcome.createdAt);
    log('run-ended', { ccid, job, run: id, outcome: outcome.status, milliseconds, ...exported });
  }

  #ending(run: Run, status: EndStatus, reason: string): RunEvent {
    if (status === 'FAILED') return { event: 'failed', reason };
    if (status === 'CANCELLED') return { event: 'cancelled' };
    const { volumes, fileSize } = this.state.volumes.files(run.id);
    return { event: 'finished', volumes, bytes: fileSize };
  }

  /** Forgets a run that has ended, with its files. */
  removeRun(id: number): void {
    this.state.volumes.discard(id, ['open', 'sealed', 'stored'], null);
    this.#discardRest(id);
    this.state.removeRun(id);
  }

  /** Attempts that were cut off may have left objects that no commit names. */
  #discardRest(runId: number, prefixes = [tailPrefix, preparedPrefix, artifactPrefix]): void {
    const { ccid } = this.job();
    for (const prefix of prefixes)
      this.state.addGarbage({ key: prefix(ccid, runId), uploadId: '', run: runId });
  }

  #expiryOf(runId: number): Instant | null {
    const uploaded = this.state.volumes.done(runId).map(({ uploadedAt }) => uploadedAt);
    return uploaded.length > 0 ? Math.min(...uploaded) + this.#retentionDays * DAY_MS : null;
  }

  #center(): DurableObjectStub<Center> {
    const centers = placedObjects(this.#env.CENTER, settingsOf(this.#env));
    return centers.get(centers.idFromName(this.job().ccid));
  }

  /** Tells others what they have to know. What cannot be told now is left to the alarm. */
  runErrands(): Promise<void> {
    const { DB: db, BUCKET: bucket, RECORDS: records } = this.#env;
    const source = packedSource({ bucket, storeOf: storesIn(placedObjects(records, settingsOf(this.#env))) });
    return runErrands({ state: this.state, db, center: () => this.#center(), source });
  }

  /** Brings D1 up to date. A failure is not the caller's: the alarm repeats it. */
  project(): Promise<Told> {
    return this.#projecting.project();
  }

  projectSoon(): void {
    this.#ctx.waitUntil(this.project());
  }

  /** What the alarm does: sends again what nobody answered, projects, marks expired files, removes garbage. */
  async tend(): Promise<void> {
    if (!this.state.job()) return;
    const now = Date.now();
    const run = this.state.activeRun();
    if (run && waitsForVolumes(run)) await this.sending.tendVolumes(run, now);
    else if (run && run.claim.wakeAt <= now) {
      this.state.putRun(rules.sentAgain(run, now), false);
      await this.sending.send(run);
    }
    for (const ended of this.state.laid.ended()) this.#forgetEnded(ended);
    this.#markExpired(now);
    await this.deliveries.tend(now);
    await this.#forgetOld(now);
    const { pauses } = this.state;
    if (pauses.until('errands') <= now) await this.runErrands();
    if (pauses.until('projection') <= now) await this.project();
    if (pauses.until('garbage') <= now) await collectGarbage(this.#env.BUCKET, this.state);
    await this.#forgetDeleted();
  }

  /** What a version left that knew nothing of laid volumes when it ended their run. */
  #forgetEnded(run: number): void {
    this.state.forgetLaid(run);
    this.#discardRest(run);
    this.state.addErrand('release', run);
  }

  #markExpired(now: Instant): void {
    for (let run = this.state.expiredRun(now); run; run = this.state.expiredRun(now)) {
      this.state.volumes.discard(run.id, ['stored'], null);
      this.filesGone(run, 'expired', now);
    }
  }

  /** What the operator allows is asked for, and where it cannot be, nothing is forgotten this time. */
  async #forgetOld(now: Instant): Promise<void> {
    try {
      const limits = await findLimits(this.#env.DB, this.job().ccid, this.#limits);
      const forget = (id: number) => this.removeRun(id);
      const more = forgetOldRuns(this.state, limits, { now, forget });
      // A job without history has nothing that grows old.
      this.#lookAt = this.state.latestRun() ? now + (more ? RETRY_MS : DAY_MS) : null;
    } catch (error) {
      log('limits-unknown', { ccid: this.job().ccid, error });
    }
  }

  /** Shows that a run's files are there no more. */
  filesGone(run: Run, how: 'expired' | 'deleted', now: Instant): void {
    this.state.putRun({ ...run, outcome: { ...run.outcome, filesGone: how } }, true);
    this.state.events.add(run.id, now, { event: 'files-gone', how });
    this.deliveries.filesGone(run.id, now);
  }

  /** A deleted job's object is emptied once D1 and R2 know. */
  async #forgetDeleted(): Promise<void> {
    if (!this.job().deleted || this.state.unprojected() || this.state.hasGarbage()) return;
    if (this.state.errands().length > 0 || this.state.deliveries.hasLeft()) return;
    await this.state.forget();
  }

  /** When the next try of each chore is due: soon, or after the pause of one that failed. */
  #choresDue(now: Instant, running: boolean): Instant[] {
    const { state } = this;
    const next = (chore: Chore, pause: number): Instant => Math.max(now + pause, state.pauses.until(chore));
    const due: Instant[] = [];
    if (state.unprojected()) due.push(next('projection', this.#projecting.more ? SOON_MS : RETRY_MS));
    if (state.errands().length > 0) due.push(next('errands', RETRY_MS));
    const delivery = state.deliveries.dueAt(now);
    if (delivery !== null) due.push(delivery);
    if (state.deliveries.hasLeft()) due.push(next('aborts', 0));
    if (state.hasGarbage()) due.push(next('garbage', running ? RETRY_MS : SOON_MS));
    return due;
  }

  /** Arms the alarm for the next thing that is due; leaves it as it is when nothing is. */
  async arm(): Promise<void> {
    if (!this.state.job()) return;
    const now = Date.now();
    const due: Instant[] = [];
    const run = this.state.activeRun();
    if (run) due.push(this.sending.dueAt(run, now));
    due.push(...this.#choresDue(now, run !== null));
    const expiry = this.state.nextExpiry();
    if (expiry !== null) due.push(expiry);
    if (this.job().deleted) due.push(...(due.length === 0 ? [now + RETRY_MS] : []));
    else if (this.#lookAt !== null) due.push(this.#lookAt);
    if (due.length > 0) await this.#ctx.storage.setAlarm(Math.max(Math.min(...due), now + 1));
  }
}
