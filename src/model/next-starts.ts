import { nextOfCron } from './cron.ts';
import { DAY_MS, type Instant } from './instant.ts';
import { isRecurring, type Schedule } from './schedule.ts';
import { wallOf, type WallTime } from './zone.ts';
import { nextInZone } from './zoned-starts.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05, a Monday: weeks are counted from there, where no startDate says otherwise. */
const A_MONDAY = 4 * DAY_MS;

/** The first start after `after` and not before startDate; null when there is none any more. */
export function nextStart(schedule: Schedule, after: Instant): Instant | null {
  const { startDate } = schedule;
  if (schedule.type === 'once') return startDate !== null && startDate > after ? startDate : null;
  // A start at startDate itself counts, so the search begins a millisecond before it.
  const from = startDate === null ? after : Math.max(after, startDate - 1);
  const { timeZone: zone, inBothHours = false } = schedule;
  if (zone === undefined) return nextTime(schedule, startDate, from);
  return nextInZone({ zone, next: timesIn(zone, schedule), inBothHours }, from);
}

/** What the clocks of its zone are to show at a start of a recurring schedule; of one that they skipped the time that they skipped. */
export function wallOfStart(schedule: Schedule, zone: string, at: Instant): WallTime {
  const [before, shown] = [wallOf(zone, at - 1), wallOf(zone, at)];
  if (shown - before <= 1) return shown;
  const skipped = timesIn(zone, schedule)(before);
  return skipped < shown ? skipped : shown;
}

/** The times of a recurring schedule by the clocks of a zone, which are never set. */
function timesIn(zone: string, schedule: Schedule): (after: WallTime) => WallTime {
  const { startDate } = schedule;
  const anchor = startDate === null ? null : wallOf(zone, startDate);
  return (wall) => nextTime(schedule, anchor, wall);
}

/** The first time of a recurring schedule after another, by one clock; `anchor` is what it shows at startDate. */
function nextTime({ type, cron }: Schedule, anchor: WallTime | null, after: WallTime): WallTime {
  if (cron !== null) return nextOfCron(cron, after);
  switch (type) {
    case 'hourly':
      return nextStep(HOUR_MS, 0, after);
    case 'daily':
      return nextStep(DAY_MS, anchor ?? 0, after);
    case 'weekly':
      return nextStep(WEEK_MS, anchor ?? A_MONDAY, after);
    case 'monthly':
      return nextMonth(anchor ?? 0, after);
    case 'once':
      throw new Error('a job that runs once has no times that recur');
    case 'cron':
      throw new Error('a schedule by cron without a cron');
  }
}

/**
 * The first start that a job has yet to make: after `now`, and after those that it made before a clock went back.
 * `startedUntil` is the job's (job.ts). The one start of a
 * job that runs once was never made before: made, it has none to come.
 */
export const startToCome = (schedule: Schedule, startedUntil: Instant, now: Instant): Instant | null =>
  nextStart(schedule, isRecurring(schedule) ? Math.max(startedUntil, now) : now);

/** The starts that a job makes from `now` on, `count` at most; one at once is the first of them. */
export function nextStarts(
  schedule: Schedule,
  { startedUntil, now, count }: { startedUntil: Instant; now: Instant; count: number },
): readonly Instant[] {
  const starts = schedule.immediately ? [now] : [];
  let next = startToCome(schedule, startedUntil, now);
  while (next !== null && starts.length < count) {
    starts.push(next);
    next = nextStart(schedule, next);
  }
  return starts;
}

/** The first time after `after` that lies a whole number of steps from `anchor`. */
const nextStep = (step: number, anchor: Instant, after: Instant): Instant =>
  anchor + (Math.floor((after - anchor) / step) + 1) * step;

/** The anchor's day and time of day in the next month that has it later than `after`; the last day of a shorter month. */
function nextMonth(anchor: Instant, after: Instant): Instant {
  const from = new Date(after);
  const day = new Date(anchor).getUTCDate();
  const time = ((anchor % DAY_MS) + DAY_MS) % DAY_MS;
  for (let month = from.getUTCMonth(); ; month += 1) {
    const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const at = Date.UTC(from.getUTCFullYear(), month, Math.min(day, last)) + time;
    if (at > after) return at;
  }
}
