import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkItem, WorkKind } from '../model/work.ts';

/** What one invocation of the Worker, or one event of an object, may still use of the platform. */
export interface Allowance {
  /** D1 statements; of a batch each counts, and so does each try. */
  readonly statements: number;
  /** Calls of D1, R2, queues and objects. */
  readonly subrequests: number;
}

/** Who pays for an invocation, and under what. */
interface Account {
  readonly ccid: string;
  readonly kind: WorkKind;
}
type Used = Record<Exclude<WorkItem, 'invocations' | 'milliseconds'>, number>;
const NOTHING_USED: Readonly<Used> = {
  d1RowsRead: 0,
  d1RowsWritten: 0,
  r2ClassA: 0,
  r2ClassB: 0,
  queueOperations: 0,
  objectRequests: 0,
};

/** The platform's limits: D1's of queries an invocation, and wrangler.toml's of subrequests. */
export const PLATFORM_ALLOWANCE: Allowance = { statements: 1_000, subrequests: 10_000 };

/**
 * The budget of one invocation. Nobody counts by hand: the bindings do (`counted.ts`), and spend of the invocation in which they
 * are called. Whoever may need many calls asks it before each step, and stops or hands over in time: what the platform refuses
 * comes as a fault in the middle of something.
 */
export class Invocation {
  /** For which contact center it works, and at what; null where it is for none, or for many. */
  #account: Account | null = null;
  #used: Used = NOTHING_USED;
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

  /** Calls and rows of what is billed, for whoever it works. */
  use(more: Partial<Used>): void {
    if (this.#parent) return this.#parent.use(more);
    const used = { ...this.#used };
    // The keys of the table are all the items.
    for (const item of Object.keys(NOTHING_USED) as (keyof Used)[]) used[item] += more[item] ?? 0;
    this.#used = used;
  }

  get used(): Readonly<Used> {
    return this.#used;
  }

  /** Says for whom it works; the last one who says so is right. */
  workFor(account: Account): void {
    if (this.#parent) this.#parent.workFor(account);
    else this.#account = account;
  }

  get account(): Account | null {
    return this.#account;
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
