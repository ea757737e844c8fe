/** Numbers that look random and depend on the seed and the label alone. Not for secrets. */
export interface Random {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number from `low` to `high`, both inclusive. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The generator for one label, say one record: its numbers do not depend on what was generated before it. */
export function randomOf(seed: number, label: string): Random {
  let state = hashOf(`${seed}/${label}`);
  // mulberry32: 32 bits of state, enough for text.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}

/** An id of 16 characters for a label: four that tell the kind, then digits and capital letters. */
export function idOf(seed: number, kind: string, label: string): string {
  const random = randomOf(seed, `id/${kind}/${label}`);
  // Two generators, because 32 bits of state alone would repeat ids after some ten thousand records.
  const other = randomOf(hashOf(label) ^ seed, kind);
  let id = kind;
  while (id.length < 16) id += ALPHABET[(id.length % 2 ? random : other).integer(0, 35)];
  return id;
}

/** FNV-1a with a final mix (murmur3's), 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
