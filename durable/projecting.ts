import { countedDatabase } from '../src/platform/counted.ts';
import { Invocation, type Allowance } from '../src/platform/invocation.ts';
import { log } from '../src/platform/log.ts';
import { project } from '../src/store/projection.ts';
import { projectionOf } from './facts.ts';
import type { ObjectState } from './state.ts';

/** What one event of the object may use of D1 to bring it up to date; a call does so twice at most. */
const A_SHARE: Allowance = { statements: 450, subrequests: 450 };
/** What a projection uses at most (store/projection.ts): of 20 runs each two statements, and its artifacts' in pieces. */
const A_PROJECTION: Allowance = { statements: 150, subrequests: 1 };

/** What D1 has been told: all that there is, as much as one event may tell, or not what it was to be told. */
export type Told = 'all' | 'some' | 'failed';

interface ProjectingContext {
  readonly db: D1Database;
  readonly retentionDays: number;
  readonly arm: () => Promise<void>;
}

/** Brings D1 up to date, piece by piece: no more in one event than D1 gives to one. */
export class Projecting {
  readonly #state: ObjectState;
  readonly #context: ProjectingContext;
  /** Projections go one after the other, so that an older one never lands on a newer one. */
  #last: Promise<Told> = Promise.resolve('all');
  #told: Told = 'all';

  constructor(state: ObjectState, context: ProjectingContext) {
    this.#state = state;
    this.#context = context;
  }

  /** Whether nothing failed, but more is left than one event may use of D1: the alarm goes on soon. */
  get more(): boolean {
    return this.#told === 'some';
  }

  /** Never throws: what failed is done again by the alarm. */
  project(): Promise<Told> {
    this.#last = this.#last.then(() => this.#now());
    return this.#last;
  }

  async #now(): Promise<Told> {
    const { pauses } = this.#state;
    try {
      this.#told = await this.#share(new Invocation(A_SHARE));
      pauses.succeeded('projection');
    } catch (error) {
      this.#told = 'failed';
      pauses.failed('projection', Date.now());
      const job = this.#state.job();
      log('projection-failed', { ccid: job?.ccid, job: job?.id, error });
    }
    if (this.#state.unprojected()) await this.#context.arm();
    return this.#told;
  }

  /** Projects as long as the share lasts; what is left stays unprojected. */
  #share(share: Invocation): Promise<Told> {
    const db = countedDatabase(this.#context.db);
    return share.run(async () => {
      for (;;) {
        const pending = this.#state.unprojected();
        if (!pending) return 'all';
        if (!share.has(A_PROJECTION)) return 'some';
        await project(db, projectionOf(this.#state, pending, this.#context.retentionDays));
        this.#state.projected(pending);
      }
    });
  }
}
