import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import { jobLine, runLine, type JobLine, type RunLine } from '../src/model/backup.ts';
import type { Definition } from '../src/model/definition.ts';
import type { DeliveryFault } from '../src/model/delivery.ts';
import type * as delivery from '../src/model/delivery-protocol.ts';
import type { Destination } from '../src/model/destination.ts';
import type * as protocol from '../src/model/protocol.ts';
import { log } from '../src/platform/log.ts';
import { Upkeep, type ObjectBindings } from './upkeep.ts';
import { BackupCalls } from './backup-calls.ts';
import { DeliveryCalls } from './delivery-calls.ts';
import { HistoryCalls } from './history-calls.ts';
import { JobCalls, type Edit, type NewJob } from './job-calls.ts';
import { RunCalls } from './run-calls.ts';

export type { ObjectBindings } from './upkeep.ts';

const instant = z.int();
const id = z.int().positive();
const broughtBack = z.object({ job: jobLine.nullable(), runs: z.array(runLine).readonly() });

/**
 * One job and its runs: the only writer of their state. A thin shell: each call parses, decides (src/model), persists in one
 * synchronous stretch, and arms the alarm. It moves no file bytes. Definitions come parsed from the one use case that calls.
 */
export class ExportJob
  extends DurableObject<ObjectBindings>
  implements protocol.RunProtocol, delivery.DeliveryProtocol
{
  readonly #upkeep: Upkeep;
  readonly #job: JobCalls;
  readonly #history: HistoryCalls;
  readonly #run: RunCalls;
  readonly #delivery: DeliveryCalls;
  readonly #backup: BackupCalls;

  constructor(ctx: DurableObjectState, env: ObjectBindings) {
    super(ctx, env);
    this.#upkeep = new Upkeep(ctx, env);
    this.#job = new JobCalls(this.#upkeep);
    this.#history = new HistoryCalls(this.#upkeep);
    this.#run = new RunCalls(this.#upkeep);
    this.#delivery = new DeliveryCalls(this.#upkeep);
    this.#backup = new BackupCalls(this.#upkeep, ctx);
  }

  create(input: NewJob) {
    return this.#job.create(input);
  }
  start(due: number, runId: number) {
    return this.#job.start(instant.parse(due), id.parse(runId));
  }
  update(definition: Definition, runId: number, edit: Edit = {}) {
    return this.#job.update(definition, id.parse(runId), edit);
  }
  foresee(definition: Definition, edit: Edit = {}) {
    return this.#job.foresee(definition, edit);
  }
  run(runId: number, by: string) {
    return this.#job.run(id.parse(runId), z.string().parse(by));
  }
  retry(earlier: number, runId: number, by: string) {
    return this.#job.retry(id.parse(earlier), id.parse(runId), z.string().parse(by));
  }
  setDestination(destination: Destination | null) {
    return this.#delivery.setDestination(destination);
  }
  destination() {
    return this.#delivery.destination();
  }
  wrappedSecrets() {
    return this.#delivery.wrappedSecrets();
  }
  putSecrets(anew: readonly delivery.RewrappedSecret[]) {
    return this.#delivery.putSecrets(anew);
  }
  suspend() {
    return this.#job.suspend();
  }
  resume() {
    return this.#job.resume();
  }
  cancel() {
    return this.#job.cancel();
  }
  remove() {
    return this.#job.remove();
  }
  removeRun(runId: number) {
    return this.#history.removeRun(id.parse(runId));
  }
  removeFiles(runId: number, names: readonly string[]) {
    return this.#history.removeFiles(id.parse(runId), z.array(z.string()).parse(names));
  }
  underWay(runId: number) {
    return this.#history.underWay(id.parse(runId));
  }
  turn(runId: number) {
    return this.#history.turn(id.parse(runId));
  }
  backup(after: number) {
    return this.#backup.backup(z.int().nonnegative().parse(after));
  }
  takeIn(lines: { readonly job: JobLine | null; readonly runs: readonly RunLine[] }) {
    return this.#backup.takeIn(broughtBack.parse(lines));
  }
  setBack(to: number) {
    return this.#backup.setBack(instant.parse(to));
  }
  isJob() {
    return this.#backup.isJob();
  }
  liftVersions() {
    return this.#backup.liftVersions();
  }
  files(after: number) {
    return this.#backup.files(z.int().nonnegative().parse(after));
  }
  projectAgain() {
    return this.#history.projectAgain();
  }
  projectRest() {
    return this.#history.projectRest();
  }
  events(runId: number) {
    return this.#history.events(id.parse(runId));
  }
  progress(runId: number) {
    return this.#history.progress(id.parse(runId));
  }

  lease(runId: number, seq: number, volume?: number) {
    return this.#run.lease(runId, seq, volume);
  }
  renew(token: protocol.Token, exported: protocol.Exported) {
    return this.#run.renew(token, exported);
  }
  fixPlan(token: protocol.Token, plan: protocol.Plan) {
    return this.#run.fixPlan(token, plan);
  }
  opened(token: protocol.Token, volume: protocol.OpenedVolume) {
    return this.#run.opened(token, volume);
  }
  commit(token: protocol.Token, commit: protocol.Commit) {
    return this.#run.commit(token, commit);
  }
  laidOut(token: protocol.Token, slice: protocol.LaidSlice) {
    return this.#run.laidOut(token, slice);
  }
  finish(token: protocol.Token, stored: readonly protocol.StoredVolume[]) {
    return this.#run.finish(token, stored);
  }
  restarted(token: protocol.Token, reason: string) {
    return this.#run.restarted(token, reason);
  }
  stumbled(token: protocol.Token, fault: protocol.Fault) {
    return this.#run.stumbled(token, fault);
  }
  failed(token: protocol.Token, reason: string) {
    return this.#run.failed(token, reason);
  }

  leaseDelivery(runId: number) {
    return this.#delivery.leaseDelivery(id.parse(runId));
  }
  copied(token: delivery.DeliveryToken, step: delivery.DeliveryStep) {
    return this.#delivery.copied(token, step);
  }
  letDeliveryGo(token: delivery.DeliveryToken) {
    return this.#delivery.letDeliveryGo(token);
  }
  deliveryTroubled(token: delivery.DeliveryToken, code: DeliveryFault) {
    return this.#delivery.deliveryTroubled(token, code);
  }
  deliverAgain(runId: number) {
    return this.#delivery.deliverAgain(id.parse(runId));
  }
  leftUploads() {
    return this.#delivery.leftUploads();
  }
  uploadsAborted(ids: readonly number[]) {
    return this.#delivery.uploadsAborted(ids);
  }

  /** Arms what has fallen silent: the Cron Trigger asks this of jobs that look as if nobody worked on them. */
  async wake(): Promise<void> {
    await this.#upkeep.arm();
  }

  /** Never throws: a throwing alarm is dropped after a few tries. What fails here is tried again by the next one. */
  override async alarm(): Promise<void> {
    try {
      await this.#upkeep.tend();
    } catch (error) {
      log('alarm-failed', { object: this.ctx.id.name ?? this.ctx.id.toString(), error });
    }
    await this.#upkeep.arm();
  }
}
