import type { RunView } from '../model/api/job-info.ts';
import { fail, type Result } from '../model/failures.ts';
import { forgetRuns } from '../store/ghosts.ts';
import { findJobOfRun } from '../store/runs.ts';
import { certificatesOnFile, type JobContext } from './create-job.ts';
import { jobObject, knownJob } from './job-object.ts';
import { idsOnce, type AskedBy } from './once.ts';
import { outcome, outcomeOf } from './outcome.ts';

/** Which job or history item, and who asks. */
interface Asked extends AskedBy {
  readonly id: number;
}

/** Adds a run of a job now, whatever its schedule says. Neither that nor whether the job is suspended changes. */
export async function runJob(
  context: JobContext,
  ccid: string,
  { id, by, once }: Asked,
): Promise<Result<RunView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  const onFile = await certificatesOnFile(context, ccid);
  if (!onFile.ok) return onFile;
  const runId = await idsOnce(context, 1, once);
  return outcomeOf(context.db, { ccid, id }, await object.value.run(runId, by));
}

/** Does again what a run did or was to do, as another run of its job. */
export async function retryRun(
  context: JobContext,
  ccid: string,
  { id, by, once }: Asked,
): Promise<Result<RunView>> {
  const jobId = await findJobOfRun(context.db, ccid, id);
  if (jobId === null) return fail('no-history-item', 'id', { id });
  const onFile = await certificatesOnFile(context, ccid);
  if (!onFile.ok) return onFile;
  const runId = await idsOnce(context, 1, once);
  const answer = await jobObject(context.objects, ccid, jobId).retry(id, runId, by);
  // Only a D1 that was set back shows a history item that its job does not have.
  if (!answer.ok && answer.failure === 'gone') await forgetRuns(context.db, ccid, [id]);
  return outcome(answer);
}
