import { begun } from '../src/model/claim.ts';
import type { Instant } from '../src/model/instant.ts';
import { FORMAT, type SliceMessage } from '../src/model/protocol.ts';
import { MOST_IN_FLIGHT } from '../src/model/run-queue.ts';
import * as rules from '../src/model/run-steps.ts';
import type { Run } from '../src/model/run.ts';
import { seenFrom, waitsForVolumes, type LaidVolume } from '../src/model/volume-steps.ts';
import { log } from '../src/platform/log.ts';
import type { Center } from './center.ts';
import { keepSeen } from './run-writers.ts';
import type { ObjectState } from './state.ts';

interface SendingContext {
  readonly queue: Env['QUEUE'];
  readonly center: () => DurableObjectStub<Center>;
}

/** Volumes that the contact center had no room for are asked for again after so long. */
const ASK_MS = 5_000;

/** Sends the messages of slices that are due, of runs and of their volumes. What cannot be sent now is left to the alarm. */
export class Sending {
  readonly #state: ObjectState;
  readonly #context: SendingContext;

  constructor(state: ObjectState, context: SendingContext) {
    this.#state = state;
    this.#context = context;
  }

  /**
   * Sends the message of the slice that is due. A run that was never begun asks for its turn first; where it has to wait, the
   * contact center tells when it comes. What cannot be asked or sent is tried again by the alarm.
   */
  async send(run: Run): Promise<void> {
    const { ccid, id: jobId } = this.#job();
    try {
      if (!begun(run.claim) && (await this.#context.center().enter(ccid, jobId, run.id)) === 'wait') return;
    } catch (error) {
      log('turn-unknown', { ccid, run: run.id, error });
      return;
    }
    await this.sendNow(run);
  }

  /** The same of a run, or of one of its volumes, whose turn it is. */
  async sendNow(run: Run, volume?: number): Promise<void> {
    const { ccid, id: jobId } = this.#job();
    const { seq } = run.claim;
    const named = volume === undefined ? {} : { volume };
    const message: SliceMessage = {
      format: FORMAT,
      kind: 'slice',
      ccid,
      jobId,
      runId: run.id,
      seq,
      ...named,
    };
    await this.#context.queue
      .send(message)
      .catch((error: unknown) => log('message-unsent', { ccid, run: run.id, seq, error }));
  }

  /** Sends the messages of as many volumes as the contact center lets be written at once. */
  async sendVolumes(run: Run): Promise<void> {
    const { laid } = this.#state;
    const own = laid.inFlight(run.id);
    const more = laid.waiting(run.id, Math.max(0, MOST_IN_FLIGHT - own)).length;
    if (more === 0) return;
    try {
      const granted = await this.#context.center().volumes(run.id, { own, more });
      for (let sent = 0; sent < granted && laid.inFlight(run.id) < own + granted; sent += 1) {
        // Looked for anew each time: while a message is sent, others may come for any of them.
        const [next] = laid.waiting(run.id, 1);
        if (next) await this.#sendVolume(run, next);
      }
    } catch (error) {
      log('turn-unknown', { ccid: this.#job().ccid, run: run.id, error });
    }
  }

  /** Sends again what nobody answered, and what there is room for by now. */
  async tendVolumes(run: Run, now: Instant): Promise<void> {
    for (let due = this.#state.laid.due(run.id, now); due; due = this.#state.laid.due(run.id, now))
      await this.#sendVolume(run, due);
    await this.sendVolumes(run);
  }

  /** When somebody has to be heard of next: of the run, or of its volumes, for which there may be room soon. */
  dueAt(run: Run, now: Instant): Instant {
    if (!waitsForVolumes(run)) return run.claim.wakeAt;
    const { laid } = this.#state;
    const asks = laid.inFlight(run.id) < MOST_IN_FLIGHT && laid.waiting(run.id, 1).length > 0;
    return Math.min(laid.nextWake(run.id) ?? Infinity, asks ? now + ASK_MS : Infinity);
  }

  /** `laid` is as it is kept at this moment. */
  async #sendVolume(run: Run, laid: LaidVolume): Promise<void> {
    const next = rules.sentAgain(seenFrom(run, laid), Date.now());
    // The run may have ended meanwhile.
    if (!keepSeen(this.#state, next, { volume: laid.volume, shown: false })) return;
    await this.sendNow(next, laid.volume);
  }

  #job() {
    const job = this.#state.job();
    if (!job) throw new Error('this object is no job yet');
    return job;
  }
}
