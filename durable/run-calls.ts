import { z } from 'zod';
import * as protocol from '../src/model/protocol.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { Instant } from '../src/model/instant.ts';
import type { Lease, LeaseRefusal, Token } from '../src/model/protocol.ts';
import * as rules from '../src/model/run-steps.ts';
import type { Run } from '../src/model/run.ts';
import { laidVolume, applyLayout, volumesStored, waitsForVolumes } from '../src/model/volume-steps.ts';
import { log } from '../src/platform/log.ts';
import type { Upkeep } from './upkeep.ts';
import { facts } from './facts.ts';
import { discardOpen, filesOf, keepSeen, seenBy } from './run-writers.ts';

/** What consumers ask of the object while they carry out a run: parse, decide, persist, arm. */
export class RunCalls implements protocol.RunProtocol {
  readonly #upkeep: Upkeep;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  async lease(runId: number, seq: number, volume?: number): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const seen = seenBy(this.#upkeep.state, {
      runId: z.int().parse(runId),
      volume: volumeNumber.parse(volume),
    });
    if (!seen.ok) return seen;
    const run = seen.value;
    const now = Date.now();
    const decision = rules.lease(run, z.int().parse(seq), now);
    if (!decision.ok) return decision;
    if (decision.value.claim.attempt > rules.MAX_ATTEMPTS) {
      const reason = `slice ${seq} was begun ${run.claim.attempt} times and never came to its end`;
      await this.#upkeep.end(this.#whole(run.id), 'FAILED', reason);
      return { ok: false, failure: 'ended' };
    }
    // What an attempt before this one opened and did not commit, nobody goes on with.
    discardOpen(state, run, volume);
    const first = run.outcome.status !== decision.value.outcome.status;
    keepSeen(state, decision.value, { volume, shown: first });
    const { attempt } = decision.value.claim;
    if (first) this.#started(decision.value, now);
    else if (attempt > 1) state.events.add(run.id, now, { event: 'taken-over', seq, attempt });
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return this.#lease(decision.value, volume);
  }

  #started(run: Run, now: Instant): void {
    const { state } = this.#upkeep;
    state.events.add(run.id, now, { event: 'started' });
    const { ccid, id: job } = this.#upkeep.job();
    const late = now - run.outcome.scheduledAt;
    log('run-started', { ccid, job, run: run.id, milliseconds: late });
  }

  async renew(token: Token, exported: protocol.Exported): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.renew(held.value, protocol.exported.parse(exported), Date.now());
    // The alarm is left as it is: when it fires early it finds the lease renewed and arms itself again.
    if (run !== held.value) keepSeen(this.#upkeep.state, run, { volume: token.volume, shown: false });
    return DONE;
  }

  async fixPlan(token: Token, plan: protocol.Plan): Promise<Result<Lease, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    if (held.value.plan) return this.#lease(held.value);
    const run = { ...held.value, plan: protocol.plan.parse(plan) };
    this.#upkeep.state.putRun(run, true);
    this.#upkeep.state.events.add(run.id, Date.now(), { event: 'planned' });
    return this.#lease(run);
  }

  async opened(token: Token, volume: protocol.OpenedVolume): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    filesOf(this.#upkeep.state, token.volume).open(held.value.id, protocol.openedVolume.parse(volume));
    return DONE;
  }

  async commit(token: Token, input: protocol.Commit): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const slice = protocol.commit.parse(input);
    const seen = seenBy(this.#upkeep.state, protocol.token.parse(token));
    const run = seen.ok ? seen.value : null;
    // The answer to a commit may be lost on its way: asked again, it is the same.
    if (run && rules.repeatsCommit(run, token, slice.handOver)) return this.#lease(run, token.volume);
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const next = rules.applyCommit(held.value, token, slice, now);
    // Whoever writes the run as a whole goes on from no layout.
    if (token.volume === undefined && state.laid.any(next.id)) state.forgetLaid(next.id);
    const files = filesOf(state, token.volume);
    files.seal(next.id, slice.sealed);
    files.store(next.id, slice.stored);
    discardOpen(state, next, token.volume);
    const { tail } = held.value.position;
    if (tail !== null && tail !== slice.tail) state.addGarbage({ key: tail, uploadId: '', run: next.id });
    const { exported } = (keepSeen(state, next, { volume: token.volume, shown: true }) ?? next).position;
    state.events.add(next.id, now, { event: 'slice', seq: token.seq, ...exported });
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return this.#lease(next, token.volume);
  }

  async laidOut(token: Token, input: protocol.LaidSlice): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const slice = protocol.laidSlice.parse(input);
    const run = state.run(protocol.token.parse(token).runId);
    if (run && rules.repeatsCommit(run, token, slice.handOver)) return this.#lease(run);
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const next = applyLayout(held.value, token, slice, now);
    // What was laid out before is given up, where the run was begun anew meanwhile, or by a version that knew nothing of it.
    if (held.value.position.laying === null) state.forgetLaid(next.id);
    for (const start of slice.starts) state.laid.add(next.id, laidVolume(start, next, now));
    state.putRun(next, true);
    state.events.add(next.id, now, { event: 'slice', seq: token.seq, ...next.position.exported });
    if (waitsForVolumes(next)) await this.#upkeep.sending.sendVolumes(next);
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return this.#lease(next);
  }

  async finish(token: Token, stored: readonly protocol.StoredVolume[]): Promise<Result<null, LeaseRefusal>> {
    const { state } = this.#upkeep;
    if (token.volume !== undefined) return this.#volumeDone(protocol.token.parse(token), stored);
    if (state.run(protocol.token.parse(token).runId)?.outcome.status === 'FINISHED') return DONE;
    const held = this.#held(token);
    if (!held.ok) return held;
    state.volumes.store(held.value.id, z.array(protocol.storedVolume).parse(stored));
    if (!held.value.position.written || state.volumes.sealed(held.value.id).length > 0)
      throw new Error('a run cannot finish before its archive is written and every volume stored');
    await this.#upkeep.end(held.value, 'FINISHED', '');
    return DONE;
  }

  /** A volume is stored; with the last one the run is due again. */
  async #volumeDone(
    token: Token,
    stored: readonly protocol.StoredVolume[],
  ): Promise<Result<null, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const volume = token.volume ?? 0;
    const held = this.#held(token);
    // Told again, since the answer was lost.
    if (!held.ok && state.laidFiles.isStored(token.runId, volume)) return DONE;
    if (!held.ok) return held;
    state.laidFiles.store(token.runId, z.array(protocol.storedVolume).parse(stored));
    if (!held.value.position.written || !state.laidFiles.isStored(token.runId, volume))
      throw new Error('a volume is done when it is written and stored');
    state.laid.remove(token.runId, volume);
    const run = this.#whole(token.runId);
    if (state.laid.any(run.id)) await this.#upkeep.sending.sendVolumes(run);
    else {
      state.volumes.takeFrom(state.laidFiles, run.id);
      const next = volumesStored(run, Date.now());
      state.putRun(next, true);
      await this.#upkeep.sending.sendNow(next);
    }
    await this.#upkeep.arm();
    return DONE;
  }

  async restarted(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const run = rules.restart(this.#whole(token.runId), now);
    if (run.position.restarts > rules.MAX_RESTARTS) return this.failed(token, reason);
    this.#upkeep.state.volumes.discard(run.id, ['open', 'sealed', 'stored'], null);
    this.#upkeep.state.forgetLaid(run.id);
    this.#upkeep.state.putRun(run, true);
    this.#upkeep.state.events.add(run.id, now, { event: 'restarted', reason: reasonText.parse(reason) });
    await this.#upkeep.arm();
    return DONE;
  }

  async stumbled(token: Token, input: protocol.Fault): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const fault = protocol.fault.parse(input);
    const run = rules.letGo(held.value, fault, now);
    const over = rules.hopeless(run, fault, now);
    if (over !== null) return this.failed(token, over);
    keepSeen(this.#upkeep.state, run, { volume: token.volume, shown: false });
    const { seq } = run.claim;
    this.#upkeep.state.events.add(run.id, now, { event: 'stumbled', seq, reason: fault.words });
    await this.#upkeep.arm();
    return DONE;
  }

  async failed(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    await this.#upkeep.end(this.#whole(token.runId), 'FAILED', reasonText.parse(reason));
    return DONE;
  }

  #whole(runId: number): Run {
    const run = this.#upkeep.state.run(runId);
    if (!run) throw new Error(`this job has no run ${runId}`);
    return run;
  }

  #held(input: Token): Result<Run, LeaseRefusal> {
    const token = protocol.token.parse(input);
    const seen = seenBy(this.#upkeep.state, token);
    return seen.ok ? rules.fence(seen.value, token) : seen;
  }

  #lease(run: Run, volume?: number): Result<Lease, LeaseRefusal> {
    const { claim, position } = run;
    const named = volume === undefined ? {} : { volume };
    return ok({
      token: { runId: run.id, seq: claim.seq, attempt: claim.attempt, ...named },
      generation: claim.generation,
      job: facts(this.#upkeep.job(), run),
      plan: run.plan,
      checkpoint: position.checkpoint,
      laying: volume === undefined ? position.laying : null,
      written: position.written,
      exported: position.exported,
      sealed: filesOf(this.#upkeep.state, volume).sealed(run.id, volume ?? null),
      prepared: volume === undefined ? null : (position.layout?.prepared ?? null),
      laysOut: true,
    });
  }
}

/** Words for people, of the service's own making. */
const reasonText = z.string().max(2_000);

const volumeNumber = z.int().positive().optional();

const DONE = ok(null);
