import { z } from 'zod';
import * as protocol from '../src/model/protocol.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { Instant } from '../src/model/instant.ts';
import type { Lease, LeaseRefusal, Token } from '../src/model/protocol.ts';
import * as rules from '../src/model/run-steps.ts';
import type { Run } from '../src/model/run.ts';
import { log } from '../src/platform/log.ts';
import type { Upkeep } from './upkeep.ts';
import { facts } from './facts.ts';

/** What consumers ask of the object while they carry out a run: parse, decide, persist, arm. */
export class RunCalls implements protocol.RunProtocol {
  readonly #upkeep: Upkeep;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  async lease(runId: number, seq: number): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const run = state.run(z.int().parse(runId));
    if (!run) return { ok: false, failure: 'ended' };
    const now = Date.now();
    const decision = rules.lease(run, z.int().parse(seq), now);
    if (!decision.ok) return decision;
    if (decision.value.claim.attempt > rules.MAX_ATTEMPTS) {
      const reason = `slice ${seq} was begun ${run.claim.attempt} times and never came to its end`;
      await this.#upkeep.end(run, 'FAILED', reason);
      return { ok: false, failure: 'ended' };
    }
    // What an attempt before this one opened and did not commit, nobody goes on with.
    state.volumes.discard(run.id, ['open'], run.position.openVolume);
    const first = run.outcome.status !== decision.value.outcome.status;
    state.putRun(decision.value, first);
    const { attempt } = decision.value.claim;
    if (first) this.#started(decision.value, now);
    else if (attempt > 1) state.events.add(run.id, now, { event: 'taken-over', seq, attempt });
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return this.#lease(decision.value);
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
    if (run !== held.value) this.#upkeep.state.putRun(run, false);
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
    this.#upkeep.state.volumes.open(held.value.id, protocol.openedVolume.parse(volume));
    return DONE;
  }

  async commit(token: Token, input: protocol.Commit): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#upkeep;
    const slice = protocol.commit.parse(input);
    const run = state.run(protocol.token.parse(token).runId);
    // The answer to a commit may be lost on its way: asked again, it is the same.
    if (run && rules.repeatsCommit(run, token, slice.handOver)) return this.#lease(run);
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const next = rules.applyCommit(held.value, token, slice, now);
    state.volumes.seal(next.id, slice.sealed);
    state.volumes.store(next.id, slice.stored);
    state.volumes.discard(next.id, ['open'], slice.openVolume);
    const { tail } = held.value.position;
    if (tail !== null && tail !== slice.tail) state.addGarbage({ key: tail, uploadId: '', run: next.id });
    state.putRun(next, true);
    state.events.add(next.id, now, { event: 'slice', seq: token.seq, ...next.position.exported });
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return this.#lease(next);
  }

  async finish(token: Token, stored: readonly protocol.StoredVolume[]): Promise<Result<null, LeaseRefusal>> {
    const { state } = this.#upkeep;
    if (state.run(protocol.token.parse(token).runId)?.outcome.status === 'FINISHED') return DONE;
    const held = this.#held(token);
    if (!held.ok) return held;
    state.volumes.store(held.value.id, z.array(protocol.storedVolume).parse(stored));
    if (!held.value.position.written || state.volumes.sealed(held.value.id).length > 0)
      throw new Error('a run cannot finish before its archive is written and every volume stored');
    await this.#upkeep.end(held.value, 'FINISHED', '');
    return DONE;
  }

  async restarted(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const run = rules.restart(held.value, now);
    if (run.position.restarts > rules.MAX_RESTARTS) return this.failed(token, reason);
    this.#upkeep.state.volumes.discard(run.id, ['open', 'sealed', 'stored'], null);
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
    this.#upkeep.state.putRun(run, false);
    const { seq } = run.claim;
    this.#upkeep.state.events.add(run.id, now, { event: 'stumbled', seq, reason: fault.words });
    await this.#upkeep.arm();
    return DONE;
  }

  async failed(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    await this.#upkeep.end(held.value, 'FAILED', reasonText.parse(reason));
    return DONE;
  }

  #held(input: Token): Result<Run, LeaseRefusal> {
    const token = protocol.token.parse(input);
    const run = this.#upkeep.state.run(token.runId);
    if (!run) return { ok: false, failure: 'ended' };
    return rules.fence(run, token);
  }

  #lease(run: Run): Result<Lease, LeaseRefusal> {
    const { claim, position } = run;
    return ok({
      token: { runId: run.id, seq: claim.seq, attempt: claim.attempt },
      generation: claim.generation,
      job: facts(this.#upkeep.job(), run),
      plan: run.plan,
      checkpoint: position.checkpoint,
      written: position.written,
      exported: position.exported,
      sealed: this.#upkeep.state.volumes.sealed(run.id),
    });
  }
}

/** Words for people, of the service's own making. */
const reasonText = z.string().max(2_000);

const DONE = ok(null);
