import { z } from 'zod';
import * as rules from '../src/model/delivery.ts';
import {
  deliveryFault,
  deliveryStep,
  deliveryToken,
  rewrappedSecret,
  type DeliveryLease,
  type DeliveryProtocol,
  type DeliveryRefusal,
  type DeliveryStep,
  type DeliveryToken,
  type FileToCopy,
  type LeftUpload,
  type RewrappedSecret,
  type WrappedSecret,
} from '../src/model/delivery-protocol.ts';
import type { JobView } from '../src/model/api/job-info.ts';
import type { Destination } from '../src/model/destination.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { RefusalName } from '../src/model/lifecycle.ts';
import { shownJob } from './facts.ts';
import type { Upkeep } from './upkeep.ts';

/** Files that one lease names; what is left follows with the next. */
const FILES_A_LEASE = 200;
/** How far an unfinished delivery is, lists learn so often at most: of a run of many volumes each time costs as many rows. */
const SHOWN_MS = 30_000;

/** What whoever copies files into the customer's bucket asks of the object, and what users ask of a delivery. */
export class DeliveryCalls implements DeliveryProtocol {
  readonly #upkeep: Upkeep;
  /** When lists were last told how far it is. */
  #shownAt = 0;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  /** Has files copied elsewhere, or nowhere, from now on: those of runs, too, that were not delivered yet. In whatever state the job is. */
  async setDestination(destination: Destination | null): Promise<Result<JobView, RefusalName>> {
    const { state, deliveries } = this.#upkeep;
    if (state.job()?.deleted ?? true) return { ok: false, failure: 'gone' };
    deliveries.moveTo(destination, Date.now());
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(shownJob(state));
  }

  /** Where files are copied to, with the wrapped secret. */
  destination(): Destination | null {
    return this.#upkeep.state.job()?.destination ?? null;
  }

  /** Every secret that is wrapped here: of the destination, of what is on its way, and of uploads that are to be aborted. */
  wrappedSecrets(): readonly WrappedSecret[] {
    const { state } = this.#upkeep;
    const job = state.job();
    if (!job) return [];
    const own = job.destination ? [job.destination] : [];
    const secrets = new Map([...own, ...state.deliveries.secrets()].map(({ id, secret }) => [secret, id]));
    return [...secrets].map(([secret, id]) => ({ id, secret }));
  }

  /** Puts secrets that were wrapped anew in the place of what they were made of, wherever that still stands. */
  async putSecrets(input: readonly RewrappedSecret[]): Promise<void> {
    const { state } = this.#upkeep;
    for (const { secret, becomes } of z.array(rewrappedSecret).parse(input)) {
      const job = state.job();
      if (!job) return;
      state.deliveries.putSecret(secret, becomes);
      const { destination } = job;
      if (destination?.secret === secret)
        state.putJob({ ...job, destination: { ...destination, secret: becomes } });
    }
    await this.#upkeep.arm();
  }

  async leaseDelivery(runId: number): Promise<Result<DeliveryLease, DeliveryRefusal>> {
    const { state, deliveries } = this.#upkeep;
    const delivery = state.job() ? state.deliveries.of(runId) : null;
    if (!delivery || rules.isOver(delivery)) return { ok: false, failure: 'ended' };
    const leased = rules.leasedDelivery(delivery, Date.now());
    if (!leased) return { ok: false, failure: 'held' };
    if (leased.state === delivery.state) state.deliveries.put(runId, leased);
    else deliveries.keep(runId, leased);
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    const { destination, open } = leased;
    return ok({
      token: { runId, attempt: leased.attempt },
      destination,
      open,
      files: this.#filesOf(runId, leased),
      cutOff: leased.lost,
    });
  }

