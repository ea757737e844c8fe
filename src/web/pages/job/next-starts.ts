import { parseSchedule } from '../../../model/parse-schedule.ts';
import { nextStarts } from '../../../model/next-starts.ts';
import { jobOf, type JobForm } from './job-form.ts';

const SHOWN = 5;

/** The next starts of a form's schedule, as the service will make them; none while it makes no sense, or runs now. */
export function startsOf(form: JobForm, now: number): readonly number[] {
  const schedule = parseSchedule(jobOf(form), now);
  return schedule.ok
    ? nextStarts({ ...schedule.value, immediately: false }, { startedUntil: 0, now, count: SHOWN })
    : [];
}
