import { grown } from './state-set.ts';

/** Ways from state to state that took no fault, and which states have an end ahead of them. */
export class Ways {
  #from = new Int32Array(1 << 18);
  #to = new Int32Array(1 << 18);
  #count = 0;

  add(from: number, to: number): void {
    if (this.#count === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    this.#from[this.#count] = from;
    this.#to[this.#count] = to;
    this.#count += 1;
  }

  /** The first of `size` states from which no way leads to an end; -1 when there is none. */
  withoutEnd(size: number, isEnd: (state: number) => boolean): number {
    const { starts, sources } = this.#backwards(size);
    const led = new Uint8Array(size);
    const stack: number[] = [];
    const reach = (state: number): void => {
      if (led[state] === 1) return;
      led[state] = 1;
      stack.push(state);
    };
    for (let state = 0; state < size; state += 1) if (isEnd(state)) reach(state);
    for (let state = stack.pop(); state !== undefined; state = stack.pop())
      for (const source of sources.subarray(starts[state], starts[state + 1])) reach(source);
    return led.indexOf(0);
  }

  /** Where the ways to each state come from: `sources` from `starts[state]` to `starts[state + 1]`. */
  #backwards(size: number): { starts: Int32Array; sources: Int32Array } {
    const starts = new Int32Array(size + 2);
    const tos = this.#to.subarray(0, this.#count);
    for (const to of tos) starts[to + 2] = (starts[to + 2] ?? 0) + 1;
    for (let state = 2; state <= size; state += 1)
      starts[state] = (starts[state] ?? 0) + (starts[state - 1] ?? 0);
    const sources = new Int32Array(this.#count);
    // Filling moves each start on to its state's end, which is the start of the next.
    for (let way = 0; way < this.#count; way += 1) {
      const to = this.#to[way] ?? 0;
      const at = starts[to + 1] ?? 0;
      sources[at] = this.#from[way] ?? 0;
      starts[to + 1] = at + 1;
    }
    return { starts, sources };
  }
}
