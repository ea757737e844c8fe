import type { Happening } from './scheduler.ts';

/** Something that happens at a time, once. */
export interface Planned extends Happening {
  readonly at: number;
}

/** What is planned. */
export class Agenda {
  #planned: readonly Planned[] = [];

  get planned(): readonly Planned[] {
    return this.#planned;
  }

  at(at: number, label: string, act: () => void): void {
    const planned: Planned = {
      at,
      label,
      happen: () => {
        this.#planned = this.#planned.filter((item) => item !== planned);
        act();
      },
    };
    this.#planned = [...this.#planned, planned];
  }
}
