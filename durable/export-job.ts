import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import type { Definition } from '../src/model/definition.ts';
import type { Instant } from '../src/model/instant.ts';
import type { JobView, Progress } from '../src/model/job.ts';
import * as protocol from '../src/model/protocol.ts';
import type { Granted, Lease, Token } from '../src/model/protocol.ts';
import * as rules from '../src/model/run.ts';
import { jobView, progressView, type Job } from '../src/model/views.ts';
import { artifactPrefix, tailPrefix } from '../src/store/objects.ts';
import { facts, projectionOf } from './facts.ts';
import { collectGarbage } from './garbage.ts';
import { JobState } from './state.ts';
import { project } from '../src/store/projection.ts';

/** A projection or a clean-up that did not succeed is tried again after so long. */
const RETRY_MS = 5_000;

/** The bindings that the object uses; the secrets and settings beside them are parsed by `readConfig`. */
export interface ObjectBindings {
  readonly DB: D1Database;
  readonly BUCKET: R2Bucket;
  readonly QUEUE: Queue;
}

/** What POST /export/jobs asks the object to become; parsed by the use case, so only its own ids are checked here. */
export interface NewJob {
  readonly ccid: string;
  readonly id: number;
  readonly runId: number;
  readonly definition: Definition;
}

/**
 * One job and its runs. The only writer of their state: each call parses, decides (src/model/run.ts), persists in one
 * synchronous stretch, and arms the alarm. It moves no file bytes.
 */
export class ExportJob extends DurableObject<ObjectBindings> implements protocol.RunProtocol {
  readonly #state: JobState;
  readonly #retentionDays: number;

  constructor(ctx: DurableObjectState, env: ObjectBindings) {
    super(ctx, env);
    this.#state = new JobState(ctx.storage.sql);
    this.#retentionDays = readConfig(env).retentionDays;
  }

  /** Becomes a job with its first run submitted. Repeated: the same answer. */
  async create(input: NewJob): Promise<JobView> {
    const now = Date.now();
    if (!this.#state.job()) {
      const { ccid, id, definition, runId } = input;
      // A one-time job that runs at once is suspended from the start (guide, "Suspending and resuming a job").
      this.#state.putJob({ ccid, id, definition, createdAt: now, suspended: true, nextStartsAt: null });
      this.#state.putRun(rules.newRun(runId, now), true);
      await this.#arm();
      await this.#send(this.#mustRun(runId));
    }
    await this.#project();
    const latest = this.#state.latestRun();
    return jobView(this.#mustJob(), latest, this.#state.files(latest?.id ?? 0));
  }

  /** How far a run is; null when this job has no such run. */
  async progress(runId: number): Promise<Progress | null> {
    const run = this.#state.run(z.int().parse(runId));
    return run ? progressView(run) : null;
  }

  async lease(runId: number, seq: number): Promise<Granted<Lease>> {
    const run = this.#state.run(z.int().parse(runId));
    if (!run) return { ok: false, reason: 'ended' };
    const decision = rules.lease(run, z.int().parse(seq), Date.now());
    if (!decision.ok) return decision;
    if (decision.run.attempt > rules.MAX_ATTEMPTS) {
      await this.#end(run, 'FAILED', `slice ${seq} was begun ${run.attempt} times and never came to its end`);
      return { ok: false, reason: 'ended' };
    }
    // What an attempt before this one opened and did not commit, nobody goes on with.
    this.#state.discardVolumes(run.id, ['open'], run.openVolume);
    this.#state.putRun(decision.run, run.status !== decision.run.status);
    await this.#arm();
    this.#projectSoon();
    return { ok: true, value: this.#leaseOf(decision.run) };
  }

  async renew(token: Token, exported: protocol.Exported): Promise<Granted<null>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    this.#state.putRun(rules.renew(held.value, protocol.exported.parse(exported), Date.now()), false);
    // The alarm is left as it is: when it fires early it finds the lease renewed and arms itself again.
    return { ok: true, value: null };
  }

  async fixPlan(token: Token, plan: protocol.Plan): Promise<Granted<Lease>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = held.value.plan ? held.value : { ...held.value, plan: protocol.plan.parse(plan) };
    this.#state.putRun(run, true);
    return { ok: true, value: this.#leaseOf(run) };
  }

  async opened(token: Token, volume: protocol.OpenedVolume): Promise<Granted<null>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    this.#state.openVolume(held.value.id, protocol.openedVolume.parse(volume));
    return { ok: true, value: null };
  }

