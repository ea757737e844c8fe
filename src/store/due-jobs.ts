import { and, asc, isNotNull, lte } from 'drizzle-orm';
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

/**
 * Jobs behind an id that D1 shows in progress, or with files on their way into a customer's bucket, in order: one query over the two
 * indexes that hold no others.
 */
export async function activeJobs(
  db: D1Database,
  after: number,
  limit: number,
): Promise<readonly Omit<DueJob, 'due'>[]> {
  const { results } = await db
    .prepare(
      `SELECT ccid, id FROM (SELECT ccid, id FROM jobs INDEXED BY jobs_active
          WHERE status IN ('QUEUED', 'IN_PROGRESS') AND id > ?1 ORDER BY id LIMIT ?2)
        UNION SELECT ccid, id FROM (SELECT DISTINCT ccid, job_id AS id FROM runs INDEXED BY runs_delivering
          WHERE view ->> '$.delivery.state' IN ('waiting', 'delivering') AND job_id > ?1 ORDER BY job_id LIMIT ?2)
        ORDER BY id LIMIT ?2`,
    )
    .bind(after, limit)
    .all<Omit<DueJob, 'due'>>();
  return results;
}
