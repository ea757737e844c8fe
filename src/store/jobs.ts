import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES } from '../model/export-type.ts';
import { SCHEDULE_TYPES } from '../model/schedule.ts';
import { DATA_TYPES } from '../model/records.ts';
import { contains, oneOf, selfLabelled } from './lists/filters.ts';
import type { Listing, PageRequest } from './lists/pages.ts';
import { jobs } from './schema.ts';
import { jobCounts } from './schema-lists.ts';
import { findView, listViews, type ViewRow } from './lists/views.ts';

/** What a list of jobs can be ordered by (semantics.md, "Lists"); a job that never started comes before those that did. */
export const JOB_ORDERS = {
  id: sql`${jobs.id}`,
  createdDate: sql`${jobs.createdAt}`,
  startedAt: sql`coalesce(${jobs.startedAt}, -1)`,
  title: sql`${jobs.titleFolded}`,
  status: sql`${jobs.status}`,
  type: sql`${jobs.type}`,
  source: sql`${jobs.source}`,
  fileName: sql`${jobs.fileNameFolded}`,
  fileSize: sql`${jobs.fileSize}`,
  size: sql`${jobs.fileSize}`,
  scheduleType: sql`${jobs.scheduleType}`,
} as const satisfies Record<string, SQL>;
export type JobOrder = keyof typeof JOB_ORDERS;

/** Filters of a list of jobs; all "contains" without case but `suspended`. */
export interface JobFilter {
  readonly title?: string | undefined;
  readonly type?: string | undefined;
  readonly source?: string | undefined;
  readonly scheduleType?: string | undefined;
  readonly suspended?: boolean | undefined;
}

/** The contact center's jobs that match, as v10 answers them. */
export async function listJobs(
  db: D1Database,
  ccid: string,
  { filter, page }: { filter: JobFilter; page: PageRequest<JobOrder> },
): Promise<Listing<ViewRow>> {
  const matches = and(conditions(jobs, filter), contains(jobs.titleFolded, filter.title));
  const count = filter.title === undefined ? await countJobs(db, ccid, filter) : null;
  const key = JOB_ORDERS[page.order];
  return listViews(db, ccid, { table: jobs, narrow: 'jobs_narrow', matches, key, page, count });
}

/** The filters that counters know too. */
const conditions = (table: typeof jobs | typeof jobCounts, filter: JobFilter): SQL | undefined =>
  and(
    oneOf(table.type, selfLabelled(DATA_TYPES), filter.type),
    oneOf(table.source, SOURCES, filter.source),
    oneOf(table.scheduleType, selfLabelled(SCHEDULE_TYPES), filter.scheduleType),
    filter.suspended === undefined ? undefined : eq(table.suspended, filter.suspended),
  );

async function countJobs(db: D1Database, ccid: string, filter: JobFilter): Promise<number> {
  // At most one row for each type, source, schedule type and state: 24.
  const row = await drizzle(db)
    .select({ jobs: sql<number>`coalesce(sum(${jobCounts.jobs}), 0)` })
    .from(jobCounts)
    .where(and(eq(jobCounts.ccid, ccid), conditions(jobCounts, filter)))
    .get();
  return row?.jobs ?? 0;
}

/** One job as JSON text (`JobView`), or null when the contact center has none of this id. */
export const findJob = (db: D1Database, ccid: string, id: number): Promise<string | null> =>
  findView(db, ccid, { table: jobs, id });
