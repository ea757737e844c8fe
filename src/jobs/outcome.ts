import { fail, ok, type Result } from '../model/failures.ts';
import type { RetryRefusal } from '../model/retry.ts';
import { forgetJobs } from '../store/ghosts.ts';

/** A refusal of the lifecycle table, or of a run that was to be done again, as a failure. */
export const refusal = (name: RetryRefusal) => fail(name, 'id');

/** The object's answer as the use case's. */
export const outcome = <T>(answer: Result<T, RetryRefusal>): Result<T> =>
  answer.ok ? ok(answer.value) : refusal(answer.failure);

/** The same of a job that D1 shows: one that its object does not know of is a ghost, and goes. */
export async function outcomeOf<T>(
  db: D1Database,
  { ccid, id }: { readonly ccid: string; readonly id: number },
  answer: Result<T, RetryRefusal>,
): Promise<Result<T>> {
  if (!answer.ok && answer.failure === 'gone') await forgetJobs(db, ccid, [id]);
  return outcome(answer);
}