  #filesOf(runId: number, { copied, prefix }: rules.BucketDelivery): FileToCopy[] {
    return this.#upkeep.state.volumes
      .done(runId)
      .filter(({ volume }) => volume > copied.volume)
      .slice(0, FILES_A_LEASE)
      .map(({ volume, key, size, sha256, name }) => ({
        volume,
        key,
        size,
        sha256,
        target: `${prefix}${name}`,
      }));
  }

  async copied(token: DeliveryToken, input: DeliveryStep): Promise<Result<null, DeliveryRefusal>> {
    const step = deliveryStep.parse(input);
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const next = this.#stepped(held.value, step, now);
    if (rules.isOver(next)) {
      const { files, bytes } = next.copied;
      this.#upkeep.deliveries.keep(token.runId, next);
      this.#upkeep.state.events.add(token.runId, now, { event: 'delivered', files, bytes });
      await this.#upkeep.arm();
      await this.#upkeep.project();
      return DONE;
    }
    // The alarm is left as it is: when it fires early it finds the lease renewed and arms itself again.
    this.#upkeep.state.deliveries.put(token.runId, next);
    return DONE;
  }

  #stepped(delivery: rules.BucketDelivery, step: DeliveryStep, now: number): rules.BucketDelivery {
    const { open } = delivery;
    switch (step.step) {
      case 'opened': {
        const { volume, target, uploadId } = step;
        return rules.copyOpened(delivery, { volume, target, uploadId, parts: [] }, now);
      }
      case 'part': {
        // Told again, because the answer was lost.
        if (open?.uploadId !== step.uploadId || step.part !== open.parts.length + 1) return delivery;
        return rules.partCopied(delivery, { etag: step.etag, md5: step.md5 }, now);
      }
      case 'file':
        return rules.fileCopied(delivery, step, now);
      case 'dropped':
        return open?.uploadId === step.uploadId ? rules.copyDropped(delivery) : delivery;
    }
  }

  async letDeliveryGo(token: DeliveryToken): Promise<Result<null, DeliveryRefusal>> {
    const held = this.#held(token);
    if (!held.ok) return held;
    const now = Date.now();
    const next = rules.letDeliveryGo(held.value, now);
    if (now - this.#shownAt < SHOWN_MS) this.#upkeep.state.deliveries.put(token.runId, next);
    else {
      this.#shownAt = now;
      this.#upkeep.deliveries.keep(token.runId, next);
    }
    await this.#upkeep.arm();
    this.#upkeep.projectSoon();
    return DONE;
  }

  async deliveryTroubled(
    token: DeliveryToken,
    input: rules.DeliveryFault,
  ): Promise<Result<null, DeliveryRefusal>> {
    const code = deliveryFault.parse(input);
    const held = this.#held(token);
    if (!held.ok) return held;
    const { state, deliveries } = this.#upkeep;
    const now = Date.now();
    const next = rules.troubledDelivery(held.value, code, now);
    const failed = rules.isOver(next);
    deliveries.keep(token.runId, failed ? state.deliveries.withoutOpen(next, now) : next);
    if (failed) {
      state.events.add(token.runId, now, { event: 'delivery-failed', code });
      state.addErrand('notice', token.runId);
    }
    await this.#upkeep.arm();
    if (failed) await this.#upkeep.runErrands();
    await this.#upkeep.project();
    return DONE;
  }

  /** Copies a run's files once more, or for the first time: somebody asks. */
  async deliverAgain(runId: number): Promise<Result<null, DeliverRefusal>> {
    const { state, deliveries } = this.#upkeep;
    const run = state.job() ? state.run(runId) : null;
    if (!run) return { ok: false, failure: 'gone' };
    if (!this.#upkeep.job().destination) return { ok: false, failure: 'no-destination' };
    const { status, filesGone } = run.outcome;
    if (status !== 'FINISHED' || filesGone !== '') return { ok: false, failure: 'nothing-to-deliver' };
    const delivery = state.deliveries.of(runId);
    if (delivery?.held) return { ok: false, failure: 'delivery-under-way' };
    if (delivery) state.deliveries.withoutOpen(delivery, Date.now());
    if (!deliveries.begin(runId, Date.now())) return { ok: false, failure: 'nothing-to-deliver' };
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return DONE;
  }

  async leftUploads(): Promise<readonly LeftUpload[]> {
    const { state } = this.#upkeep;
    return state.job() ? state.deliveries.left() : [];
  }

  async uploadsAborted(ids: readonly number[]): Promise<void> {
    const { state } = this.#upkeep;
    if (!state.job()) return;
    state.deliveries.aborted(z.array(z.int()).parse(ids));
    if (!state.deliveries.hasLeft()) state.pauses.succeeded('aborts');
    await this.#upkeep.arm();
  }

  #held(input: DeliveryToken): Result<rules.BucketDelivery, DeliveryRefusal> {
    const { runId, attempt } = deliveryToken.parse(input);
    const { state } = this.#upkeep;
    const delivery = state.job() ? state.deliveries.of(runId) : null;
    if (!delivery || rules.isOver(delivery)) return { ok: false, failure: 'ended' };
    return rules.holdsDelivery(delivery, attempt) ? ok(delivery) : { ok: false, failure: 'late' };
  }
}

/** Why a run's files are not delivered again. */
export type DeliverRefusal = RefusalName | 'no-destination' | 'nothing-to-deliver' | 'delivery-under-way';

const DONE = ok(null);
