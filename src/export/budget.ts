/** A tail of at most this size is written for less than it costs to fill the part up. */
const SMALL_TAIL_BYTES = 1024 * 1024;

/**
 * When a slice stops: after a number of pages, or after a time. Once the time is over it goes on for up to half as long,
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
    if (this.#pages <= 0) return true;
    const now = this.#now();
    return now >= this.#latest || (now >= this.#deadline && tailBytes <= SMALL_TAIL_BYTES);
  }

  /** Whether another step may begin at all. */
  get over(): boolean {
    return this.#pages <= 0 || this.#now() >= this.#deadline;
  }
}
