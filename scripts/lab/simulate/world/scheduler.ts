import type { Random } from '../../../generate/random.ts';
import { currentTask, Life } from './tasks.ts';

/** Something that can happen now. */
export interface Happening {
  readonly label: string;
  readonly happen: () => void;
}

/** Something that can happen from a time on. */
interface Timer extends Happening {
  readonly at: number;
  readonly life: Life;
}

/** Something that waits for its turn, as part of a life. A call that was sent may arrive though its life has ended. */
interface Waiting extends Happening {
  readonly life: Life;
  readonly isSent: boolean;
}

/** Milliseconds that one step takes at most. */
const STEP_MS = 12;
/** How often time runs ahead though there is something to do, and how far at most: calls are slow now and then. */
const SLOW = 0.012;
const SLOW_MS = 25_000;
/** How many of the calls that were sent arrive though whoever sent them is gone. */
const SENT = 0.35;
/** Lines of the trace that are kept, where not all are. */
const TRACE_LINES = 400;

/**
 * Time, and what happens next: one thing at a time, drawn by lot from all that can. Whoever calls waits here for its turn; while
 * anybody computes, nothing else happens.
 */
export class Scheduler {
  readonly random: Random;
  now: number;
  steps = 0;
  /** Whether the whole trace is kept. */
  keepsAll = false;
  /** What happened, or the last of it. */
  readonly trace: string[] = [];
  #waiting: Waiting[] = [];
  #timers: Timer[] = [];

  constructor(random: Random, now: number) {
    this.random = random;
    this.now = now;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && this.#timers.length === 0;
  }

  /** Waits in the life of whoever calls. */
  wait(label: string, happen: () => void, life: Life = currentTask()?.life ?? NOBODY): void {
    this.#waiting.push({ label, happen, life, isSent: false });
  }

  /** The same of a call on its way. */
  send(label: string, happen: () => void): void {
    this.#waiting.push({ label, happen, life: currentTask()?.life ?? NOBODY, isSent: true });
  }

  after(ms: number, happen: () => void): Timer {
    const timer = {
      label: 'timer',
      happen,
      at: this.now + Math.ceil(Math.max(0, ms)),
      life: currentTask()?.life ?? NOBODY,
    };
    this.#timers.push(timer);
    return timer;
  }

  forget(timer: unknown): void {
    this.#timers = this.#timers.filter((item) => item !== timer);
  }

  note(text: string): void {
    this.trace.push(`${new Date(this.now).toISOString().slice(8, 23)} ${text}`);
    if (!this.keepsAll && this.trace.length > TRACE_LINES * 2) this.trace.splice(0, TRACE_LINES);
  }

  /** Lets one thing happen: of what waits, of timers, or of `others`; false when there is nothing before `nextOther`. */
  step(others: readonly Happening[], nextOther: number | null): boolean {
    this.#waiting = this.#waiting.flatMap((item) => this.#survives(item));
    this.#timers = this.#timers.filter(({ life }) => !life.ended);
    const due = this.#timers.filter(({ at }) => at <= this.now);
    const choices = [...this.#waiting, ...due, ...others];
    const next = Math.min(
      ...this.#timers.filter(({ at }) => at > this.now).map(({ at }) => at),
      nextOther ?? Infinity,
    );
    if (choices.length === 0) {
      if (next === Infinity) return false;
      this.now = next;
      return true;
    }
    if (this.random.next() < SLOW) {
      this.now += this.random.integer(1, SLOW_MS);
      return true;
    }
    const chosen = choices[this.random.integer(0, choices.length - 1)]!; // there is one
    this.#waiting = this.#waiting.filter((item) => item !== chosen);
    this.forget(chosen);
    this.now += this.random.integer(0, STEP_MS);
    this.steps += 1;
    this.note(chosen.label);
    chosen.happen();
    return true;
  }

  #survives(item: Waiting): readonly Waiting[] {
    if (!item.life.ended) return [item];
    return item.isSent && this.random.next() < SENT
      ? [{ ...item, label: `late: ${item.label}`, life: NOBODY }]
      : [];
  }
}

/** The life of what nobody's end stops. */
const NOBODY = new Life('nobody');
