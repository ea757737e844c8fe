import { fail, ok, type Result } from './failures.ts';
import { parseInstant, type Instant } from './instant.ts';
import type { JobRequest } from './api/job-request.ts';
import { SCHEDULE_TYPES } from './schedule.ts';
import { isCron, type Schedule } from './schedule.ts';

/** What `schedulerParam` and `suspended` mean together, or why they mean nothing (semantics.md, "schedulerParam.runs"). */
export function parseSchedule({ schedulerParam, suspended }: JobRequest, now: Instant): Result<Schedule> {
  const { cron, immediately = false } = schedulerParam;
  const runs = schedulerParam.runs ?? (cron === undefined ? 'once' : 'cron');
  const type = SCHEDULE_TYPES.find((name) => name === runs);
  if (!type)
    return fail('invalid', 'schedulerParam.runs', `runs must be one of ${SCHEDULE_TYPES.join(', ')}`);
  if (type === 'cron' && cron === undefined)
    return fail('invalid', 'schedulerParam.cron', 'runs "cron" needs a cron expression');
  if (type === 'once' && cron !== undefined)
    return fail('invalid', 'schedulerParam.cron', 'a job that runs once takes no cron: leave it or runs out');
  if (cron !== undefined && !isCron(cron))
    return fail(
      'invalid',
      'schedulerParam.cron',
      'cron must have 5 fields (or 6 with seconds 0) and a time that comes',
    );
  if (suspended && immediately)
    return fail(
      'invalid',
      'suspended',
      'a job that runs immediately cannot start suspended: send one of them',
    );
  const startDate = parseStart(schedulerParam.startDate);
  if (!startDate.ok) return startDate;
  const schedule = { type, cron: cron ?? null, startDate: startDate.value, immediately };
  return type === 'once' ? checkOnce(schedule, now) : ok(schedule);
}

/** Starts are shown with years of four digits. */
const LATEST_START = Date.UTC(9999, 0);

function parseStart(text: string | undefined): Result<Instant | null> {
  if (text === undefined) return ok(null);
  const at = parseInstant(text);
  if (at !== null && at < LATEST_START) return ok(at);
  return fail(
    'invalid',
    'schedulerParam.startDate',
    'startDate must be ISO 8601 or YYYY-MM-DD HH:mm:ss (UTC), before the year 9999',
  );
}

function checkOnce(schedule: Schedule, now: Instant): Result<Schedule> {
  const { startDate, immediately } = schedule;
  if (immediately === (startDate !== null))
    return fail(
      'invalid',
      'schedulerParam',
      'a job that runs once takes either "immediately": true or a startDate in the future',
    );
  if (startDate !== null && startDate <= now)
    return fail('invalid', 'schedulerParam.startDate', 'startDate must be in the future');
  return ok(schedule);
}
