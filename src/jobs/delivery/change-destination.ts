import type { JobView } from '../../model/api/job-info.ts';
import type { Destination } from '../../model/destination.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { findJobOfRun, findRun } from '../../store/runs.ts';
import type { JobContext } from '../create-job.ts';
import { jobObject, knownJob } from '../job-object.ts';
import { outcomeOf } from '../outcome.ts';

type Context = Pick<JobContext, 'db' | 'objects'>;

/** Has a job's files copied elsewhere, or nowhere (null), from now on. */
export async function changeDestination(
  context: Context,
  ccid: string,
  { id, destination }: { readonly id: number; readonly destination: Destination | null },
): Promise<Result<JobView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  return outcomeOf(context.db, { ccid, id }, await object.value.setDestination(destination));
}

/** Where a job's files are copied to, its secret wrapped; null: nowhere. */
export async function destinationOf(
  context: Context,
  ccid: string,
  id: number,
): Promise<Result<Destination | null>> {
  const object = await knownJob(context, ccid, id);
  return object.ok ? ok(await object.value.destination()) : object;
}

/** Copies a Finished run's files once more, or for the first time; answers the history item's text. */
export async function deliverAgain(
  context: Context,
  ccid: string,
  historyId: number,
): Promise<Result<string>> {
  const missing = fail('no-history-item', 'id', { id: historyId });
  const jobId = await findJobOfRun(context.db, ccid, historyId);
  if (jobId === null) return missing;
  const answer = await jobObject(context.objects, ccid, jobId).deliverAgain(historyId);
  if (!answer.ok) return answer.failure === 'gone' ? missing : fail(answer.failure, 'id');
  const view = await findRun(context.db, ccid, historyId);
  return view === null ? missing : ok(view);
}
