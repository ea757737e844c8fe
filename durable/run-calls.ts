import { z } from 'zod';
import { ok, type Result } from '../src/model/failures.ts';
import * as protocol from '../src/model/protocol.ts';
import type { Lease, LeaseRefusal, Token } from '../src/model/protocol.ts';
import * as rules from '../src/model/run-steps.ts';
import { isActive, type Run } from '../src/model/run.ts';
import type { Core } from './upkeep.ts';
import { facts } from './facts.ts';

/** What consumers ask of the object while they carry out a run: parse, decide, persist, arm. */
export class RunCalls implements protocol.RunProtocol {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  async lease(runId: number, seq: number): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#core;
    const run = state.run(z.int().parse(runId));
    if (!run) return { ok: false, failure: 'ended' };
    const decision = rules.lease(run, z.int().parse(seq), Date.now());
    if (!decision.ok) return decision;
    if (decision.value.attempt > rules.MAX_ATTEMPTS) {
      const reason = `slice ${seq} was begun ${run.attempt} times and never came to its end`;
      await this.#core.end(run, 'FAILED', reason);
      return { ok: false, failure: 'ended' };
    }
    // What an attempt before this one opened and did not commit, nobody goes on with.
    state.volumes.discard(run.id, ['open'], run.openVolume);
    state.putRun(decision.value, run.status !== decision.value.status);
    await this.#core.arm();
    this.#core.projectSoon();
    return this.#lease(decision.value);
  }

  async renew(token: Token, exported: protocol.Exported): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.renew(held.value, protocol.exported.parse(exported), Date.now());
    // The alarm is left as it is: when it fires early it finds the lease renewed and arms itself again.
    if (run !== held.value) this.#core.state.putRun(run, false);
    return DONE;
  }

  async fixPlan(token: Token, plan: protocol.Plan): Promise<Result<Lease, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = held.value.plan ? held.value : { ...held.value, plan: protocol.plan.parse(plan) };
    this.#core.state.putRun(run, true);
    return this.#lease(run);
  }

  async opened(token: Token, volume: protocol.OpenedVolume): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    this.#core.state.volumes.open(held.value.id, protocol.openedVolume.parse(volume));
    return DONE;
  }

  async commit(token: Token, input: protocol.Commit): Promise<Result<Lease, LeaseRefusal>> {
    const { state } = this.#core;
    const { runId, seq, attempt } = protocol.token.parse(token);
    const run = state.run(runId);
    // The answer to a commit may be lost on its way: asked again, it is the same.
    if (run?.committed?.seq === seq && run.committed.attempt === attempt && isActive(run))
      return this.#lease(run);
    const held = this.#held(token);
    if (!held.ok) return held;
    const slice = protocol.commit.parse(input);
    const next = rules.applyCommit(held.value, token, slice, Date.now());
    state.volumes.seal(next.id, slice.sealed);
    state.volumes.store(next.id, slice.stored);
    state.volumes.discard(next.id, ['open'], slice.openVolume);
    const { tail } = held.value;
    if (tail !== null && tail !== slice.tail) state.addGarbage({ key: tail, uploadId: '', run: next.id });
    state.putRun(next, true);
    await this.#core.arm();
    this.#core.projectSoon();
    return this.#lease(next);
  }

  async finish(token: Token, stored: readonly protocol.StoredVolume[]): Promise<Result<null, LeaseRefusal>> {
    const { state } = this.#core;
    if (state.run(protocol.token.parse(token).runId)?.status === 'FINISHED') return DONE;
    const held = this.#held(token);
    if (!held.ok) return held;
    state.volumes.store(held.value.id, z.array(protocol.storedVolume).parse(stored));
    if (!held.value.written || state.volumes.sealed(held.value.id).length > 0)
      throw new Error('a run cannot finish before its archive is written and every volume stored');
    await this.#core.end(held.value, 'FINISHED', '');
    return DONE;
  }

  async restarted(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.restart(held.value, Date.now());
    if (run.restarts > rules.MAX_RESTARTS) return this.failed(token, reason);
    this.#core.state.volumes.discard(run.id, ['open', 'sealed', 'stored'], null);
    this.#core.state.putRun(run, true);
    await this.#core.arm();
    return DONE;
  }

  async stumbled(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const run = rules.letGo(held.value, Date.now());
    if (run.stumbles >= rules.MAX_STUMBLES) return this.failed(token, reason);
    this.#core.state.putRun(run, false);
    await this.#core.arm();
    return DONE;
  }

  async failed(token: Token, reason: string): Promise<Result<null, LeaseRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    await this.#core.end(held.value, 'FAILED', z.string().max(2_000).parse(reason));
    return DONE;
  }

  #held(input: Token): Result<Run, LeaseRefusal> {
    const token = protocol.token.parse(input);
    const run = this.#core.state.run(token.runId);
    if (!run) return { ok: false, failure: 'ended' };
    return rules.fence(run, token);
  }

  #lease(run: Run): Result<Lease, LeaseRefusal> {
    return ok({
      token: { runId: run.id, seq: run.seq, attempt: run.attempt },
      generation: run.generation,
      job: facts(this.#core.job(), run),
      plan: run.plan,
      checkpoint: run.checkpoint,
      written: run.written,
      exported: run.exported,
      sealed: this.#core.state.volumes.sealed(run.id),
    });
  }
}

const DONE = ok(null);
