import { and, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { artifacts, jobs, runs } from './schema.ts';

/**
 * Rows that a D1 which was set back shows although their job's object knows nothing of them: nobody could delete them, and
 * their starts would be due for ever. The object is the authority; what it does not have goes.
 */

/** Removes a job that is none any more, with its history items and artifacts. */
export async function forgetJob(d1: D1Database, ccid: string, id: number): Promise<void> {
  const db = drizzle(d1);
  await db.batch([
    db.delete(jobs).where(and(eq(jobs.ccid, ccid), eq(jobs.id, id))),
    db.delete(runs).where(and(eq(runs.ccid, ccid), eq(runs.jobId, id))),
    db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), eq(artifacts.jobId, id))),
  ]);
}

/** Removes a history item that its job does not have, with its artifacts. */
export async function forgetRun(d1: D1Database, ccid: string, id: number): Promise<void> {
  const db = drizzle(d1);
  await db.batch([
    db.delete(runs).where(and(eq(runs.ccid, ccid), eq(runs.id, id))),
    db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), eq(artifacts.historyId, id))),
  ]);
}

/** Removes the history items of a job that are not among `ids`, with their artifacts. */
export async function keepRuns(
  d1: D1Database,
  ccid: string,
  { jobId, ids }: { readonly jobId: number; readonly ids: readonly number[] },
): Promise<void> {
  const db = drizzle(d1);
  const known = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  await db.batch([
    db.delete(runs).where(and(eq(runs.ccid, ccid), eq(runs.jobId, jobId), sql`${runs.id} NOT IN ${known}`)),
    db
      .delete(artifacts)
      .where(
        and(
          eq(artifacts.ccid, ccid),
          eq(artifacts.jobId, jobId),
          sql`${artifacts.historyId} NOT IN ${known}`,
        ),
      ),
  ]);
}

/** Jobs that D1 shows behind an id, of any contact center: a restore looks at each. */
export const jobsShown = (d1: D1Database, after: number, limit: number) =>
  drizzle(d1)
    .select({ ccid: jobs.ccid, id: jobs.id })
    .from(jobs)
    .where(gt(jobs.id, after))
    .orderBy(jobs.id)
    .limit(limit);