  async commit(token: Token, input: protocol.Commit): Promise<Granted<Lease>> {
    const { runId, seq, attempt } = protocol.token.parse(token);
    const run = this.#state.run(runId);
    // The answer to a commit may be lost on its way: asked again, it is the same.
    if (run?.committed?.seq === seq && run.committed.attempt === attempt && rules.isActive(run))
      return { ok: true, value: this.#leaseOf(run) };
    const held = this.#held(token);
    if (!held.ok) return held;
    const end = protocol.commit.parse(input);
    const next = rules.applyCommit(held.value, token, end, Date.now());
    this.#state.sealVolumes(next.id, end.sealed);
    this.#state.storeVolumes(next.id, end.stored);
    this.#state.discardVolumes(next.id, ['open'], end.openVolume);
    const { tail } = held.value;
    if (tail !== null && tail !== end.tail) this.#state.addGarbage({ key: tail, uploadId: '', run: next.id });
    this.#state.putRun(next, true);
    await this.#arm();
    this.#projectSoon();
    return { ok: true, value: this.#leaseOf(next) };
  }

  async finish(token: Token, stored: readonly protocol.StoredVolume[]): Promise<Granted<null>> {
    const run = this.#state.run(protocol.token.parse(token).runId);
    if (run?.status === 'FINISHED') return { ok: true, value: null };
    const held = this.#held(token);
    if (!held.ok) return held;
    this.#state.storeVolumes(held.value.id, z.array(protocol.storedVolume).parse(stored));
    if (!held.value.written || this.#state.sealedVolumes(held.value.id).length > 0)
      throw new Error('a run cannot finish before its archive is written and every volume stored');
    await this.#end(held.value, 'FINISHED', '');
    return { ok: true, value: null };
  }

  async restarted(token: Token, reason: string): Promise<Granted<null>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.restart(held.value, Date.now());
    if (run.restarts > rules.MAX_RESTARTS) return this.failed(token, reason);
    this.#state.discardVolumes(run.id, ['open', 'sealed', 'stored'], null);
    this.#state.putRun(run, true);
    await this.#arm();
    return { ok: true, value: null };
  }

  async stumbled(token: Token, reason: string): Promise<Granted<null>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.letGo(held.value, Date.now());
    if (run.stumbles >= rules.MAX_STUMBLES) return this.failed(token, reason);
    this.#state.putRun(run, false);
    await this.#arm();
    return { ok: true, value: null };
  }

  async failed(token: Token, reason: string): Promise<Granted<null>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    await this.#end(held.value, 'FAILED', z.string().max(2_000).parse(reason));
    return { ok: true, value: null };
  }

  /** Never throws: a throwing alarm is dropped after a few tries. What fails here is tried again by the next one. */
  override async alarm(): Promise<void> {
    try {
      const run = this.#state.latestRun();
      const now = Date.now();
      if (run && rules.isActive(run) && run.wakeAt <= now) {
        this.#state.putRun(rules.sentAgain(run, now), false);
        await this.#send(run);
      }
      await this.#project();
      await collectGarbage(this.env.BUCKET, this.#state);
    } catch (error) {
      console.error('alarm', error);
    }
    await this.#arm();
  }

  #held(input: Token): Granted<rules.Run> {
    const token = protocol.token.parse(input);
    const run = this.#state.run(token.runId);
    if (!run) return { ok: false, reason: 'ended' };
    return rules.fence(run, token) ?? { ok: true, value: run };
  }

  async #end(run: rules.Run, status: 'FINISHED' | 'FAILED' | 'CANCELLED', reason: string): Promise<void> {
    const { ccid } = this.#mustJob();
    this.#state.discardVolumes(
      run.id,
      status === 'FINISHED' ? ['open', 'sealed'] : ['open', 'sealed', 'stored'],
      null,
    );
    // Attempts that were cut off may have left objects that no commit names.
    for (const key of [tailPrefix(ccid, run.id), artifactPrefix(ccid, run.id)])
      this.#state.addGarbage({ key, uploadId: '', run: run.id });
    this.#state.putRun(rules.end(run, status, { reason, now: Date.now() }), true);
    await this.#arm();
    await this.#project();
  }

  /** Sends the message of the slice that is due. One that cannot be sent is sent by the alarm. */
  async #send(run: rules.Run): Promise<void> {
    const { ccid, id: jobId } = this.#mustJob();
    const message: protocol.SliceMessage = {
      format: protocol.FORMAT,
      ccid,
      jobId,
      runId: run.id,
      seq: run.seq,
    };
    await this.env.QUEUE.send(message).catch((error: unknown) => console.error('queue', error));
  }

  /** Brings D1 up to date. A failure is not the caller's: the alarm repeats it. */
  async #project(): Promise<void> {
    const pending = this.#state.unprojected();
    if (!pending) return;
    try {
      await project(this.env.DB, projectionOf(this.#state, pending, this.#retentionDays));
      this.#state.projected(pending.version);
    } catch (error) {
      console.error('projection', error);
      await this.#arm();
    }
  }

  #projectSoon(): void {
    this.ctx.waitUntil(this.#project());
  }

  /** Arms the alarm for the next thing that is due; leaves it as it is when nothing is. */
  async #arm(): Promise<void> {
    const now = Date.now();
    const due: Instant[] = [];
    const run = this.#state.latestRun();
    if (run && rules.isActive(run)) due.push(run.wakeAt);
    if (this.#state.unprojected()) due.push(now + RETRY_MS);
    if (this.#state.hasGarbage()) due.push(run && rules.isActive(run) ? now + RETRY_MS : now + 100);
    if (due.length > 0) await this.ctx.storage.setAlarm(Math.min(...due));
  }

  #leaseOf(run: rules.Run): Lease {
    return {
      token: { runId: run.id, seq: run.seq, attempt: run.attempt },
      generation: run.generation,
      job: facts(this.#mustJob(), run),
      plan: run.plan,
      checkpoint: run.checkpoint,
      written: run.written,
      exported: run.exported,
      sealed: this.#state.sealedVolumes(run.id),
    };
  }

  #mustJob(): Job {
    const job = this.#state.job();
    if (!job) throw new Error('this object is no job yet');
    return job;
  }

  #mustRun(id: number): rules.Run {
    const run = this.#state.run(id);
    if (!run) throw new Error(`this job has no run ${id}`);
    return run;
  }
}
