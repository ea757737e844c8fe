import { fail, ok, type Result } from '../model/failures.ts';
import { REFUSALS, type RefusalName } from '../model/lifecycle.ts';

/** A refusal of the lifecycle table as a failure: 404 for what is gone, 400 for what the rules refuse. */
export const refusal = (name: RefusalName) =>
  fail(name === 'gone' ? 'not-found' : 'refused', 'id', REFUSALS[name]);

/** The object's answer as the use case's. */
export const outcome = <T>(answer: Result<T, RefusalName>): Result<T> =>
  answer.ok ? ok(answer.value) : refusal(answer.failure);
