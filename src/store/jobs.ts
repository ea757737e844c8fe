import { and, eq, sql, type SQL } from 'drizzle-orm';
import { SCHEDULE_TYPES, SOURCES } from '../model/job.ts';
import { DATA_TYPES } from '../model/records.ts';
import { contains, oneOf, selfLabelled } from './filters.ts';
import type { Listing, PageRequest } from './pages.ts';
import { jobs } from './schema.ts';
import { findView, listViews, type ViewRow } from './views.ts';

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
export function listJobs(
  db: D1Database,
  ccid: string,
  { filter, page }: { filter: JobFilter; page: PageRequest<JobOrder> },
): Promise<Listing<ViewRow>> {
  const matches = and(
    contains(jobs.titleFolded, filter.title),
    oneOf(jobs.type, selfLabelled(DATA_TYPES), filter.type),
    oneOf(jobs.source, SOURCES, filter.source),
    oneOf(jobs.scheduleType, selfLabelled(SCHEDULE_TYPES), filter.scheduleType),
    filter.suspended === undefined ? undefined : eq(jobs.suspended, filter.suspended),
  );
  return listViews(db, ccid, { table: jobs, matches, key: JOB_ORDERS[page.order], page });
}

/** One job as JSON text (`JobView`), or null when the contact center has none of this id. */
export const findJob = (db: D1Database, ccid: string, id: number): Promise<string | null> =>
  findView(db, ccid, { table: jobs, id });
