/** A place that somebody has in a gate. */
export interface Held {
  /** Whoever is still at work says so now and then: a place of which nobody has spoken for HELD_MS is free. */
  renew(): void;
  /** Gives the place back; may be called again. */
  leave(): void;
}

/** The platform ends a request whose sender is gone without another word, and its `finally` never runs. */
const HELD_MS = 120_000;
/** The first pause between two looks of somebody who waits; the longer one waits, the longer they are. */
const LOOK_MS = 10;
const LONGER = 1 / 8;
/** After how long without a look nobody waits there any more. */
const LOST_MS = 10_000;

/** What somebody who waits may say: how long at most, in milliseconds, and whom to tell that it does. */
interface Patience {
  readonly milliseconds: number;
  readonly meanwhile?: () => void;
}

/**
 * Lets in what fits together into the memory of one isolate, by weight. Whoever comes first is let in whatever the weight; others
 * while the sum stays within the budget. Those who wait stand in a line and look for themselves: no request
 * is woken by another one, which may be gone.
 */
export class Gate {
  readonly #budget: number;
  readonly #now: () => number;
  readonly #places = new Map<Held, { readonly weight: number; until: number }>();
  readonly #line: { seen: number }[] = [];

  constructor(budget: number, now: () => number = Date.now) {
    this.#budget = budget;
    this.#now = now;
  }

  /** A place at once, or null where there is none. */
  tryEnter(weight: number): Held | null {
    this.#forget();
    const held = [...this.#places.values()].reduce((sum, place) => sum + place.weight, 0);
    if (this.#places.size > 0 && held + weight > this.#budget) return null;
    const place: Held = { renew: () => this.#renew(place), leave: () => this.#places.delete(place) };
    this.#places.set(place, { weight, until: this.#now() + HELD_MS });
    return place;
  }

  /** A place as soon as there is one and nobody stands before; null where that takes too long. */
  async enter(weight: number, { milliseconds, meanwhile }: Patience): Promise<Held | null> {
    const since = this.#now();
    const self = { seen: since };
    this.#line.push(self);
    try {
      for (;;) {
        self.seen = this.#now();
        this.#forget();
        const place = this.#line[0] === self ? this.tryEnter(weight) : null;
        if (place || self.seen - since >= milliseconds) return place;
        meanwhile?.();
        await scheduler.wait(LOOK_MS + (self.seen - since) * LONGER);
      }
    } finally {
      this.#line.splice(this.#line.indexOf(self), 1);
    }
  }

  #renew(place: Held): void {
    const held = this.#places.get(place);
    if (held) held.until = this.#now() + HELD_MS;
  }

  #forget(): void {
    const now = this.#now();
    for (const [place, { until }] of this.#places) if (until <= now) this.#places.delete(place);
    while (this.#line[0] && this.#line[0].seen + LOST_MS <= now) this.#line.shift();
  }
}
