import { AsyncLocalStorage } from 'node:async_hooks';

/** What is in the memory of one isolate or object: it may end at any moment, and nothing of it goes on then. */
export class Life {
  readonly name: string;
  #ended = false;
  readonly #mourners = new Set<() => void>();

  constructor(name: string) {
    this.name = name;
  }

  get ended(): boolean {
    return this.#ended;
  }

  end(): void {
    this.#ended = true;
    for (const mourner of this.#mourners) mourner();
    this.#mourners.clear();
  }

  /** Calls back when this life ends before `work` does, and then alone. */
  outlived(work: Promise<unknown>, orphaned: () => void): void {
    if (this.#ended) return orphaned();
    this.#mourners.add(orphaned);
    const over = (): void => void this.#mourners.delete(orphaned);
    work.then(over, over);
  }
}

/** Something that goes on: one request, one message, one event of an object. */
export interface Task {
  readonly life: Life;
  /** D1 statements so far. */
  statements: number;
}

const running = new AsyncLocalStorage<Task>();

/** Begins something in a life of its own. */
export const begin = <T>(life: Life, work: () => T): T => running.run({ life, statements: 0 }, work);

/** What goes on here; null outside of the simulation's tasks. */
export const currentTask = (): Task | null => running.getStore() ?? null;
