import { fail, type Failure } from '../model/failures.ts';
import { forgetJobs, forgetRuns } from '../store/ghosts.ts';
import { knownJobs } from '../store/jobs.ts';
import { findJobsOfRuns } from '../store/runs.ts';
import type { Change } from './change-job.ts';
import { certificatesOnFile, type JobContext } from './create-job.ts';
import { eachRefused, type Refused } from './each-refused.ts';
import { jobObject } from './job-object.ts';
import { newIds } from './new-ids.ts';
import { refusal } from './outcome.ts';

/** Objects that are asked beside each other. */
const BESIDE = 8;

/**
 * Changes each of these jobs; answers those that were not changed, and why. D1 is asked twice, however many they are; each object
 * is asked once.
 */
export async function changeJobs(
  { db, objects }: Pick<JobContext, 'db' | 'objects'>,
  ccid: string,
  { ids, change }: { readonly ids: readonly number[]; readonly change: Change },
): Promise<readonly Refused<number>[]> {
  const known = await knownJobs(db, ccid, ids);
  const ghosts: number[] = [];
  const act = async (id: number): Promise<Failure | null> => {
    if (!known.has(id)) return fail('no-job', 'id', { id }).failure;
    const answer = await jobObject(objects, ccid, id)[change]();
    if (answer.ok) return null;
    // Only a D1 that was set back shows a job that is none.
    if (answer.failure === 'gone') ghosts.push(id);
    return refusal(answer.failure).failure;
  };
  const refused = await eachRefused(ids, act, BESIDE);
  await forgetJobs(db, ccid, ghosts);
  return refused;
}

/** Does each of these history items again, for `by`; answers those that were not, and why. As above. */
export async function retryRuns(
  context: JobContext,
  ccid: string,
  { ids, by }: { readonly ids: readonly number[]; readonly by: string },
): Promise<readonly Refused<number>[]> {
  const { db, objects } = context;
  const onFile = await certificatesOnFile(context, ccid);
  if (!onFile.ok) return ids.map((id) => ({ id, failure: onFile.failure }));
  const jobOf = await findJobsOfRuns(db, ccid, ids);
  const ghosts: number[] = [];
  const first = jobOf.size > 0 ? await newIds(context, jobOf.size) : 0;
  const newId = new Map([...jobOf.keys()].map((id, index) => [id, first + index]));
  const act = async (id: number): Promise<Failure | null> => {
    const [jobId, runId] = [jobOf.get(id), newId.get(id)];
    if (jobId === undefined || runId === undefined) return fail('no-history-item', 'id', { id }).failure;
    const answer = await jobObject(objects, ccid, jobId).retry(id, runId, by);
    if (answer.ok) return null;
    // Only a D1 that was set back shows a history item that its job does not have.
    if (answer.failure === 'gone') ghosts.push(id);
    return refusal(answer.failure).failure;
  };
  const refused = await eachRefused(ids, act, BESIDE);
  await forgetRuns(db, ccid, ghosts);
  return refused;
}
