import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { PageWindow } from './pages.ts';
import { behind, orderBy } from './pages.ts';
import type { RunKind } from './run-kinds.ts';
import { runs } from '../schema.ts';
import type { ViewRow } from './views.ts';

/** D1 takes five terms in a compound SELECT. */
const TERMS = 5;

/** A small page of history items by id or creation. */
interface RunPage {
  readonly jobId: number | undefined;
  /** Null: of every kind. */
  readonly kinds: readonly RunKind[] | null;
  readonly order: 'id' | 'createdDate';
  readonly descending: boolean;
  readonly window: PageWindow;
}

/**
 * Reads one page from indexes in its order. For each kind of run a walk over the index of its own, which SQLite merges
 * lazily: a page of n rows reads n and one for each walk. More than five walks are merged in groups, then here.
 */
export async function readRunPage(db: D1Database, ccid: string, page: RunPage): Promise<ViewRow[]> {
  if (page.kinds === null) return drizzle(db).all<ViewRow>(sql`${walk(ccid, page, null)} ${tail(page)}`);
  const groups: SQL[] = [];
  // Rows are skipped after the last merge, so each group gives them too.
  const { limit, offset } = page.window;
  const each =
    page.kinds.length > TERMS
      ? { ...page, window: { ...page.window, limit: limit + offset, offset: 0 } }
      : page;
  for (let at = 0; at < page.kinds.length; at += TERMS) {
    const walks = page.kinds.slice(at, at + TERMS).map((kind) => walk(ccid, page, kind));
    groups.push(sql`${sql.join(walks, sql` UNION ALL `)} ${tail(each)}`);
  }
  const rows = await Promise.all(groups.map((group) => drizzle(db).all<ViewRow>(group)));
  if (rows.length < 2) return rows[0] ?? [];
  return rows
    .flat()
    .toSorted(comparison(page.descending))
    .slice(offset, offset + limit);
}

/** The rows of one kind, or all of them, in the order of an index that begins with what is compared for equality. */
function walk(ccid: string, { jobId, order, descending, window }: RunPage, kind: RunKind | null): SQL {
  const key = order === 'id' ? runs.id : runs.createdAt;
  const after = behind({ key, tie: runs.id, descending }, window.after);
  const job = jobId === undefined ? sql`` : sql` AND ${runs.jobId} = ${jobId}`;
  const same = kind ? sql` AND ${runs.type} = ${kind.type} AND ${runs.status} = ${kind.status}` : sql``;
  return sql`
    SELECT ${key} AS "key", ${runs.id} AS "tie", ${runs.view} AS "view"
    FROM ${runs} INDEXED BY ${sql.identifier(indexOf(jobId !== undefined, kind !== null, order))}
    WHERE ${runs.ccid} = ${ccid}${job}${same}${after ? sql` AND ${after}` : sql``}`;
}

/** The index whose columns are those compared for equality, then those of the order. */
function indexOf(ofJob: boolean, ofKind: boolean, order: RunPage['order']): string {
  const name = `runs_by${ofJob ? '_job' : ''}${ofKind ? '_kind' : ''}${order === 'createdDate' ? '_created' : ''}`;
  return name === 'runs_by' ? 'runs_narrow' : name;
}

const tail = ({ descending, window }: RunPage): SQL => {
  const order = orderBy({ key: sql`"key"`, tie: sql`"tie"`, descending });
  return sql`ORDER BY ${order} LIMIT ${window.limit} OFFSET ${window.offset}`;
};

/** Both keys are numbers here: ids and instants. */
const comparison =
  (descending: boolean) =>
  (left: ViewRow, right: ViewRow): number =>
    (Number(left.key) - Number(right.key) || left.tie - right.tie) * (descending ? -1 : 1);
