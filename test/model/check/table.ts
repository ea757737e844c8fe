/** Gives equal things one small number, so that a state is a few numbers and what was worked out once is found again. */
export class Table<T> {
  readonly #ids = new Map<string, number>();
  readonly #items: T[] = [];

  id(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#items.length);
    return this.#items.push(item) - 1;
  }

  at(id: number): T {
    // Ids are given out by `id` alone.
    return this.#items[id]!;
  }
}

/** A function of one or two ids, each of whose values is worked out once. */
export function remembered<T>(work: (one: number, other: number) => T): (one: number, other?: number) => T {
  const values: T[][] = [];
  return (one, other = 0) => {
    const row = (values[one] ??= []);
    let value = row[other];
    if (value === undefined) row[other] = value = work(one, other);
    return value;
  };
}
