import { ok, type Result } from '../model/failures.ts';
import type { JobView } from '../model/api/job-info.ts';
import type { JobContext } from './create-job.ts';
import { knownJob } from './job-object.ts';
import { outcomeOf } from './outcome.ts';

/** What a user asks of a job in one word; the lifecycle table says whether it is granted. */
export type Change = 'suspend' | 'resume' | 'cancel';

/** Changes a job of the contact center and answers it as it is then. */
export async function changeJob(
  context: Pick<JobContext, 'db' | 'objects'>,
  ccid: string,
  { id, change }: { id: number; change: Change },
): Promise<Result<JobView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  return outcomeOf(context.db, { ccid, id }, await object.value[change]());
}

/** Cancel answers without a body. */
export async function cancelJob(
  context: Pick<JobContext, 'db' | 'objects'>,
  ccid: string,
  id: number,
): Promise<Result<null>> {
  const cancelled = await changeJob(context, ccid, { id, change: 'cancel' });
  return cancelled.ok ? ok(null) : cancelled;
}
