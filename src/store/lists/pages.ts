import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** What a list was asked for: where it starts, how many items, in which order. */
export interface PageRequest<Order extends string> {
  readonly from: number;
  readonly size: number;
  /** The key of the order; ties are broken by id in the same direction. */
  readonly order: Order;
  readonly descending: boolean;
  /** The position to go on behind: null for the first page by cursor, absent for a list without cursor. */
  readonly after?: Position | null;
}

/** How many rows match, and the asked ones in bounded pages that are read as they are pulled. */
export interface Listing<Row> {
  /** Null where a list by cursor, which shows no count, would have to count. */
  readonly count: number | null;
  readonly pages: Pages<Row>;
}

/** Pages of rows. A list by cursor ends with the position of its last row where more rows follow. */
export type Pages<Row> = AsyncGenerator<readonly Row[], Position | null>;

/** The sort key and the id of a row: where the next page goes on. */
export interface Position {
  readonly key: string | number;
  readonly tie: string | number;
}

/** One page to read: behind `after` (null: from the beginning), `offset` rows skipped, `limit` rows at most. */
export interface PageWindow {
  readonly after: Position | null;
  readonly offset: number;
  readonly limit: number;
}

/** Rows of one page at most. Readers keep the page's bytes bounded as well. */
const PAGE_ROWS = 1_000;

/**
 * The asked rows page by page. Only the first page skips rows by number (`from` allows nothing else); every other one
 * goes on behind the last row seen, so that rows added meanwhile neither repeat nor hide another. By cursor one row more
 * is asked for, which tells whether any follows.
 */
export async function* keysetPages<Row extends Position>(
  request: Pick<PageRequest<string>, 'from' | 'size' | 'after'>,
  read: (window: PageWindow) => Promise<readonly Row[]>,
): Pages<Row> {
  const byCursor = request.after !== undefined;
  let left = request.size;
  let after = request.after ?? null;
  let offset = request.from;
  while (left > 0) {
    const limit = Math.min(byCursor ? left + 1 : left, PAGE_ROWS);
    const rows: readonly Row[] = await read({ after, offset, limit });
    const asked = rows.slice(0, left);
    const last = asked.at(-1);
    if (!last) return null;
    yield asked;
    left -= asked.length;
    after = { key: last.key, tie: last.tie };
    offset = 0;
    if (left > 0 || !byCursor) continue;
    const follows = rows.length > asked.length || (await read({ after, offset, limit: 1 })).length > 0;
    return follows ? after : null;
  }
  return null;
}

/** The columns that order a list, as SQL for one page of it. */
export interface Ordering {
  readonly key: SQLWrapper;
  readonly tie: SQLWrapper;
  readonly descending: boolean;
}

/** `ORDER BY` of the ordering. */
export const orderBy = ({ key, tie, descending }: Ordering): SQL =>
  descending ? sql`${key} DESC, ${tie} DESC` : sql`${key}, ${tie}`;

/** The rows behind a position, as a row value so that an index on both columns serves it. */
export function behind({ key, tie, descending }: Ordering, after: Position | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${key}, ${tie}) ${sql.raw(descending ? '<' : '>')} (${after.key}, ${after.tie})`;
}
