import { and, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Ordering, Position } from './pages.ts';

/**
 * Matches that one statement brings. The longest titles that there can be make 14 KB each when folded, 35 MB; those of
 * every day make less than 1 MB.
 */
const CHUNK = 2_500;

/** Rows among which the first of an order are looked for. */
export interface Candidates {
  /** What to read, by an index that begins with the contact center and the tie. */
  readonly from: SQL;
  readonly where: SQL | undefined;
  readonly ordering: Ordering;
}

/** The first rows of an order, and how many there are in all. */
export interface TopRows {
  readonly count: number;
  readonly rows: readonly Position[];
}

/**
 * Finds the first `keep` rows of an order and counts all of them, and reads each one once. SQLite would read every match again
 * from its sorter, and twice more to count it; so the index is walked in its own order, and what may still be among the first
 * is kept here. Holds `keep` and CHUNK positions. Keys of rows that are behind the last one kept stay in the database.
 */
export async function topRows(db: D1Database, query: Candidates, keep: number): Promise<TopRows> {
  const compare = inOrder(query.ordering.descending);
  let rows: Position[] = [];
  let count = 0;
  let after: Position['tie'] | null = null;
  for (;;) {
    const worst = rows.length < keep ? null : (rows.at(-1) ?? null);
    const found: Found[] = await drizzle(db).all<Found>(chunk(query, { after, worst }));
    count += found.length;
    rows = [...rows, ...found.filter(isCandidate)].toSorted(compare).slice(0, keep);
    const last = found.at(-1);
    if (!last || found.length < CHUNK) return { count, rows };
    after = last.tie;
  }
}

/** A match; without its key where that is behind the worst row that is kept. */
interface Found {
  readonly key: Position['key'] | null;
  readonly tie: Position['tie'];
}
const isCandidate = (row: Found): row is Position => row.key !== null;

function chunk(
  { from, where, ordering: { key, tie, descending } }: Candidates,
  { after, worst }: { after: Position['tie'] | null; worst: Position | null },
): SQL {
  const better = sql.raw(descending ? '>' : '<');
  const shown = worst
    ? sql`CASE WHEN (${key}, ${tie}) ${better} (${worst.key}, ${worst.tie}) THEN ${key} END`
    : sql`${key}`;
  const further = after === null ? undefined : sql`${tie} > ${after}`;
  return sql`
    SELECT ${shown} AS "key", ${tie} AS "tie" FROM ${from}
    WHERE ${and(where, further)} ORDER BY ${tie} LIMIT ${CHUNK}`;
}

const inOrder = (descending: boolean) => (left: Position, right: Position) =>
  (compareValues(left.key, right.key) || compareValues(left.tie, right.tie)) * (descending ? -1 : 1);

/** As SQLite's BINARY collation compares: numbers by value, texts by their UTF-8. The values of one column have one type. */
function compareValues(left: string | number, right: string | number): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return Number(left) - Number(right);
}

/** UTF-8 and UTF-16 differ in one thing: the surrogates of what is above U+FFFF stand before U+E000. */
function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = weight(left.charCodeAt(at)) - weight(right.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
