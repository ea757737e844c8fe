import { refusalOf, stateOf, type JobEvent, type RefusalName } from '../../../model/lifecycle.ts';
import type { components } from '../../../client/api.d.ts';
import { moves } from '../../service/moving.ts';

/** As much of a job as its rules need. */
export type JobSeen = Pick<
  components['schemas']['JobInfo'],
  'scheduleType' | 'suspended' | 'latestStartedAt' | 'status'
>;

/**
 * Why the service will refuse something of a job, by the very table that it refuses by; null where it will not. What a list
 * shows may be a moment old: the service has the last word.
 */
export function refusedOf(job: JobSeen, event: JobEvent): RefusalName | null {
  const spent = job.scheduleType === 'once' && job.latestStartedAt !== '';
  const schedule = { type: job.scheduleType, cron: null, startDate: null, immediately: false };
  return refusalOf(
    stateOf({ schedule, suspended: job.suspended, spent, running: moves(job), deleted: false }),
    event,
  );
}
