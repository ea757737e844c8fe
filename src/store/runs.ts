import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES } from '../model/export-type.ts';
import { STATUS_LABELS } from '../model/status.ts';
import { contains, exactly, oneOf, ofType, type TypeFilter } from './lists/filters.ts';
import type { List, ListRequest, Scan } from './lists/list.ts';
import { among, inOrder, selectRows, type SelectedRow } from './lists/select-rows.ts';
import { byIndex, findView, listViews, type ViewRow } from './lists/views.ts';
import { runs } from './schema.ts';
import { runCounts } from './schema-lists.ts';

/** What the history can be ordered by; a run that never started comes before those that did. */
export const RUN_ORDERS = {
  id: runs.id,
  createdDate: runs.createdAt,
  startedAt: sql`coalesce(${runs.startedAt}, -1)`,
  title: runs.titleFolded,
  status: runs.status,
  type: runs.type,
  source: runs.source,
  fileName: runs.fileNameFolded,
  fileSize: runs.fileSize,
  size: runs.fileSize,
} as const satisfies Record<string, SQLWrapper>;
export type RunOrder = keyof typeof RUN_ORDERS;

/** Filters of the history; all "contains" without case but `jobId`. */
export interface RunFilter extends TypeFilter {
  readonly jobId?: number | undefined;
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly title?: string | undefined;
  readonly fileName?: string | undefined;
}

/**
 * The contact center's history items that match, as v10 answers them. A page by id or creation costs about its own rows,
 * whatever there is beside them; filters of title and file name, and other orders, see each narrow row once.
 */
export async function listRuns(
  db: D1Database,
  ccid: string,
  { filter, request }: { filter: RunFilter; request: ListRequest<RunOrder> },
): Promise<List<ViewRow>> {
  const { order } = request;
  const where = matching(ccid, filter);
  const ordering = { key: RUN_ORDERS[order], tie: runs.id, descending: request.descending };
  const narrow = { from: byIndex(runs, 'runs_narrow'), where, ...ordering };
  const list = { table: runs, narrow };
  if (filter.title !== undefined || filter.fileName !== undefined) {
    const walks = order === 'id' ? [narrow] : null;
    return listViews(db, ccid, { request, list: { ...list, walks, count: null } });
  }
  const kinds = await matchingKinds(db, ccid, filter);
  const count = kinds.reduce((sum, kind) => sum + kind.runs, 0);
  const rows = order === 'id' || order === 'createdDate' ? walksOf(ccid, filter, { kinds, order }) : null;
  const walks = rows && rows.map((walk) => ({ ...walk, ...ordering }));
  return listViews(db, ccid, { request, list: { ...list, walks, count } });
}

/** A filter, and where rows were picked one by one the ids of these. */
export type RunSelection = RunFilter & { readonly ids?: readonly number[] | undefined };

/** Ids of at most `limit` history items that match, the newest first. Sees each narrow row once. */
export const selectRuns = (
  db: D1Database,
  ccid: string,
  { filter, limit }: { filter: RunSelection; limit: number },
): Promise<readonly (number | string)[]> => {
  const where = and(matching(ccid, filter), among(runs.id, filter.ids));
  const newest = { key: runs.id, tie: runs.id, descending: true };
  return selectRows(db, { from: byIndex(runs, 'runs_narrow'), where, ...newest }, limit);
};

/** The titles of these history items. */
export const runTitles = async (
  db: D1Database,
  ccid: string,
  ids: readonly (number | string)[],
): Promise<readonly SelectedRow[]> =>
  inOrder(
    ids,
    await drizzle(db)
      .select({ id: runs.id, title: runs.title })
      .from(runs)
      .where(and(among(runs.id, ids), eq(runs.ccid, ccid))),
  );

const matching = (ccid: string, filter: RunFilter): SQL | undefined =>
  and(
    ...conditions(runs, ccid, filter),
    exactly(runs.jobId, filter.jobId),
    contains(runs.titleFolded, filter.title),
    contains(runs.fileNameFolded, filter.fileName),
  );

/** The filters that counters know too. */
const conditions = (
  table: typeof runs | typeof runCounts,
  ccid: string,
  filter: RunFilter,
): (SQL | undefined)[] => [
  eq(table.ccid, ccid),
  ofType(table.type, filter),
  oneOf(table.status, STATUS_LABELS, filter.status),
  oneOf(table.source, SOURCES, filter.source),
];

type RunKind = Pick<typeof runCounts.$inferSelect, 'type' | 'status' | 'runs'>;

/** Types and statuses of the runs that pass the filter, and how many there are of each. */
function matchingKinds(db: D1Database, ccid: string, filter: RunFilter): Promise<RunKind[]> {
  // At most one row for each type, status and source: 18.
  return drizzle(db)
    .select({ type: runCounts.type, status: runCounts.status, runs: sql<number>`sum(${runCounts.runs})` })
    .from(runCounts)
    .where(and(eq(runCounts.jobId, filter.jobId ?? 0), ...conditions(runCounts, ccid, filter)))
    .groupBy(runCounts.type, runCounts.status);
}

/** One walk, or one for each kind, by the index whose columns are those compared for equality, then those of the order. */
function walksOf(
  ccid: string,
  { jobId, type, status, source }: RunFilter,
  { kinds, order }: { kinds: readonly RunKind[]; order: 'id' | 'createdDate' },
): readonly Pick<Scan, 'from' | 'where'>[] {
  const whole = type === undefined && status === undefined;
  const job = jobId === undefined ? '' : '_job';
  const name = `runs_by${job}${whole ? '' : '_kind'}${order === 'createdDate' ? '_created' : ''}`;
  const from = byIndex(runs, name === 'runs_by' ? 'runs_narrow' : name);
  const ofJob = and(eq(runs.ccid, ccid), exactly(runs.jobId, jobId), oneOf(runs.source, SOURCES, source));
  if (whole) return [{ from, where: ofJob }];
  return kinds.map((kind) => ({
    from,
    where: and(ofJob, eq(runs.type, word(kind.type)), eq(runs.status, word(kind.status))),
  }));
}

/** A type or status as it stands in a query: D1 binds a hundred values at most, and there are as many walks as types and statuses. */
function word(name: string): SQL {
  if (!/^\w+$/.test(name)) throw new Error('types and statuses are words');
  return sql.raw(`'${name}'`);
}

/** One history item as JSON text (`RunView`), or null when the contact center has none of this id. */
export const findRun = (db: D1Database, ccid: string, id: number): Promise<string | null> =>
  findView(db, ccid, { table: runs, id });

/** The jobs of runs, by the runs' ids: an indexed row each. Runs that the contact center does not have are missing. */
export async function findJobsOfRuns(
  db: D1Database,
  ccid: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = sql`${runs.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await drizzle(db)
    .select({ id: runs.id, jobId: runs.jobId })
    .from(runs)
    .where(and(wanted, eq(runs.ccid, ccid)));
  return new Map(rows.map(({ id, jobId }) => [id, jobId]));
}

/** The job of a run, by the run's id: one indexed row. Null when the contact center has no such run. */
export async function findJobOfRun(db: D1Database, ccid: string, id: number): Promise<number | null> {
  const row = await drizzle(db)
    .select({ jobId: runs.jobId })
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.ccid, ccid)))
    .get();
  return row?.jobId ?? null;
}
