import { kindCode } from '../../../src/records/kinds.ts';
import { keysetOf, type KeyRow } from './keyset.ts';
import type { LargeRow } from './large-line.ts';
import { CARRIED_TEXT } from './page-text.ts';
import type { Cursor } from '../../../src/model/cursor.ts';
import type { EntryTotals, Scope } from '../../../src/records/source/source.ts';
import { mediaValue } from './totals.ts';

/** Where a page begins: after a record of an entry, or with its first one. */
export interface PageStart {
  readonly scope: Scope;
  readonly entry: EntryTotals;
  readonly after: Cursor | null;
}

/** A row of a page: its key, and its text as page-text.ts says. Not parsed by zod: that would take a tenth of the page's time. */
export type TextRow = KeyRow & { readonly text: string };

/**
 * The first record after the cursor whose text lies in R2, and the rows before it, `rows` of them at most. Texts of more
 * than `share` bytes are left out.
 */
export async function selectPage(
  db: D1Database,
  start: PageStart,
  limits: { readonly rows: number; readonly share: number },
) {
  const [first, second] = await db.batch(pageStatements(db, start, limits));
  if (!first || !second) throw new Error('D1 answered less than it was asked');
  // Both casts: pageStatements names these columns, and no row of the large index is without an object.
  const large = (first.results[0] ?? null) as (KeyRow & LargeRow) | null;
  const rows = second.results as readonly TextRow[];
  return { large, rows };
}

/**
 * The keyset queries. The second ends before the record that the first one finds, by a bound of the index itself, so that
 * no row is read by two pages. It names no column that nobody needs: each costs a twentieth of the page's time.
 */
function pageStatements(
  db: D1Database,
  { scope, entry, after }: PageStart,
  limits: { readonly rows: number; readonly share: number },
) {
  const { index, largeIndex, order, begin, values, end } = keysetOf(scope, after);
  const media = mediaValue(scope.media);
  const conditions = ['ccid = ? AND kind = ? AND entity = ?', ...begin];
  const bound = [scope.ccid, kindCode(entry.kind), entry.entity, ...values];
  if (media !== null) {
    conditions.push('media IN (SELECT value FROM json_each(?))');
    bound.push(media);
  }
  const where = conditions.join(' AND ');
  const last = end.map(() => '?').join(', ');
  const firstLarge = (columns: string) =>
    `SELECT ${columns} FROM records INDEXED BY ${largeIndex}
    WHERE ${where} AND object IS NOT NULL AND (${order}) < (${last}) ORDER BY ${order} LIMIT 1`;
  return [
    db.prepare(firstLarge('n, change, date, owner, id, size, object')).bind(...bound, ...end),
    // No other upper bound stands beside this one: SQLite might read the index up to that.
    db
      .prepare(
        `SELECT ${order}, ${CARRIED_TEXT} AS text FROM records INDEXED BY ${index}
        WHERE ${where} AND (${order}) < (
          SELECT * FROM (SELECT * FROM (${firstLarge(order)}) UNION ALL SELECT ${last}) ORDER BY ${order} LIMIT 1)
        ORDER BY ${order} LIMIT ?`,
      )
      .bind(limits.share, ...bound, ...bound, ...end, ...end, limits.rows),
  ];
}

/** Texts by the numbers of their rows, however large. */
export async function selectTexts(
  db: D1Database,
  numbers: readonly number[],
): Promise<readonly { readonly n: number; readonly text: string }[]> {
  const { results } = await db
    .prepare(`SELECT n, ${CARRIED_TEXT} AS text FROM records WHERE n IN (SELECT value FROM json_each(?))`)
    .bind(Number.MAX_SAFE_INTEGER, JSON.stringify(numbers))
    .all<{ readonly n: number; readonly text: string }>();
  return results;
}
