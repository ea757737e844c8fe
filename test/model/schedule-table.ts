import { parseInstant } from '../../src/model/instant.ts';
import type { ScheduleType } from '../../src/model/schedule.ts';
import type { Schedule } from '../../src/model/schedule.ts';

export const at = (text: string): number => parseInstant(text) ?? Number.NaN;

export function schedule(type: ScheduleType, change: { cron?: string; startDate?: string } = {}): Schedule {
  const { cron = null, startDate } = change;
  return {
    type,
    cron,
    startDate: startDate === undefined ? null : at(startDate),
    immediately: false,
  };
}

/** A name, a schedule, the time from which it is asked, its next five starts, and the cron that means the same where one does. */
type Line = readonly [string, Schedule, string, readonly string[], string | null];

/** Starts computed by hand from the calendar. */
export const SCHEDULES: readonly Line[] = [
  [
    'hourly, over midnight',
    schedule('hourly'),
    '2026-12-31 21:30:00',
    ['2026-12-31T22:00', '2026-12-31T23:00', '2027-01-01T00:00', '2027-01-01T01:00', '2027-01-01T02:00'],
    '0 * * * *',
  ],
  [
    'hourly, a full hour itself is past',
    schedule('hourly'),
    '2026-01-01 05:00:00',
    ['2026-01-01T06:00', '2026-01-01T07:00', '2026-01-01T08:00', '2026-01-01T09:00', '2026-01-01T10:00'],
    '0 * * * *',
  ],
  [
    'hourly from a startDate within an hour',
    schedule('hourly', { startDate: '2026-03-01 10:20:00' }),
    '2026-02-01',
    ['2026-03-01T11:00', '2026-03-01T12:00', '2026-03-01T13:00', '2026-03-01T14:00', '2026-03-01T15:00'],
    '0 * * * *',
  ],
  [
    'every 4 hours',
    schedule('hourly', { cron: '0 */4 * * *' }),
    '2026-12-31 19:59:59',
    ['2026-12-31T20:00', '2027-01-01T00:00', '2027-01-01T04:00', '2027-01-01T08:00', '2027-01-01T12:00'],
    '0 */4 * * *',
  ],
  [
    'every 5 hours begins again at midnight',
    schedule('hourly', { cron: '0 */5 * * *' }),
    '2026-01-01 14:00:00',
    ['2026-01-01T15:00', '2026-01-01T20:00', '2026-01-02T00:00', '2026-01-02T05:00', '2026-01-02T10:00'],
    '0 */5 * * *',
  ],
  [
    'every 7 hours begins again at midnight',
    schedule('hourly', { cron: '0 */7 * * *' }),
    '2026-01-01 20:00:00',
    ['2026-01-01T21:00', '2026-01-02T00:00', '2026-01-02T07:00', '2026-01-02T14:00', '2026-01-02T21:00'],
    '0 */7 * * *',
  ],
  [
    'daily at 00:00',
    schedule('daily'),
    '2028-02-27 12:00:00',
    ['2028-02-28T00:00', '2028-02-29T00:00', '2028-03-01T00:00', '2028-03-02T00:00', '2028-03-03T00:00'],
    '0 0 * * *',
  ],
  [
    'daily at the time of startDate',
    schedule('daily', { startDate: '2026-01-10 06:30:00' }),
    '2027-02-27 06:30:00',
    ['2027-02-28T06:30', '2027-03-01T06:30', '2027-03-02T06:30', '2027-03-03T06:30', '2027-03-04T06:30'],
    '30 6 * * *',
  ],
  [
    'daily before its startDate',
    schedule('daily', { startDate: '2030-12-30 23:59:00' }),
    '2026-01-01',
    ['2030-12-30T23:59', '2030-12-31T23:59', '2031-01-01T23:59', '2031-01-02T23:59', '2031-01-03T23:59'],
    '59 23 * * *',
  ],
  [
    'weekly on Monday',
    schedule('weekly'),
    '2026-12-20 00:00:00',
    ['2026-12-21T00:00', '2026-12-28T00:00', '2027-01-04T00:00', '2027-01-11T00:00', '2027-01-18T00:00'],
    '0 0 * * 1',
  ],
  [
    'weekly on the weekday of startDate, a Thursday',
    schedule('weekly', { startDate: '2026-01-01 08:15:00' }),
    '2028-02-24 08:15:00',
    ['2028-03-02T08:15', '2028-03-09T08:15', '2028-03-16T08:15', '2028-03-23T08:15', '2028-03-30T08:15'],
    '15 8 * * 4',
  ],
  [
    'monthly on the 1st',
    schedule('monthly'),
    '2026-11-01 00:00:00',
    ['2026-12-01T00:00', '2027-01-01T00:00', '2027-02-01T00:00', '2027-03-01T00:00', '2027-04-01T00:00'],
    '0 0 1 * *',
  ],
  [
    'monthly on the 31st, or the last day',
    schedule('monthly', { startDate: '2026-01-31 22:00:00' }),
    '2026-01-31 22:00:00',
    ['2026-02-28T22:00', '2026-03-31T22:00', '2026-04-30T22:00', '2026-05-31T22:00', '2026-06-30T22:00'],
    '0 22 L * *',
  ],
  [
    'monthly on the 30th in a leap year',
    schedule('monthly', { startDate: '2026-01-30 00:00:00' }),
    '2028-01-30 00:00:00',
    ['2028-02-29T00:00', '2028-03-30T00:00', '2028-04-30T00:00', '2028-05-30T00:00', '2028-06-30T00:00'],
    null,
  ],
  [
    'monthly on the 29th in a common year',
    schedule('monthly', { startDate: '2028-02-29 12:00:00' }),
    '2029-01-29 12:00:00',
    ['2029-02-28T12:00', '2029-03-29T12:00', '2029-04-29T12:00', '2029-05-29T12:00', '2029-06-29T12:00'],
    null,
  ],
  [
    'cron on 29 February',
    schedule('cron', { cron: '0 0 29 2 *' }),
    '2024-02-29 00:00:00',
    ['2028-02-29T00:00', '2032-02-29T00:00', '2036-02-29T00:00', '2040-02-29T00:00', '2044-02-29T00:00'],
    '0 0 29 2 *',
  ],
  [
    'cron on the 31st',
    schedule('cron', { cron: '30 3 31 * *' }),
    '2026-08-31 04:00:00',
    ['2026-10-31T03:30', '2026-12-31T03:30', '2027-01-31T03:30', '2027-03-31T03:30', '2027-05-31T03:30'],
    '30 3 31 * *',
  ],
  [
    'cron of working days, with seconds',
    schedule('cron', { cron: '0 0 18 * * 1-5' }),
    '2026-12-31 18:00:00',
    ['2027-01-01T18:00', '2027-01-04T18:00', '2027-01-05T18:00', '2027-01-06T18:00', '2027-01-07T18:00'],
    '0 18 * * 1-5',
  ],
  [
    'a cron decides whatever runs says, and not before startDate',
    schedule('daily', { cron: '15 9 * * 0', startDate: '2026-12-27 09:15:00' }),
    '2026-01-01',
    ['2026-12-27T09:15', '2027-01-03T09:15', '2027-01-10T09:15', '2027-01-17T09:15', '2027-01-24T09:15'],
    '15 9 * * 0',
  ],
  [
    'every 9 hours, over a year end that begins a leap year',
    schedule('hourly', { cron: '0 */9 * * *' }),
    '2027-12-31 09:00:00',
    ['2027-12-31T18:00', '2028-01-01T00:00', '2028-01-01T09:00', '2028-01-01T18:00', '2028-01-02T00:00'],
    '0 0,9,18 * * *',
  ],
  [
    'every 5 hours on 29 February',
    schedule('hourly', { cron: '0 */5 * * *' }),
    '2028-02-28 20:00:00',
    ['2028-02-29T00:00', '2028-02-29T05:00', '2028-02-29T10:00', '2028-02-29T15:00', '2028-02-29T20:00'],
    '0 0,5,10,15,20 * * *',
  ],
  [
    'every 11 hours, over the end of a common February',
    schedule('hourly', { cron: '0 */11 * * *' }),
    '2027-02-28 11:00:00',
    ['2027-02-28T22:00', '2027-03-01T00:00', '2027-03-01T11:00', '2027-03-01T22:00', '2027-03-02T00:00'],
    '0 0,11,22 * * *',
  ],
  [
    'every 23 hours',
    schedule('hourly', { cron: '0 */23 * * *' }),
    '2026-06-30 00:00:00',
    ['2026-06-30T23:00', '2026-07-01T00:00', '2026-07-01T23:00', '2026-07-02T00:00', '2026-07-02T23:00'],
    '0 0,23 * * *',
  ],
  [
    'hourly, over the end of 29 February',
    schedule('hourly'),
    '2028-02-29 22:10:00',
    ['2028-02-29T23:00', '2028-03-01T00:00', '2028-03-01T01:00', '2028-03-01T02:00', '2028-03-01T03:00'],
    '0 * * * *',
  ],
  [
    'weekly from 29 February, a Tuesday, over a year end',
    schedule('weekly', { startDate: '2028-02-29 23:30:00' }),
    '2031-12-23 23:30:00',
    ['2031-12-30T23:30', '2032-01-06T23:30', '2032-01-13T23:30', '2032-01-20T23:30', '2032-01-27T23:30'],
    '30 23 * * 2',
  ],
  [
    'monthly on the 31st, over a year end and into a leap February',
    schedule('monthly', { startDate: '2026-08-31 07:05:00' }),
    '2027-10-31 07:05:00',
    ['2027-11-30T07:05', '2027-12-31T07:05', '2028-01-31T07:05', '2028-02-29T07:05', '2028-03-31T07:05'],
    '5 7 L * *',
  ],
  [
    'monthly on the 30th in a common year',
    schedule('monthly', { startDate: '2026-04-30 00:00:00' }),
    '2029-12-30 00:00:00',
    ['2030-01-30T00:00', '2030-02-28T00:00', '2030-03-30T00:00', '2030-04-30T00:00', '2030-05-30T00:00'],
    null,
  ],
  [
    'monthly on the 28th, which every month has',
    schedule('monthly', { startDate: '2027-01-28 12:00:00' }),
    '2027-12-28 12:00:00',
    ['2028-01-28T12:00', '2028-02-28T12:00', '2028-03-28T12:00', '2028-04-28T12:00', '2028-05-28T12:00'],
    '0 12 28 * *',
  ],
  [
    'cron on the 30th leaves February out',
    schedule('cron', { cron: '0 6 30 * *' }),
    '2027-12-30 06:00:00',
    ['2028-01-30T06:00', '2028-03-30T06:00', '2028-04-30T06:00', '2028-05-30T06:00', '2028-06-30T06:00'],
    '0 6 30 1,3-12 *',
  ],
  [
    'cron on the last day of the month',
    schedule('cron', { cron: '0 1 L * *' }),
    '2027-12-31 01:00:00',
    ['2028-01-31T01:00', '2028-02-29T01:00', '2028-03-31T01:00', '2028-04-30T01:00', '2028-05-31T01:00'],
    '0 1 L * *',
  ],
  [
    'cron in the last minute of the year',
    schedule('cron', { cron: '59 23 31 12 *' }),
    '2026-12-31 23:59:00',
    ['2027-12-31T23:59', '2028-12-31T23:59', '2029-12-31T23:59', '2030-12-31T23:59', '2031-12-31T23:59'],
    '59 23 31 12 *',
  ],
  [
    'once, later',
    schedule('once', { startDate: '2026-06-01 10:00:00' }),
    '2026-01-01',
    ['2026-06-01T10:00'],
    null,
  ],
];
