import { StorageDouble } from '../doubles/storage.ts';
import type { Happening, Scheduler } from './scheduler.ts';
import { begin, Life } from './tasks.ts';

/** An object in memory: what it is called with. */
type Instance = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
export type ObjectClass = new (ctx: DurableObjectState, env: never) => object;

/** What an object is made of. */
interface Made {
  readonly of: ObjectClass;
  readonly env: unknown;
}

/** A retried alarm comes so much later. */
const ALARM_RETRY_MS = 2_000;

/** One object: its storage, and what of it is in memory, if anything is. */
export class ObjectSlot {
  readonly name: string;
  readonly storage = new StorageDouble();
  readonly #made: Made;
  readonly #scheduler: Scheduler;
  #life: Life | null = null;
  #instance: Instance | null = null;
  #alarmRuns = false;

  constructor(name: string, made: Made, scheduler: Scheduler) {
    this.name = name;
    this.#made = made;
    this.#scheduler = scheduler;
  }

  get inMemory(): boolean {
    return this.#life !== null;
  }

  /** Begins one event. The promise never settles where the object's memory ends before; `reset` is called then. */
  event(method: string, args: readonly unknown[], reset: () => void): Promise<unknown> {
    const life = (this.#life ??= new Life(this.name));
    const work = begin(life, async () => {
      const instance = this.#present();
      return structuredClone(await instance[method]?.(...args));
    });
    life.outlived(work, reset);
    return work;
  }

  /** The memory is gone: whoever waits for an answer is told, nothing else goes on. */
  reset(): void {
    const life = this.#life;
    this.#life = null;
    this.#instance = null;
    life?.end();
  }

  /** The alarm that can ring now. */
  alarms(): readonly Happening[] {
    const { alarm } = this.storage;
    if (alarm === null || alarm > this.#scheduler.now || this.#alarmRuns) return [];
    return [{ label: `alarm of ${this.name}`, happen: () => this.#ring() }];
  }

  get nextAlarm(): number | null {
    return this.#alarmRuns ? null : this.storage.alarm;
  }

  #ring(): void {
    this.storage.alarm = null;
    this.#alarmRuns = true;
    const over = (): void => void (this.#alarmRuns = false);
    // An alarm that did not come to its end rings again.
    const again = (): void => {
      over();
      this.storage.alarm ??= this.#scheduler.now + ALARM_RETRY_MS;
    };
    this.event('alarm', [], again).then(over, again);
  }

  #present(): Instance {
    if (this.#instance) return this.#instance;
    const ctx = {
      storage: this.storage.binding,
      id: { name: this.name, toString: () => this.name },
      waitUntil: () => undefined,
      blockConcurrencyWhile: <T>(work: () => Promise<T>) => work(),
    };
    // What the service's objects use of their state; their methods are its classes' own.
    const made = new this.#made.of(ctx as unknown as DurableObjectState, this.#made.env as never);
    this.#instance = made as unknown as Instance;
    return this.#instance;
  }
}
