import { parseSchedule } from '../../../model/parse-schedule.ts';
import { nextStart } from '../../../model/schedule.ts';
import { jobOf, type JobForm } from './job-form.ts';

const SHOWN = 5;

/** The next starts of a form's schedule, as the service will make them; none while it makes no sense, or runs now. */
export function nextStarts(form: JobForm, now: number): readonly number[] {
  const schedule = parseSchedule(jobOf(form), now);
  if (!schedule.ok) return [];
  const starts: number[] = [];
  for (let after: number | null = now; after !== null && starts.length < SHOWN;) {
    after = nextStart(schedule.value, after);
    if (after !== null) starts.push(after);
  }
  return starts;
}
