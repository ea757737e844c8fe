import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SOURCES } from '../model/export-type.ts';
import { STATUS_LABELS } from '../model/status.ts';
import { DATA_TYPES } from '../model/records.ts';
import { contains, oneOf, selfLabelled } from './lists/filters.ts';
import { keysetPages, type Listing, type PageRequest } from './lists/pages.ts';
import { matchingKinds } from './lists/run-kinds.ts';
import { readRunPage } from './lists/run-page.ts';
import { runs } from './schema.ts';
import { findView, listViews, SMALL_PAGE, type ViewRow } from './lists/views.ts';

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

/**
 * The contact center's history items that match, as v10 answers them. A small page by id or creation costs about its
 * own rows, whatever there is beside them; filters of title and file name see each narrow row once.
 */
export async function listRuns(
  db: D1Database,
  ccid: string,
  { filter, page }: { filter: RunFilter; page: PageRequest<RunOrder> },
): Promise<Listing<ViewRow>> {
  const { kinds, all } = await matchingKinds(db, ccid, filter);
  const searched = filter.title !== undefined || filter.fileName !== undefined;
  const count = searched ? null : kinds.reduce((sum, kind) => sum + kind.runs, 0);
  const { order } = page;
  if (count !== null && page.size < SMALL_PAGE && (order === 'id' || order === 'createdDate')) {
    const query = { jobId: filter.jobId, kinds: all ? null : kinds, order, descending: page.descending };
    return { count, pages: keysetPages(page, (window) => readRunPage(db, ccid, { ...query, window })) };
  }
  const key = RUN_ORDERS[order];
  return listViews(db, ccid, {
    table: runs,
    narrow: 'runs_narrow',
    matches: conditions(filter),
    key,
    page,
    count,
  });
}

const conditions = (filter: RunFilter): SQL | undefined =>
  and(
    filter.jobId === undefined ? undefined : eq(runs.jobId, filter.jobId),
    oneOf(runs.type, selfLabelled(DATA_TYPES), filter.type),
    oneOf(runs.status, STATUS_LABELS, filter.status),
    oneOf(runs.source, SOURCES, filter.source),
    contains(runs.titleFolded, filter.title),
    contains(runs.fileNameFolded, filter.fileName),
  );

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
