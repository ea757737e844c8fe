import type { State } from './world.ts';

/** Numbers of 32 bits that one state takes. */
const WORDS = 3;

/** States in the order in which they came, each once: an open hash over packed numbers, about 30 bytes a state. */
export class StateSet {
  #words = new Int32Array(WORDS << 16);
  #places = new Int32Array(1 << 18).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  at(index: number): State {
    const { one, two, three } = this.#packed(index);
    return {
      a: one & 0xffff,
      b: one >>> 16,
      kept: two & 0xfffff,
      late: two >>> 20,
      queue: three & 0xff,
      abandoned: (three >>> 8) & 0xff,
      left: three >>> 16,
    };
  }

  /** The index of a state, which is new when it is the last one's. */
  add({ a, b, kept, late, queue, abandoned, left }: State): number {
    if (Math.max(a, b) > 0xffff || kept > 0xfffff || late > 0xfff || Math.max(queue, abandoned) > 0xff)
      throw new RangeError('more is known than a packed state can name');
    const one = a | (b << 16);
    const two = kept | (late << 20);
    const three = queue | (abandoned << 8) | (left << 16);
    const place = this.#placeOf(one, two, three);
    const known = this.#places[place] ?? -1;
    if (known >= 0) return known;
    return this.#append(place, [one, two, three]);
  }

  #packed(index: number): { one: number; two: number; three: number } {
    const words = this.#words;
    const at = index * WORDS;
    return { one: words[at] ?? 0, two: words[at + 1] ?? 0, three: words[at + 2] ?? 0 };
  }

  #append(place: number, words: readonly number[]): number {
    const index = this.#size;
    this.#size += 1;
    if (this.#words.length < this.#size * WORDS) this.#words = grown(this.#words);
    this.#words.set(words, index * WORDS);
    this.#places[place] = index;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return index;
  }

  /** Where a state stands, or would. */
  #placeOf(one: number, two: number, three: number): number {
    const mask = this.#places.length - 1;
    for (let place = hash(one, two, three) & mask; ; place = (place + 1) & mask) {
      const index = this.#places[place] ?? -1;
      if (index < 0) return place;
      const at = index * WORDS;
      if (this.#words[at] === one && this.#words[at + 1] === two && this.#words[at + 2] === three)
        return place;
    }
  }

  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(-1);
    for (let index = 0; index < this.#size; index += 1) {
      const { one, two, three } = this.#packed(index);
      this.#places[this.#placeOf(one, two, three)] = index;
    }
  }
}

function hash(one: number, two: number, three: number): number {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35);
  const folded = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return folded ^ (folded >>> 13);
}

export function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(array.length * 2);
  next.set(array);
  return next;
}
