/** A place that somebody has in a gate. */
export interface Held {
  /** Whoever is still at work says so now and then: a place of which nobody has spoken for HELD_MS is free. */
  renew(): void;
  /** Gives the place back; may be called again. */
  leave(): void;
}

/** The platform ends a request whose sender is gone without another word, and its `finally` never runs. */
const HELD_MS = 120_000;
/** Pause between two looks of whoever stands first in the line; one who stands further behind looks as much more seldom. */
const LOOK_MS = 10;
const FURTHEST = 25;
/** After how long without a look nobody waits there any more. */
const LOST_MS = 10_000;

/** Names whose last turn is known. */
const KNOWN = 1_000;

/** What somebody who waits may say: for whom, how long at most, in milliseconds, and whom to tell that it does. */
interface Patience {
  readonly who?: string;
  readonly milliseconds: number;
  readonly meanwhile?: () => void;
}

/** `share` is what all places of one name may weigh together, but for the first of them; the whole budget unless given. */
interface GateOptions {
  readonly share?: number;
  readonly now?: () => number;
}

interface Waiting {
  readonly who: string;
  seen: number;
}

interface Place {
  readonly weight: number;
  readonly who: string;
  until: number;
}

/**
 * Lets in what fits together into the memory of one isolate, by weight. Whoever comes first is let in whatever the weight; others
 * while the sum stays within the budget, and what one name has of it within its share. Those who wait are let in name by name, in
 * turns, and of one name in the order in which they came. They look for themselves: no request is woken by another one, which
 * may be gone.
 */
export class Gate {
  readonly #budget: number;
  readonly #share: number;
  readonly #now: () => number;
  readonly #places = new Map<Held, Place>();
  #line: Waiting[] = [];
  /** The number of the last turn of each name, the oldest first. */
  readonly #turns = new Map<string, number>();
  #turn = 0;

  constructor(budget: number, { share = budget, now = Date.now }: GateOptions = {}) {
    this.#budget = budget;
    this.#share = share;
    this.#now = now;
  }

  /** A place at once, or null where there is none. */
  tryEnter(weight: number, who = ''): Held | null {
    this.#forget();
    if (this.#places.size > 0 && this.#held() + weight > this.#budget) return null;
    const own = this.#held(who);
    if (own > 0 && own + weight > this.#share) return null;
    const place: Held = { renew: () => this.#renew(place), leave: () => this.#places.delete(place) };
    this.#places.set(place, { weight, who, until: this.#now() + HELD_MS });
    return place;
  }

  /** A place as soon as there is one and nobody comes before; null where that takes too long. */
  async enter(weight: number, { who = '', milliseconds, meanwhile }: Patience): Promise<Held | null> {
    const since = this.#now();
    const self: Waiting = { who, seen: since };
    this.#line.push(self);
    try {
      for (;;) {
        self.seen = this.#now();
        this.#forget();
        // One that could not look for long was taken for lost, and stands last.
        if (!this.#line.includes(self)) this.#line.push(self);
        const before = this.#before(self);
        const place = before === 0 ? this.tryEnter(weight, who) : null;
        if (place) this.#noteTurn(who);
        if (place || self.seen - since >= milliseconds) return place;
        meanwhile?.();
        await scheduler.wait(LOOK_MS * Math.min(before + 1, FURTHEST));
      }
    } finally {
      this.#line = this.#line.filter((waiting) => waiting !== self);
    }
  }

  /** How many come before one of the line: those whose name had its last turn longer ago, and earlier ones of as long ago. */
  #before(self: Waiting): number {
    const lastTurn = ({ who }: Waiting) => this.#turns.get(who) ?? 0;
    const at = this.#line.indexOf(self);
    const own = lastTurn(self);
    return this.#line.filter(
      (other, index) => lastTurn(other) < own || (lastTurn(other) === own && index < at),
    ).length;
  }

  #noteTurn(who: string): void {
    this.#turns.delete(who);
    this.#turns.set(who, ++this.#turn);
    for (const known of this.#turns.keys()) if (this.#turns.size > KNOWN) this.#turns.delete(known);
  }

  /** What all places weigh, or those of one name. */
  #held(who?: string): number {
    let sum = 0;
    for (const place of this.#places.values())
      if (who === undefined || place.who === who) sum += place.weight;
    return sum;
  }

  #renew(place: Held): void {
    const held = this.#places.get(place);
    if (held) held.until = this.#now() + HELD_MS;
  }

  #forget(): void {
    const now = this.#now();
    for (const [place, { until }] of this.#places) if (until <= now) this.#places.delete(place);
    this.#line = this.#line.filter(({ seen }) => seen + LOST_MS > now);
  }
}
