import { z } from 'zod';
import type { Center } from '../../durable/center.ts';
import { invocation } from '../platform/invocation.ts';
import { forgetJobs, jobsShown, keepRuns } from '../store/ghosts.ts';
import { liftSequence } from '../store/sequence.ts';
import type { JobContext } from './create-job.ts';
import { jobObject } from './job-object.ts';
import { registryObject } from './new-ids.ts';

/** Jobs looked at in one step: each costs a few calls, and a request has 1,000 of D1 and 10,000 in all. */
const JOBS_A_STEP = 50;

export interface RestoreContext extends JobContext {
  readonly centers: DurableObjectNamespace<Center>;
}

/**
 * Where a restore goes on. `known`: jobs that their contact centers know, in order of center and id; `shown`: jobs that D1
 * shows, some of which may be none any more.
 */
export const restorePlace = z.union([
  z.object({ step: z.literal('known'), ccid: z.string(), after: z.int().nonnegative() }),
  z.object({ step: z.literal('shown'), after: z.int().nonnegative() }),
]);
export type RestorePlace = z.infer<typeof restorePlace>;

export interface RestoreStep {
  /** Jobs that D1 was told of once more. */
  readonly restored: number;
  /** Jobs that D1 showed and that are none: their rows are gone now. */
  readonly ghosts: number;
  /** Null when all is done. */
  readonly next: RestorePlace | null;
}

/** Begins a restore: holds every sweep that deletes from R2 until then, and lifts the sequence of ids. */
export async function beginRestore(context: RestoreContext, holdUntil: number): Promise<RestorePlace> {
  const registry = registryObject(context.registry);
  await registry.hold(holdUntil);
  await liftSequence(context.db, (await registry.status()).highest);
  return { step: 'known', ccid: '', after: 0 };
}

/** Carries out one step. It may be repeated, and begun anew: everything in it may be done twice. */
export const restoreStep = (context: RestoreContext, place: RestorePlace): Promise<RestoreStep> =>
  place.step === 'known' ? restoreKnown(context, place) : restoreShown(context, place.after);

async function restoreKnown(
  context: RestoreContext,
  { ccid, after }: { readonly ccid: string; readonly after: number },
): Promise<RestoreStep> {
  const { centers } = context;
  const ids = ccid === '' ? [] : await centers.get(centers.idFromName(ccid)).jobs(after, JOBS_A_STEP);
  let restored = 0;
  for (const id of withinBudget(ids)) {
    await projectAgain(context, ccid, id);
    restored += 1;
  }
  const last = ids[restored - 1];
  if (last !== undefined) return { restored, ghosts: 0, next: { step: 'known', ccid, after: last } };
  const [next] = await registryObject(context.registry).centers(ccid, 1);
  if (next === undefined) return { restored: 0, ghosts: 0, next: { step: 'shown', after: 0 } };
  return { restored: 0, ghosts: 0, next: { step: 'known', ccid: next, after: 0 } };
}

/** Also brings back jobs that no contact center knew: those made before there was a register. */
async function restoreShown(context: RestoreContext, after: number): Promise<RestoreStep> {
  const shown = await jobsShown(context.db, after, JOBS_A_STEP);
  let [done, ghosts] = [0, 0];
  for (const { ccid, id } of withinBudget(shown)) {
    if (!(await projectAgain(context, ccid, id))) ghosts += 1;
    done += 1;
  }
  const last = shown[done - 1];
  return {
    restored: done - ghosts,
    ghosts,
    next: last ? { step: 'shown', after: last.id } : null,
  };
}

/** What there must be for another job: one with 250,000 history items is told in some 2,000 calls. */
const A_JOB = { statements: 20, subrequests: 2_500 };

/** As many of the jobs as the invocation has calls for, and one at least. */
function* withinBudget<T>(jobs: readonly T[]): Generator<T> {
  for (const [at, job] of jobs.entries()) {
    if (at > 0 && !invocation().has(A_JOB)) return;
    yield job;
  }
}

/** Whether the job is one; where it is not, nothing of it stays in D1. */
async function projectAgain(context: RestoreContext, ccid: string, id: number): Promise<boolean> {
  const object = jobObject(context.objects, ccid, id);
  const answer = await object.projectAgain();
  if (answer) while (!(await object.projectRest()));
  if (answer) await keepRuns(context.db, ccid, { jobId: id, ids: answer.runs });
  else await forgetJobs(context.db, ccid, [id]);
  return answer !== null;
}
