import { and, eq, gt, lte, not, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { artifacts, jobs, runs } from './schema.ts';

/**
 * Rows that a D1 which was set back shows although their job's object knows nothing of them: nobody could delete them, and
 * their starts would be due for ever. The object is the authority; what it does not have goes.
 */

/** Removes jobs that are none any more, with their history items and artifacts; however many, in three statements. */
export async function forgetJobs(d1: D1Database, ccid: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = drizzle(d1);
  await db.batch([
    db.delete(jobs).where(and(eq(jobs.ccid, ccid), among(jobs.id, ids))),
    db.delete(runs).where(and(eq(runs.ccid, ccid), among(runs.jobId, ids))),
    db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), among(artifacts.jobId, ids))),
  ]);
}

/** Removes history items that their jobs do not have, with their artifacts; in two statements. */
export async function forgetRuns(d1: D1Database, ccid: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = drizzle(d1);
  await db.batch([
    db.delete(runs).where(and(eq(runs.ccid, ccid), among(runs.id, ids))),
    db.delete(artifacts).where(and(eq(artifacts.ccid, ccid), among(artifacts.historyId, ids))),
  ]);
}

/** One bound value for all ids: D1 takes 100. */
const among = (column: SQLiteColumn, ids: readonly number[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Removes the history items of a job that are not among `ids`, with their artifacts. */
export async function keepRuns(
  d1: D1Database,
  ccid: string,
  { jobId, ids }: { readonly jobId: number; readonly ids: readonly number[] },
): Promise<void> {
  const db = drizzle(d1);
  const sorted = ids.toSorted((a, b) => a - b);
  for (let at = 0; at === 0 || at < sorted.length; at += IDS) {
    const some = sorted.slice(at, at + IDS);
    // Each piece tells of the ids above the piece before it, the last one of all above, too.
    const above = sorted[at - 1] ?? 0;
    const upTo = at + IDS < sorted.length ? (some.at(-1) ?? 0) : Number.MAX_SAFE_INTEGER;
    const unknown = (column: SQLiteColumn) =>
      and(gt(column, above), lte(column, upTo), not(among(column, some)));
    const { ccid: center, jobId: job, historyId } = artifacts;
    await db.batch([
      db.delete(runs).where(and(eq(runs.ccid, ccid), eq(runs.jobId, jobId), unknown(runs.id))),
      db.delete(artifacts).where(and(eq(center, ccid), eq(job, jobId), unknown(historyId))),
    ]);
  }
}

/** Ids in one bound value, some 900 KB: D1 takes 2 MB. */
const IDS = 50_000;

/** Jobs that D1 shows behind an id, of any contact center: a restore looks at each. */
export const jobsShown = (d1: D1Database, after: number, limit: number) =>
  drizzle(d1)
    .select({ ccid: jobs.ccid, id: jobs.id })
    .from(jobs)
    .where(gt(jobs.id, after))
    .orderBy(jobs.id)
    .limit(limit);

/** Ids of the jobs that D1 shows of a contact center behind one, ascending. */
export async function jobsShownOf(
  d1: D1Database,
  ccid: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const rows = await drizzle(d1)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.ccid, ccid), gt(jobs.id, after)))
    .orderBy(jobs.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}
