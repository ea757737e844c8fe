import type { Definition, Window } from './definition.ts';
import { exportsSameData } from './edit-job.ts';
import type { FailureCode } from './failure-codes.ts';
import { ok, type Result } from './failures.ts';
import type { Job } from './job.ts';
import type { RefusalName } from './lifecycle.ts';
import type { Run } from './run.ts';

/** Why a run is not done again, beside what the lifecycle table says of its job. */
const RETRY_REFUSALS = ['already-synced', 'exports-other-data'] as const satisfies readonly FailureCode[];
export type RetryRefusal = RefusalName | (typeof RETRY_REFUSALS)[number];

/** What another run is to be; without a window it has the one that is due. */
export interface RunAgain {
  readonly definition: Definition;
  readonly window?: Window;
}

/**
 * The same run again: settings and window of a UCS run, whatever has become of the job since. A DataSync run has no window but
 * what changed since the job's watermark: it begins there, and reaches a higher one. So one that finished is not done again,
 * and none whose data are others than the watermark's. A run in progress is refused by the table.
 */
export function runAgain(job: Job, { definition, window, outcome }: Run): Result<RunAgain, RetryRefusal> {
  if (definition.exportType !== 'DataSync')
    return ok({ definition, window: { from: window.from, to: window.to } });
  if (outcome.status === 'FINISHED') return { ok: false, failure: 'already-synced' };
  return exportsSameData(definition, job.definition)
    ? ok({ definition })
    : { ok: false, failure: 'exports-other-data' };
}
