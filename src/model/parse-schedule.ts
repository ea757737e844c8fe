import { fail, ok, type Result } from './failures.ts';
import { parseInstant, type Instant } from './instant.ts';
import type { JobRequest } from './api/job-request.ts';
import { parseCron, recursHourly } from './cron.ts';
import { nearestZone } from './nearest-zone.ts';
import { SCHEDULE_TYPES, type Schedule } from './schedule.ts';
import { findZone } from './zone.ts';

/** What `schedulerParam` and `suspended` mean together, or why they mean nothing. */
export function parseSchedule({ schedulerParam, suspended }: JobRequest, now: Instant): Result<Schedule> {
  const { cron, immediately = false } = schedulerParam;
  const runs = schedulerParam.runs ?? (cron === undefined ? 'once' : 'cron');
  const type = SCHEDULE_TYPES.find((name) => name === runs);
  if (!type) return fail('not-one-of', 'schedulerParam.runs', { choices: SCHEDULE_TYPES.join(', ') });
  if (type === 'cron' && cron === undefined) return fail('cron-missing', 'schedulerParam.cron');
  if (type === 'once' && cron !== undefined) return fail('cron-of-one-time', 'schedulerParam.cron');
  const normalised = cron === undefined ? ok(null) : parseCron(cron);
  if (!normalised.ok) return normalised;
  if (suspended && immediately) return fail('suspended-immediately', 'suspended');
  const startDate = parseStart(schedulerParam.startDate);
  if (!startDate.ok) return startDate;
  const zone = parseZone(schedulerParam.timeZone);
  if (!zone.ok) return zone;
  const inBothHours = cron === undefined ? type === 'hourly' : recursHourly(cron);
  const zoned = zone.value === null ? {} : { timeZone: zone.value, inBothHours };
  const schedule = { type, cron: normalised.value, startDate: startDate.value, immediately, ...zoned };
  return type === 'once' ? checkOnce(schedule, now) : ok(schedule);
}

/** The zone by whose clocks a job starts; null for UTC. */
function parseZone(text: string | undefined): Result<string | null> {
  if (text === undefined) return ok(null);
  const zone = findZone(text);
  if (zone === null)
    return fail('unknown-time-zone', 'schedulerParam.timeZone', { nearest: nearestZone(text) });
  return ok(zone === 'UTC' ? null : zone);
}

/** Starts are shown with years of four digits. */
const LATEST_START = Date.UTC(9999, 0);

function parseStart(text: string | undefined): Result<Instant | null> {
  if (text === undefined) return ok(null);
  const at = parseInstant(text);
  if (at !== null && at < LATEST_START) return ok(at);
  return fail('start-date-form', 'schedulerParam.startDate');
}

function checkOnce(schedule: Schedule, now: Instant): Result<Schedule> {
  const { startDate, immediately } = schedule;
  if (immediately === (startDate !== null)) return fail('one-time-start', 'schedulerParam');
  if (startDate !== null && startDate <= now) return fail('start-date-past', 'schedulerParam.startDate');
  return ok(schedule);
}
