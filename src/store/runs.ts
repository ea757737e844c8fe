import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES, STATUS_LABELS } from '../model/job.ts';
import { DATA_TYPES } from '../model/records.ts';
import { contains, oneOf, selfLabelled } from './filters.ts';
import type { Listing, PageRequest } from './pages.ts';
import { runs } from './schema.ts';
import { findView, listViews, type ViewRow } from './views.ts';

/** What the history can be ordered by (semantics.md, "Lists"); a run that never started comes before those that did. */
export const RUN_ORDERS = {
  id: sql`${runs.id}`,
  createdDate: sql`${runs.createdAt}`,
  startedAt: sql`coalesce(${runs.startedAt}, -1)`,
  title: sql`${runs.titleFolded}`,
  status: sql`${runs.status}`,
  type: sql`${runs.type}`,
  source: sql`${runs.source}`,
  fileName: sql`${runs.fileNameFolded}`,
  fileSize: sql`${runs.fileSize}`,
  size: sql`${runs.fileSize}`,
} as const satisfies Record<string, SQL>;
export type RunOrder = keyof typeof RUN_ORDERS;

/** Filters of the history; all "contains" without case but `jobId`. */
export interface RunFilter {
  readonly jobId?: number | undefined;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly fileName?: string | undefined;
}

/** The contact center's history items that match, as v10 answers them. */
export function listRuns(
  db: D1Database,
  ccid: string,
  { filter, page }: { filter: RunFilter; page: PageRequest<RunOrder> },
): Promise<Listing<ViewRow>> {
  const matches = and(
    filter.jobId === undefined ? undefined : eq(runs.jobId, filter.jobId),
    contains(runs.titleFolded, filter.title),
    contains(runs.fileNameFolded, filter.fileName),
    oneOf(runs.type, selfLabelled(DATA_TYPES), filter.type),
    oneOf(runs.status, STATUS_LABELS, filter.status),
    oneOf(runs.source, SOURCES, filter.source),
  );
  return listViews(db, ccid, { table: runs, matches, key: RUN_ORDERS[page.order], page });
}

/** One history item as JSON text (`RunView`), or null when the contact center has none of this id. */
export const findRun = (db: D1Database, ccid: string, id: number): Promise<string | null> =>
  findView(db, ccid, { table: runs, id });

/** The job of a run, by the run's id: one indexed row. Null when the contact center has no such run. */
export async function findJobOfRun(db: D1Database, ccid: string, id: number): Promise<number | null> {
  const row = await drizzle(db)
    .select({ jobId: runs.jobId })
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.ccid, ccid)))
    .get();
  return row?.jobId ?? null;
}
