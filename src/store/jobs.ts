import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES } from '../model/export-type.ts';
import { SCHEDULE_TYPES } from '../model/schedule.ts';
import { contains, exactly, oneOf, ofType, type TypeFilter } from './lists/filters.ts';
import type { List, ListRequest } from './lists/list.ts';
import { among, inOrder, selectRows, type SelectedRow } from './lists/select-rows.ts';
import { byIndex, findView, listViews, type ViewRow } from './lists/views.ts';
import { jobs } from './schema.ts';
import { jobCounts } from './schema-lists.ts';

/** What a list of jobs can be ordered by; a job that never started comes before those that did. */
export const JOB_ORDERS = {
  id: jobs.id,
  createdDate: jobs.createdAt,
  startedAt: sql`coalesce(${jobs.startedAt}, -1)`,
  title: jobs.titleFolded,
  status: jobs.status,
  type: jobs.type,
  source: jobs.source,
  fileName: jobs.fileNameFolded,
  fileSize: jobs.fileSize,
  size: jobs.fileSize,
  scheduleType: jobs.scheduleType,
} as const satisfies Record<string, SQLWrapper>;
export type JobOrder = keyof typeof JOB_ORDERS;

/** Filters of a list of jobs; all "contains" without case but `suspended`. */
export interface JobFilter extends TypeFilter {
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly scheduleType?: string | undefined;
  readonly suspended?: boolean | undefined;
}

/** The contact center's jobs that match, as v10 answers them. */
export async function listJobs(
  db: D1Database,
  ccid: string,
  { filter, request }: { filter: JobFilter; request: ListRequest<JobOrder> },
): Promise<List<ViewRow>> {
  const where = and(
    eq(jobs.ccid, ccid),
    ...conditions(jobs, filter),
    contains(jobs.titleFolded, filter.title),
  );
  const ordering = { key: JOB_ORDERS[request.order], tie: jobs.id, descending: request.descending };
  const narrow = { from: byIndex(jobs, 'jobs_narrow'), where, ...ordering };
  const count = filter.title === undefined ? await countJobs(db, ccid, filter) : null;
  const walks = request.order === 'id' ? [narrow] : null;
  return listViews(db, ccid, { request, list: { table: jobs, narrow, walks, count } });
}

/** A filter, and where rows were picked one by one the ids of these. */
export type JobSelection = JobFilter & { readonly ids?: readonly number[] | undefined };

/** Ids of at most `limit` jobs that match, the newest first. */
export const selectJobs = (
  db: D1Database,
  ccid: string,
  { filter, limit }: { filter: JobSelection; limit: number },
): Promise<readonly (number | string)[]> => {
  const chosen = and(contains(jobs.titleFolded, filter.title), among(jobs.id, filter.ids));
  const where = and(eq(jobs.ccid, ccid), ...conditions(jobs, filter), chosen);
  const newest = { key: jobs.id, tie: jobs.id, descending: true };
  return selectRows(db, { from: byIndex(jobs, 'jobs_narrow'), where, ...newest }, limit);
};

/** The titles of these jobs. */
export const jobTitles = async (
  db: D1Database,
  ccid: string,
  ids: readonly (number | string)[],
): Promise<readonly SelectedRow[]> =>
  inOrder(
    ids,
    await drizzle(db)
      .select({ id: jobs.id, title: jobs.title })
      .from(jobs)
      .where(and(among(jobs.id, ids), eq(jobs.ccid, ccid))),
  );

/** The filters that counters know too. */
const conditions = (table: typeof jobs | typeof jobCounts, filter: JobFilter): (SQL | undefined)[] => [
  ofType(table.type, filter),
  oneOf(table.source, SOURCES, filter.source),
  oneOf(table.scheduleType, SCHEDULE_TYPES, filter.scheduleType),
  exactly(table.suspended, filter.suspended),
];

/** How many jobs the contact center has; of a filter's words all but the title's. */
export async function countJobs(
  db: D1Database,
  ccid: string,
  filter: Omit<JobFilter, 'title'>,
): Promise<number> {
  // At most one row for each type, source, schedule type and state: 36.
  const row = await drizzle(db)
    .select({ jobs: sql<number>`coalesce(sum(${jobCounts.jobs}), 0)` })
    .from(jobCounts)
    .where(and(eq(jobCounts.ccid, ccid), ...conditions(jobCounts, filter)))
    .get();
  return row?.jobs ?? 0;
}

/** One job as JSON text (`JobView`), or null when the contact center has none of this id. */
export const findJob = (db: D1Database, ccid: string, id: number): Promise<string | null> =>
  findView(db, ccid, { table: jobs, id });

/** Which of these jobs the contact center has. */
export async function knownJobs(
  db: D1Database,
  ccid: string,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const wanted = sql`${jobs.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await drizzle(db)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(wanted, eq(jobs.ccid, ccid)));
  return new Set(rows.map(({ id }) => id));
}
