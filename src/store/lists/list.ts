import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { invocation } from '../../platform/invocation.ts';

/** What a list is asked for: where it starts, how many rows, in which order. */
export interface ListRequest<Order extends string> {
  readonly from: number;
  readonly size: number;
  /** The name of the order; ties are broken by id in the same direction. */
  readonly order: Order;
  readonly descending: boolean;
  /** The position to go on behind: null for the first page by cursor, absent for a list without cursor. */
  readonly after?: Position | null;
}

/** How many rows match (null by cursor, which shows no count), and the asked ones in bounded pages, read as they are pulled. */
export interface List<Row> {
  readonly count: number | null;
  readonly pages: Pages<Row>;
}

/**
 * Pages of rows. A list ends with the position of its last row where more rows follow: by cursor, and where the invocation cannot
 * read all that was asked for.
 */
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

/** What reading another page takes, with every try. Where it takes more (`firstInOrder`) it asks for itself. */
const A_PAGE = { statements: 50, subrequests: 50 };

/** Rows of a first page, and of a later one, at most. The first is on its way soon, the others cost few statements. */
export const FIRST_ROWS = 101;
export const PAGE_ROWS = 1_000;

/**
 * The asked rows page by page. Only the first page skips rows by number (`from` allows nothing else); every other one
 * goes on behind the last row seen, so that rows added meanwhile neither repeat nor hide another. By cursor one row more
 * is asked for, which tells whether any follows. `read` may answer fewer rows than there are, but not none. Before the
 * invocation runs out of statements the list ends, with the position where another one goes on.
 */
export async function* keysetPages<Row extends Position>(
  request: Pick<ListRequest<string>, 'from' | 'size' | 'after'>,
  read: (window: PageWindow) => Promise<readonly Row[]>,
): Pages<Row> {
  const byCursor = request.after !== undefined;
  let left = request.size;
  let window = { after: request.after ?? null, offset: request.from, limit: FIRST_ROWS };
  while (left > 0) {
    const rows: readonly Row[] = await read({
      ...window,
      limit: Math.min(byCursor ? left + 1 : left, window.limit),
    });
    const asked = rows.slice(0, left);
    const last = asked.at(-1);
    if (!last) return null;
    yield asked;
    left -= asked.length;
    const after = { key: last.key, tie: last.tie };
    window = { after, offset: 0, limit: PAGE_ROWS };
    if (left > 0 && !invocation().has(A_PAGE)) return after;
    if (left > 0 || !byCursor) continue;
    const follows = rows.length > asked.length || (await read({ ...window, limit: 1 })).length > 0;
    return follows ? after : null;
  }
  return null;
}

/** The columns that order a list. */
interface Ordering {
  readonly key: SQLWrapper;
  readonly tie: SQLWrapper;
  readonly descending: boolean;
}

/** Rows of a list, by an index of their table: what to read, which of it, and the order of the list. */
export interface Scan extends Ordering {
  readonly from: SQL;
  readonly where: SQL | undefined;
}

/** `ORDER BY` of the ordering. */
export const orderBy = ({ key, tie, descending }: Ordering): SQL =>
  descending ? sql`${key} DESC, ${tie} DESC` : sql`${key}, ${tie}`;

/** The rows behind a position, as a row value so that an index on both columns serves it. */
export const behind = (ordering: Ordering, position: Position | null): SQL | undefined =>
  position ? beside(ordering, position, !ordering.descending) : undefined;

/** The rows before a position. */
export const aheadOf = (ordering: Ordering, position: Position): SQL =>
  beside(ordering, position, ordering.descending);

const beside = ({ key, tie }: Ordering, position: Position, above: boolean): SQL =>
  sql`(${key}, ${tie}) ${sql.raw(above ? '>' : '<')} (${position.key}, ${position.tie})`;
