import {
  deliveredAnew,
  deliverySent,
  isOver,
  newDelivery,
  overDelivery,
  type BucketDelivery,
  type DeliveryFault,
} from '../src/model/delivery.ts';
import { filledPrefix, samePlace, type Destination } from '../src/model/destination.ts';
import type { DeliveryMessage } from '../src/model/delivery-protocol.ts';
import type { Instant } from '../src/model/instant.ts';
import { FORMAT } from '../src/model/protocol.ts';
import { log } from '../src/platform/log.ts';
import type { ObjectState } from './state.ts';

/** What becomes of the runs' files in the customer's bucket: when they are begun, moved, given up, and gone on with. */
export class DeliveryUpkeep {
  readonly #state: ObjectState;
  readonly #env: Pick<Env, 'DELIVERIES'>;

  constructor(state: ObjectState, env: Pick<Env, 'DELIVERIES'>) {
    this.#state = state;
    this.#env = env;
  }

  /** A run is Finished: its files are to be copied, where the job has a destination. False where there is none, or are no files. */
  begin(run: number, now: Instant): boolean {
    const { destination } = this.#job();
    const files = this.#state.volumes.files(run);
    if (!destination || files.volumes === 0) return false;
    const earlier = this.#state.deliveries.of(run);
    const place = { destination, prefix: this.#prefixOf(destination, run) };
    const begun = newDelivery({ ...place, files: files.volumes, bytes: files.fileSize }, now);
    this.keep(run, earlier ? deliveredAnew({ ...begun, attempt: earlier.attempt }, place, now) : begun);
    return true;
  }

  /** The job's files go to another place from now on, or nowhere: what is under way begins anew there, or ends. */
  moveTo(destination: Destination | null, now: Instant): void {
    this.#state.putJob({ ...this.#job(), destination });
    for (const run of this.#state.deliveries.underWay()) {
      const delivery = this.#state.deliveries.of(run);
      if (!delivery) continue;
      if (destination === null) this.#endWithout(run, delivery, 'delivery-no-destination', now);
      else this.keep(run, this.#moved(run, delivery, { destination, now }));
    }
  }

  #moved(
    run: number,
    delivery: BucketDelivery,
    { destination, now }: { readonly destination: Destination; readonly now: Instant },
  ): BucketDelivery {
    // Another key of the same place: what waits is tried by it at once.
    if (samePlace(delivery.destination, destination))
      return { ...delivery, destination, paused: false, wakeAt: delivery.held ? delivery.wakeAt : now };
    const closed = this.#state.deliveries.withoutOpen(delivery, now);
    return deliveredAnew(closed, { destination, prefix: this.#prefixOf(destination, run) }, now);
  }

  /** Files of a run expired or were deleted: where some were not copied yet, its delivery ends. */
  filesGone(run: number, now: Instant): void {
    const delivery = this.#state.deliveries.of(run);
    if (!delivery || isOver(delivery)) return;
    const { copied, files } = delivery;
    const left = this.#state.volumes.done(run).filter(({ volume }) => volume > copied.volume).length;
    if (left < files - copied.files) this.#endWithout(run, delivery, 'delivery-files-gone', now);
  }

  #endWithout(run: number, delivery: BucketDelivery, code: DeliveryFault, now: Instant): void {
    const closed = this.#state.deliveries.withoutOpen(delivery, now);
    this.keep(run, overDelivery({ ...closed, code }, 'ended', now));
  }

  /** Keeps a delivery, which lists have to learn of. */
  keep(run: number, delivery: BucketDelivery): void {
    this.#state.deliveries.put(run, delivery);
    const kept = this.#state.run(run);
    if (kept) this.#state.putRun(kept, true);
  }

  /** What the alarm does: sends what nobody goes on with, and has uploads aborted that were left. */
  async tend(now: Instant): Promise<void> {
    const { deliveries, pauses } = this.#state;
    const run = deliveries.due(now);
    const delivery = run === null ? null : deliveries.of(run);
    if (run !== null && delivery) {
      deliveries.put(run, deliverySent(delivery, now));
      await this.#send(run);
    }
    deliveries.giveUp(now);
    if (!deliveries.hasLeft() || pauses.until('aborts') > now) return;
    // Sent again after a pause that grows, until somebody says that they are gone.
    pauses.failed('aborts', now);
    await this.#send(0);
  }

  async #send(runId: number): Promise<void> {
    const { ccid, id: jobId } = this.#job();
    const message: DeliveryMessage = { format: FORMAT, kind: 'delivery', ccid, jobId, runId };
    await this.#env.DELIVERIES.send(message).catch((error: unknown) =>
      log('message-unsent', { ccid, run: runId, error }),
    );
  }

  #prefixOf({ prefix }: Destination, runId: number): string {
    const { ccid, id: job } = this.#job();
    const at = this.#state.run(runId)?.outcome.scheduledAt ?? 0;
    return filledPrefix(prefix, { ccid, job, run: runId, at });
  }

  #job() {
    const job = this.#state.job();
    if (!job) throw new Error('this object is no job yet');
    return job;
  }
}
