import { AsyncLocalStorage } from 'node:async_hooks';

/** What one invocation of the Worker, or one event of an object, may still use of the platform. */
export interface Allowance {
  /** D1 statements; of a batch each counts, and so does each try. */
  readonly statements: number;
  /** Calls of D1, R2, queues and objects. */
  readonly subrequests: number;
}

/** The platform's limits: D1's of queries an invocation, and wrangler.toml's of subrequests. */
export const PLATFORM_ALLOWANCE: Allowance = { statements: 1_000, subrequests: 10_000 };

/**
 * The budget of one invocation. Nobody counts by hand: the bindings do (`counted.ts`), and spend of the invocation in which they
 * are called. Whoever may need many calls asks it before each step, and stops or hands over in time: what the platform refuses
 * comes as a fault in the middle of something.
 */
export class Invocation {
  readonly #parent: Invocation | null;
  #left: { statements: number; subrequests: number };

  constructor(allowance: Allowance = PLATFORM_ALLOWANCE, parent: Invocation | null = null) {
    this.#left = { ...allowance };
    this.#parent = parent;
  }

  spend({ statements, subrequests }: Allowance): void {
    this.#left.statements -= statements;
    this.#left.subrequests -= subrequests;
    this.#parent?.spend({ statements, subrequests });
  }

  /** Whether as much is left. */
  has({ statements = 0, subrequests = 0 }: Partial<Allowance>): boolean {
    return this.#left.statements >= statements && this.#left.subrequests >= subrequests;
  }

  /** A part of what is left, of which something may use no more, however much it finds to do. It is spent of the whole, too. */
  part(share: number): Invocation {
    const { statements, subrequests } = this.#left;
    const of = (left: number) => Math.max(0, Math.floor(left * share));
    return new Invocation({ statements: of(statements), subrequests: of(subrequests) }, this);
  }

  /** Does something in this invocation, with all that follows of it. */
  run<T>(call: () => T): T {
    return current.run(this, call);
  }
}

const current = new AsyncLocalStorage<Invocation>();

/** The invocation in which this is asked. Outside of any, one that has spent nothing. */
export const invocation = (): Invocation => current.getStore() ?? new Invocation();

/** A function that whoever calls it later, a stream for one, calls in the invocation in which it was made. */
export const inThisInvocation = <A extends unknown[], T>(call: (...args: A) => T): ((...args: A) => T) =>
  AsyncLocalStorage.bind(call);
