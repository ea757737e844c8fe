import { and, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { invocation } from '../../platform/invocation.ts';
import { countRows } from './in-index-order.ts';
import { aheadOf, behind, orderBy, type Position, type Scan } from './list.ts';

/**
 * Matches that one statement brings. The longest titles that there can be make 14 KB each when folded, 35 MB; those of
 * every day make less than 1 MB.
 */
const CHUNK = 2_500;

/** Left for sorting the rest and counting it, with every try, and for the rows of the page. */
const TO_SORT = { statements: 30, subrequests: 30 };

/**
 * Finds the first `keep` positions of an order that no index has, counts all rows if asked, and reads each row once.
 * `scan` is by an index that begins with the contact center and the tie. SQLite would read every match again from its
 * sorter, and twice more to count it; so the index is walked in its own order, and what may still be among the first is
 * kept here. Holds `keep` and CHUNK positions. Keys of rows that are behind the last one kept stay in the database, and
 * so do the rows where they need not be counted. What the invocation has no statements for any more, 2.5 million rows at
 * least, the database sorts itself.
 */
export async function firstInOrder(
  db: D1Database,
  scan: Scan,
  { after, keep, counting }: { after: Position | null; keep: number; counting: boolean },
): Promise<{ readonly positions: readonly Position[]; readonly count: number }> {
  const compare = comparison(scan.descending);
  let rest: Scan = { ...scan, where: and(scan.where, behind(scan, after)) };
  let positions: Position[] = [];
  let count = 0;
  for (;;) {
    if (!invocation().has(TO_SORT)) {
      const left = await sortRest(db, rest, { keep, counting });
      return {
        positions: [...positions, ...left.positions].toSorted(compare).slice(0, keep),
        count: count + left.count,
      };
    }
    const worst = positions.length < keep ? null : (positions.at(-1) ?? null);
    const found = await readChunk(db, rest, { worst, counting });
    count += found.length;
    positions = [...positions, ...found.filter((row) => row.key !== null)].toSorted(compare).slice(0, keep);
    const last = found.at(-1);
    if (!last || found.length < CHUNK) return { positions, count };
    const reached = { key: last.tie, tie: last.tie };
    rest = {
      ...scan,
      where: and(scan.where, behind(scan, after), behind({ ...scan, key: scan.tie }, reached)),
    };
  }
}

/** The first of what a walk has not seen, and how many there are, in a statement each. */
async function sortRest(
  db: D1Database,
  scan: Scan,
  { keep, counting }: { keep: number; counting: boolean },
): Promise<{ readonly positions: readonly Position[]; readonly count: number }> {
  const positions = await drizzle(db).all<Position>(sql`
    SELECT ${scan.key} AS "key", ${scan.tie} AS "tie" FROM ${scan.from}
    WHERE ${scan.where} ORDER BY ${orderBy(scan)} LIMIT ${keep}`);
  return { positions, count: counting ? await countRows(db, scan) : 0 };
}

/** The next matches in the order of the tie; without the key where that is behind the worst one that is kept. */
function readChunk(
  db: D1Database,
  scan: Scan,
  { worst, counting }: { worst: Position | null; counting: boolean },
): Promise<(Position | { readonly key: null; readonly tie: Position['tie'] })[]> {
  const { from, key, tie } = scan;
  const better = worst ? aheadOf(scan, worst) : undefined;
  const shown = better && counting ? sql`CASE WHEN ${better} THEN ${key} END` : sql`${key}`;
  const where = and(scan.where, counting ? undefined : better);
  return drizzle(db).all(sql`
    SELECT ${shown} AS "key", ${tie} AS "tie" FROM ${from}
    WHERE ${where} ORDER BY ${orderBy({ ...scan, key: tie })} LIMIT ${CHUNK}`);
}

const comparison = (descending: boolean) => (left: Position, right: Position) =>
  (compareValues(left.key, right.key) || compareValues(left.tie, right.tie)) * (descending ? -1 : 1);

/** As SQLite's BINARY collation compares: numbers by value, texts by their UTF-8. The values of one column have one type. */
function compareValues(left: string | number, right: string | number): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return Number(left) - Number(right);
}

/** UTF-8 and UTF-16 differ in one thing: the surrogates of what is above U+FFFF stand before U+E000. */
function compareTexts(left: string, right: string): number {
  if (/[\ud800-\udfff]/.test(left + right)) return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : Number(left > right);
}
