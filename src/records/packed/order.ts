import type { Instant } from '../../model/instant.ts';

/** Where a record stands in its entry: by date, then the owner's id ("" of owners), then its own. */
export interface RecordKey {
  readonly date: Instant;
  readonly owner: string;
  readonly id: string;
}

const SURROGATES = 0xd800;
const BEHIND_SURROGATES = 0xe000;

/** The order of two texts by their bytes in UTF-8, as SQLite has it. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates before U+E000 to U+FFFF; the characters that they stand for come behind. */
function rank(unit: number): number {
  if (unit < SURROGATES) return unit;
  return unit >= BEHIND_SURROGATES ? unit - 0x800 : unit + 0x2000;
}

/** The order of an entry. */
export const compareKeys = (a: RecordKey, b: RecordKey): number =>
  a.date - b.date || compareTexts(a.owner, b.owner) || compareTexts(a.id, b.id);
