import { and, asc, gt, inArray, isNotNull, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { jobs } from './schema.ts';

/** A job of any contact center whose start is due. These two queries are the clock's own: they serve every center. */
export interface DueJob {
  readonly ccid: string;
  readonly id: number;
  readonly due: Instant;
}

/** Jobs whose start is due at `now`, the longest overdue first: one query over the index of starts. */
export async function dueJobs(db: D1Database, now: Instant, limit: number): Promise<readonly DueJob[]> {
  const rows = await drizzle(db)
    .select({ ccid: jobs.ccid, id: jobs.id, due: jobs.nextStartsAt })
    .from(jobs)
    .where(and(isNotNull(jobs.nextStartsAt), lte(jobs.nextStartsAt, now)))
    .orderBy(asc(jobs.nextStartsAt))
    .limit(limit);
  return rows.flatMap(({ due, ...job }) => (due === null ? [] : [{ ...job, due }]));
}

/** Jobs behind an id that D1 shows in progress, in order: one query over the index of active jobs, which holds no others. */
export const activeJobs = (db: D1Database, after: number, limit: number) =>
  drizzle(db)
    .select({ ccid: jobs.ccid, id: jobs.id })
    .from(jobs)
    .where(and(inArray(jobs.status, ['QUEUED', 'IN_PROGRESS']), gt(jobs.id, after)))
    .orderBy(asc(jobs.id))
    .limit(limit);
