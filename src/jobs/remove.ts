import { fail, type Failure, type Result } from '../model/failures.ts';
import type { RefusalName } from '../model/lifecycle.ts';
import { forgetRun } from '../store/ghosts.ts';
import { findArtifacts } from '../store/artifacts.ts';
import { findJobOfRun } from '../store/runs.ts';
import type { JobContext } from './create-job.ts';
import { jobObject, knownJob } from './job-object.ts';
import { outcomeOf, refusal } from './outcome.ts';

/** Something that was not deleted, and why. */
export interface Refused<T> {
  readonly id: T;
  readonly failure: Failure;
}

type Context = Pick<JobContext, 'db' | 'objects'>;

/** Deletes jobs with their history and artifacts; answers those that could not be. */
export const removeJobs = (context: Context, ccid: string, ids: readonly number[]) =>
  eachRefused(ids, async (id) => {
    const object = await knownJob(context, ccid, id);
    if (!object.ok) return object.failure;
    const answer = await outcomeOf(context.db, { ccid, id }, await object.value.remove());
    return answer.ok ? null : answer.failure;
  });

/** Deletes history items with their artifacts; answers those that could not be. */
export const removeRuns = (context: Context, ccid: string, ids: readonly number[]) =>
  eachRefused(ids, async (id) => {
    const jobId = await findJobOfRun(context.db, ccid, id);
    if (jobId === null) return fail('no-history-item', 'id', { id }).failure;
    const answer = await jobObject(context.objects, ccid, jobId).removeRun(id);
    // Only a D1 that was set back shows a history item that its job does not have.
    if (!answer.ok && answer.failure === 'gone') await forgetRun(context.db, ccid, id);
    return refusedBy(answer);
  });

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

async function eachRefused<T>(
  ids: readonly T[],
  remove: (id: T) => Promise<Failure | null>,
): Promise<readonly Refused<T>[]> {
  const refused: Refused<T>[] = [];
  for (const id of new Set(ids)) {
    const failure = await remove(id);
    if (failure) refused.push({ id, failure });
  }
  return refused;
}
