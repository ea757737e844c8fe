import { fail, type Failure, type Result } from '../model/failures.ts';
import type { RefusalName } from '../model/lifecycle.ts';
import { forgetJobs, forgetRuns } from '../store/ghosts.ts';
import { findArtifacts } from '../store/artifacts.ts';
import { knownJobs } from '../store/jobs.ts';
import { findJobsOfRuns } from '../store/runs.ts';
import type { JobContext } from './create-job.ts';
import { eachRefused, type Refused } from './each-refused.ts';
import { jobObject } from './job-object.ts';
import { refusal } from './outcome.ts';

type Context = Pick<JobContext, 'db' | 'objects'>;

/**
 * Deletes jobs with their history and artifacts; answers those that could not be. D1 is asked three times, however many they are;
 * each object is asked once.
 */
export async function removeJobs(
  { db, objects }: Context,
  ccid: string,
  ids: readonly number[],
): Promise<readonly Refused<number>[]> {
  const known = await knownJobs(db, ccid, ids);
  const ghosts: number[] = [];
  const refused = await eachRefused(ids, async (id) => {
    if (!known.has(id)) return fail('no-job', 'id', { id }).failure;
    const answer = await jobObject(objects, ccid, id).remove();
    // Only a D1 that was set back shows a job that is none.
    if (!answer.ok && answer.failure === 'gone') ghosts.push(id);
    return refusedBy(answer);
  });
  await forgetJobs(db, ccid, ghosts);
  return refused;
}

/** Deletes history items with their artifacts; answers those that could not be. As above. */
export async function removeRuns(
  { db, objects }: Context,
  ccid: string,
  ids: readonly number[],
): Promise<readonly Refused<number>[]> {
  const jobOf = await findJobsOfRuns(db, ccid, ids);
  const ghosts: number[] = [];
  const refused = await eachRefused(ids, async (id) => {
    const jobId = jobOf.get(id);
    if (jobId === undefined) return fail('no-history-item', 'id', { id }).failure;
    const answer = await jobObject(objects, ccid, jobId).removeRun(id);
    // Only a D1 that was set back shows a history item that its job does not have.
    if (!answer.ok && answer.failure === 'gone') ghosts.push(id);
    return refusedBy(answer);
  });
  await forgetRuns(db, ccid, ghosts);
  return refused;
}

/** Deletes artifacts by name; answers those that could not be. */
export async function removeFiles(
  context: Context & Pick<JobContext, 'now'>,
  ccid: string,
  names: readonly string[],
): Promise<readonly Refused<string>[]> {
  const found = await findArtifacts(context.db, ccid, { names, now: context.now });
  const unknown = names.filter((name) => !found.some((artifact) => artifact.name === name));
  const byRun = Map.groupBy(found, ({ historyId }) => historyId);
  for (const [historyId, files] of byRun) {
    const [first] = files;
    if (!first) continue;
    const object = jobObject(context.objects, ccid, first.jobId);
    await object.removeFiles(
      historyId,
      files.map(({ name }) => name),
    );
  }
  return unknown.map((id) => ({ id, failure: notFound(id) }));
}

const notFound = (name: string): Failure => fail('no-file', 'filename', { name: name.slice(0, 100) }).failure;

const refusedBy = (answer: Result<unknown, RefusalName>): Failure | null =>
  answer.ok ? null : refusal(answer.failure).failure;
