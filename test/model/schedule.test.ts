import { CronExpressionParser } from 'cron-parser';
import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { before, parseDuration } from '../../src/model/duration.ts';
import { formatInstant } from '../../src/model/instant.ts';
import type { ScheduleType } from '../../src/model/schedule.ts';
import { nextStart } from '../../src/model/next-starts.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { at, schedule, SCHEDULES } from './schedule-table.ts';

function nextFive(of: Schedule, after: string): string[] {
  const starts: string[] = [];
  let from = at(after);
  while (starts.length < 5) {
    const next = nextStart(of, from);
    if (next === null) break;
    starts.push(formatInstant(next).replace(':00.000Z', ''));
    from = next;
  }
  return starts;
}

/** 2026 to 2030, of which 2028 is a leap year. */
const FIVE_YEARS = { from: at('2026-01-01'), to: at('2031-01-01') };

function startsOfFiveYears(of: Schedule): readonly number[] {
  const starts: number[] = [];
  for (let from = FIVE_YEARS.from - 1; ;) {
    const next = nextStart(of, from);
    if (next === null || next >= FIVE_YEARS.to) return starts;
    starts.push(next);
    from = next;
  }
}

/** Hour by hour, the ones that are meant. */
function hoursOfFiveYears(isMeant: (time: Date) => boolean): readonly number[] {
  const hours: number[] = [];
  for (let hour = FIVE_YEARS.from; hour < FIVE_YEARS.to; hour += 3_600_000)
    if (isMeant(new Date(hour))) hours.push(hour);
  return hours;
}

describe('the next five starts', () => {
  it.each(SCHEDULES)('%s', (_, of, after, expected) => {
    expect(nextFive(of, after)).toEqual(expected);
  });

  it.each(SCHEDULES.filter(([, , , , cron]) => cron !== null))(
    '%s: as cron-parser has them',
    (_, { startDate }, after, expected, cron) => {
      const from = Math.max(at(after), (startDate ?? 0) - 1);
      const theirs = CronExpressionParser.parse(cron ?? '', {
        currentDate: new Date(from),
        tz: 'UTC',
      });
      const five = theirs.take(5).map((start) => formatInstant(start.getTime()).replace(':00.000Z', ''));
      expect(five).toEqual(expected);
    },
  );

  it.each([
    [schedule('hourly'), '0 * * * *'],
    [schedule('daily', { startDate: '2025-06-15 06:45:00' }), '45 6 * * *'],
    [schedule('weekly', { startDate: '2025-06-18 06:45:00' }), '45 6 * * 3'],
    [schedule('monthly', { startDate: '2025-06-28 06:45:00' }), '45 6 28 * *'],
    [schedule('monthly', { startDate: '2025-07-31 06:45:00' }), '45 6 L * *'],
  ])('are those of cron-parser over five years: $type', (of, cron) => {
    const end = at('2031-01-01');
    let from = at('2026-01-01');
    const theirs = CronExpressionParser.parse(cron, { currentDate: new Date(from), tz: 'UTC' });
    for (let count = 0; from < end && count < 3_000; count += 1) {
      const next = nextStart(of, from);
      expect(next).toBe(theirs.next().getTime());
      from = next ?? Number.NaN;
    }
  });

  it.each([5, 7, 9, 10, 11, 13, 16, 23])(
    'every %i hours are over five years the hours of each day that N divides',
    (hours) => {
      const of = schedule('hourly', { cron: `0 */${hours} * * *` });
      const every = (time: Date) => time.getUTCHours() % hours === 0;
      expect(startsOfFiveYears(of)).toEqual(hoursOfFiveYears(every));
    },
  );

  it.each([28, 29, 30, 31])(
    'monthly on the %ith are over five years that day or the last of the month',
    (day) => {
      const of = schedule('monthly', { startDate: `2025-12-${day} 09:00:00` });
      const every = (time: Date) => {
        const tomorrow = new Date(time.getTime() + 86_400_000);
        const isLast = tomorrow.getUTCDate() === 1;
        return time.getUTCHours() === 9 && (time.getUTCDate() === day || (isLast && time.getUTCDate() < day));
      };
      expect(startsOfFiveYears(of)).toEqual(hoursOfFiveYears(every));
    },
  );

  it('lie after the time asked for, and nothing lies between', () => {
    const types = fc.constantFrom<ScheduleType>('hourly', 'daily', 'weekly', 'monthly');
    const instants = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(types, instants, fc.option(instants), (type, after, startDate) => {
        const of = { type, cron: null, startDate, immediately: false };
        const next = nextStart(of, after) ?? Number.NaN;
        expect(next).toBeGreaterThan(after);
        if (startDate !== null) expect(next).toBeGreaterThanOrEqual(startDate);
        // Asked from any moment before it, the answer is the same: a clock that jumps back finds the same start.
        expect(nextStart(of, after + Math.floor((next - after) / 2))).toBe(next);
      }),
    );
  });
});

it.each([
  ['P1D', '2026-03-01', '2026-02-28'],
  ['PT12H', '2026-01-01', '2025-12-31T12:00:00Z'],
  ['P1M', '2026-03-31', '2026-02-28'],
  ['P1Y', '2028-02-29', '2027-02-28'],
  ['P1Y2M3W4DT5H6M7S', '2026-06-30T12:00:00Z', '2025-04-05T06:53:53Z'],
  ['P99999Y', '2026-01-01', '0000-01-01'],
])('%s before %s is %s', (duration, from, expected) => {
  const parsed = parseDuration(duration);
  expect(parsed && formatInstant(before(at(from), parsed))).toBe(formatInstant(at(expected)));
});

it.each(['', 'P', 'PT', 'P0D', 'PT0S', '1D', 'P1.5D', 'P-1D', 'P1H', 'PT1D', 'P1DT'])(
  '%s is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);
