import { begun, inTurn } from '../src/model/claim.ts';
import type { Progress } from '../src/model/api/job-info.ts';
import { ok, type Result } from '../src/model/failures.ts';
import type { RefusalName } from '../src/model/lifecycle.ts';
import type { KeptEvent } from '../src/model/run-events.ts';
import { isActive } from '../src/model/run.ts';
import { progressView } from '../src/model/views.ts';
import type { Upkeep } from './upkeep.ts';

/** What users, the contact center and a restore ask of the runs that the job has. None of it begins one or ends one. */
export class HistoryCalls {
  readonly #upkeep: Upkeep;

  constructor(upkeep: Upkeep) {
    this.#upkeep = upkeep;
  }

  /** Deletes a history item with its artifacts. */
  async removeRun(id: number): Promise<Result<null, RefusalName>> {
    const run = this.#upkeep.state.run(id);
    if (!run) return { ok: false, failure: 'gone' };
    if (isActive(run)) return { ok: false, failure: 'in-progress' };
    this.#upkeep.removeRun(id);
    await this.#upkeep.arm();
    await this.#upkeep.project();
    return ok(null);
  }

  /** Deletes artifacts of a run; what it does not have counts as deleted. */
  async removeFiles(runId: number, names: readonly string[]): Promise<Result<null, RefusalName>> {
    const run = this.#upkeep.state.run(runId);
    if (!run) return { ok: false, failure: 'gone' };
    if (this.#upkeep.state.volumes.discardFiles(runId, names) > 0) {
      if (this.#upkeep.state.volumes.done(runId).length > 0) {
        this.#upkeep.state.putRun(run, true);
        this.#upkeep.deliveries.filesGone(runId, Date.now());
      } else this.#upkeep.filesGone(run, 'deleted', Date.now());
      await this.#upkeep.arm();
      await this.#upkeep.project();
    }
    return ok(null);
  }

  /** Whether a run is Queued or In Progress: its contact center asks, in case its end was never told. */
  async underWay(runId: number): Promise<boolean> {
    const run = this.#upkeep.state.run(runId);
    return run !== null && isActive(run);
  }

  /** The turn of a run that waited has come; false where it is no more. */
  async turn(runId: number): Promise<boolean> {
    const run = this.#upkeep.state.run(runId);
    if (!run || !isActive(run)) return false;
    if (begun(run.claim)) return true;
    this.#upkeep.state.putRun({ ...run, claim: inTurn(run.claim, Date.now()) }, false);
    await this.#upkeep.arm();
    await this.#upkeep.sending.sendNow(run);
    return true;
  }

  /** Has `projectRest` tell D1 all of this job once more; null where there is none. Runs that D1 shows beside `runs` are ghosts. */
  async projectAgain(): Promise<{ readonly runs: readonly number[] } | null> {
    const { state } = this.#upkeep;
    if (!state.job()) return null;
    state.projectAgain();
    await this.#upkeep.arm();
    return { runs: state.runIds() };
  }

  /** Tells D1 as much as one call may; answers whether it knows everything then. */
  async projectRest(): Promise<boolean> {
    const told = await this.#upkeep.project();
    if (told === 'failed') throw new Error('D1 has not been told everything');
    return told === 'all';
  }

  /** How far a run is; null when this job has no such run. */
  async progress(runId: number): Promise<Progress | null> {
    const run = this.#upkeep.state.run(runId);
    return run ? progressView(run, Date.now()) : null;
  }

  /** What happened to a run, in order; null when this job has no such run. */
  async events(runId: number): Promise<readonly KeptEvent[] | null> {
    const { state } = this.#upkeep;
    return state.run(runId) ? state.events.of(runId) : null;
  }
}
