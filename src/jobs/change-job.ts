import { ok, type Result } from '../model/failures.ts';
import type { JobView } from '../model/api/job-info.ts';
import type { JobContext } from './create-job.ts';
import { knownJob } from './job-object.ts';
import { outcome } from './outcome.ts';

/** What a user asks of a job in one word; the lifecycle table says whether it is granted. */
export type Change = 'suspend' | 'resume' | 'cancel';

/** Changes a job of the contact center and answers it as it is then. */
export async function changeJob(
  context: Omit<JobContext, 'now'>,
  ccid: string,
  { id, change }: { id: number; change: Change },
): Promise<Result<JobView>> {
  const object = await knownJob(context, ccid, id);
  if (!object.ok) return object;
  switch (change) {
    case 'suspend':
      return outcome(await object.value.suspend());
    case 'resume':
      return outcome(await object.value.resume());
    case 'cancel':
      return outcome(await object.value.cancel());
  }
}

/** Cancel answers without a body. */
export async function cancelJob(
  context: Omit<JobContext, 'now'>,
  ccid: string,
  id: number,
): Promise<Result<null>> {
  const cancelled = await changeJob(context, ccid, { id, change: 'cancel' });
  return cancelled.ok ? ok(null) : cancelled;
}
