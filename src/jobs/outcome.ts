import { fail, ok, type Result } from '../model/failures.ts';
import type { RefusalName } from '../model/lifecycle.ts';
import { forgetJobs } from '../store/ghosts.ts';

/** A refusal of the lifecycle table as a failure. */
export const refusal = (name: RefusalName) => fail(name, 'id');

/** The object's answer as the use case's. */
export const outcome = <T>(answer: Result<T, RefusalName>): Result<T> =>
  answer.ok ? ok(answer.value) : refusal(answer.failure);

/** The same of a job that D1 shows: one that its object does not know of is a ghost, and goes. */
export async function outcomeOf<T>(
  db: D1Database,
  { ccid, id }: { readonly ccid: string; readonly id: number },
  answer: Result<T, RefusalName>,
): Promise<Result<T>> {
  if (!answer.ok && answer.failure === 'gone') await forgetJobs(db, ccid, [id]);
  return outcome(answer);
}
