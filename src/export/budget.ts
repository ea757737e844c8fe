import { invocation, type Allowance } from '../platform/invocation.ts';

/**
 * What a slice must still have of its invocation to go on with another page: the page, what it makes of volumes, and the
 * hand-over. A record of 100 MB takes 25 reads, and in volumes of 64 KB some 2,200 uploads of two calls, each told to the object.
 */
const A_PAGE: Allowance = { statements: 20, subrequests: 7_000 };
/** And to complete another volume: its calls with every try, renewals while it is read, and the hand-over. */
const A_VOLUME: Allowance = { statements: 0, subrequests: 100 };

/** A tail of at most this size is written for less than it costs to fill the part up. */
const SMALL_TAIL_BYTES = 1024 * 1024;

/**
 * When a slice stops: after a number of pages, after a time, or before its invocation has used up what the platform gives. Once the time is over it goes on for up to half as long,
 * looking for a moment in which little sealed data has to wait in a tail.
 */
export class Budget {
  readonly #now: () => number;
  readonly #deadline: number;
  readonly #latest: number;
  #pages: number;

  constructor(limits: { milliseconds: number; pages: number }, now: () => number) {
    this.#now = now;
    this.#deadline = now() + limits.milliseconds;
    this.#latest = this.#deadline + limits.milliseconds / 2;
    this.#pages = limits.pages;
  }

  page(): void {
    this.#pages -= 1;
  }

  used(tailBytes: number): boolean {
    if (this.#pages <= 0 || !invocation().has(A_PAGE)) return true;
    const now = this.#now();
    return now >= this.#latest || (now >= this.#deadline && tailBytes <= SMALL_TAIL_BYTES);
  }

  /** Whether another step may begin at all. */
  get over(): boolean {
    return this.#pages <= 0 || !invocation().has(A_PAGE) || this.#now() >= this.#deadline;
  }

  /** Whether another volume may be completed. */
  get hasForVolume(): boolean {
    return invocation().has(A_VOLUME);
  }
}
