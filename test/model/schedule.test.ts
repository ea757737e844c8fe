import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, parseDuration } from '../../src/model/duration.ts';
import { formatInstant, parseInstant } from '../../src/model/instant.ts';
import type { ScheduleType } from '../../src/model/job.ts';
import { isCron, nextStart, type Schedule } from '../../src/model/schedule.ts';

const at = (text: string): number => parseInstant(text) ?? Number.NaN;

function schedule(type: ScheduleType, change: { cron?: string; startDate?: string } = {}): Schedule {
  const { cron = null, startDate } = change;
  return { type, cron, startDate: startDate === undefined ? null : at(startDate), immediately: false };
}

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

/** Starts computed by hand from the calendar. */
const TABLE: readonly [string, Schedule, string, readonly string[]][] = [
  [
    'hourly, over midnight',
    schedule('hourly'),
    '2026-12-31 21:30:00',
    ['2026-12-31T22:00', '2026-12-31T23:00', '2027-01-01T00:00', '2027-01-01T01:00', '2027-01-01T02:00'],
  ],
  [
    'hourly, a full hour itself is past',
    schedule('hourly'),
    '2026-01-01 05:00:00',
    ['2026-01-01T06:00', '2026-01-01T07:00', '2026-01-01T08:00', '2026-01-01T09:00', '2026-01-01T10:00'],
  ],
  [
    'hourly from a startDate within an hour',
    schedule('hourly', { startDate: '2026-03-01 10:20:00' }),
    '2026-02-01',
    ['2026-03-01T11:00', '2026-03-01T12:00', '2026-03-01T13:00', '2026-03-01T14:00', '2026-03-01T15:00'],
  ],
  [
    'every 4 hours',
    schedule('hourly', { cron: '0 */4 * * *' }),
    '2026-12-31 19:59:59',
    ['2026-12-31T20:00', '2027-01-01T00:00', '2027-01-01T04:00', '2027-01-01T08:00', '2027-01-01T12:00'],
  ],
  [
    'every 5 hours begins again at midnight',
    schedule('hourly', { cron: '0 */5 * * *' }),
    '2026-01-01 14:00:00',
    ['2026-01-01T15:00', '2026-01-01T20:00', '2026-01-02T00:00', '2026-01-02T05:00', '2026-01-02T10:00'],
  ],
  [
    'every 7 hours begins again at midnight',
    schedule('hourly', { cron: '0 */7 * * *' }),
    '2026-01-01 20:00:00',
    ['2026-01-01T21:00', '2026-01-02T00:00', '2026-01-02T07:00', '2026-01-02T14:00', '2026-01-02T21:00'],
  ],
  [
    'daily at 00:00',
    schedule('daily'),
    '2028-02-27 12:00:00',
    ['2028-02-28T00:00', '2028-02-29T00:00', '2028-03-01T00:00', '2028-03-02T00:00', '2028-03-03T00:00'],
  ],
  [
    'daily at the time of startDate',
    schedule('daily', { startDate: '2026-01-10 06:30:00' }),
    '2027-02-27 06:30:00',
    ['2027-02-28T06:30', '2027-03-01T06:30', '2027-03-02T06:30', '2027-03-03T06:30', '2027-03-04T06:30'],
  ],
  [
    'daily before its startDate',
    schedule('daily', { startDate: '2030-12-30 23:59:00' }),
    '2026-01-01',
    ['2030-12-30T23:59', '2030-12-31T23:59', '2031-01-01T23:59', '2031-01-02T23:59', '2031-01-03T23:59'],
  ],
  [
    'weekly on Monday',
    schedule('weekly'),
    '2026-12-20 00:00:00',
    ['2026-12-21T00:00', '2026-12-28T00:00', '2027-01-04T00:00', '2027-01-11T00:00', '2027-01-18T00:00'],
  ],
  [
    'weekly on the weekday of startDate, a Thursday',
    schedule('weekly', { startDate: '2026-01-01 08:15:00' }),
    '2028-02-24 08:15:00',
    ['2028-03-02T08:15', '2028-03-09T08:15', '2028-03-16T08:15', '2028-03-23T08:15', '2028-03-30T08:15'],
  ],
  [
    'monthly on the 1st',
    schedule('monthly'),
    '2026-11-01 00:00:00',
    ['2026-12-01T00:00', '2027-01-01T00:00', '2027-02-01T00:00', '2027-03-01T00:00', '2027-04-01T00:00'],
  ],
  [
    'monthly on the 31st, or the last day',
    schedule('monthly', { startDate: '2026-01-31 22:00:00' }),
    '2026-01-31 22:00:00',
    ['2026-02-28T22:00', '2026-03-31T22:00', '2026-04-30T22:00', '2026-05-31T22:00', '2026-06-30T22:00'],
  ],
  [
    'monthly on the 30th in a leap year',
    schedule('monthly', { startDate: '2026-01-30 00:00:00' }),
    '2028-01-30 00:00:00',
    ['2028-02-29T00:00', '2028-03-30T00:00', '2028-04-30T00:00', '2028-05-30T00:00', '2028-06-30T00:00'],
  ],
  [
    'monthly on the 29th in a common year',
    schedule('monthly', { startDate: '2028-02-29 12:00:00' }),
    '2029-01-29 12:00:00',
    ['2029-02-28T12:00', '2029-03-29T12:00', '2029-04-29T12:00', '2029-05-29T12:00', '2029-06-29T12:00'],
  ],
  [
    'cron on 29 February',
    schedule('cron', { cron: '0 0 29 2 *' }),
    '2024-02-29 00:00:00',
    ['2028-02-29T00:00', '2032-02-29T00:00', '2036-02-29T00:00', '2040-02-29T00:00', '2044-02-29T00:00'],
  ],
  [
    'cron on the 31st',
    schedule('cron', { cron: '30 3 31 * *' }),
    '2026-08-31 04:00:00',
    ['2026-10-31T03:30', '2026-12-31T03:30', '2027-01-31T03:30', '2027-03-31T03:30', '2027-05-31T03:30'],
  ],
  [
    'cron of working days, with seconds',
    schedule('cron', { cron: '0 0 18 * * 1-5' }),
    '2026-12-31 18:00:00',
    ['2027-01-01T18:00', '2027-01-04T18:00', '2027-01-05T18:00', '2027-01-06T18:00', '2027-01-07T18:00'],
  ],
  [
    'a cron decides whatever runs says, and not before startDate',
    schedule('daily', { cron: '15 9 * * 0', startDate: '2026-12-27 09:15:00' }),
    '2026-01-01',
    ['2026-12-27T09:15', '2027-01-03T09:15', '2027-01-10T09:15', '2027-01-17T09:15', '2027-01-24T09:15'],
  ],
  ['once, later', schedule('once', { startDate: '2026-06-01 10:00:00' }), '2026-01-01', ['2026-06-01T10:00']],
];

describe('the next five starts', () => {
  it.each(TABLE)('%s', (_, of, after, expected) => {
    expect(nextFive(of, after)).toEqual(expected);
  });

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

it.each(['* * * * *', '0 */5 * * *', '0 0 * * * *', '0 0 1 JAN MON-FRI', ' 5 4 * * 7 '])(
  'takes the cron %s',
  (cron) => {
    expect(isCron(cron)).toBe(true);
  },
);
it.each([
  '',
  '* * * *',
  '@hourly',
  '1 * * * * *',
  '* * * * * *',
  '60 * * * *',
  '0 0 31 2 *',
  'a b c d e',
  '* * * * * * *',
])('refuses the cron %s', (cron) => {
  expect(isCron(cron)).toBe(false);
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
