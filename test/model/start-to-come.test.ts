import { expect, it } from 'vitest';
import { nextStarts, startToCome } from '../../src/model/next-starts.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { at } from './schedule-table.ts';

const hourly: Schedule = { type: 'hourly', cron: null, startDate: null, immediately: false };
const once: Schedule = { ...hourly, type: 'once', startDate: at('2026-05-01 10:00:00') };

it.each([
  ['no start was made', hourly, '2026-05-01 08:20:00', '2026-05-01 09:10:00', '2026-05-01 10:00:00'],
  ['the clock went on', hourly, '2026-05-01 09:00:20', '2026-05-01 09:10:00', '2026-05-01 10:00:00'],
  ['the clock went back', hourly, '2026-05-01 10:00:20', '2026-05-01 09:10:00', '2026-05-01 11:00:00'],
  ['it went back to a start', hourly, '2026-05-01 10:00:00', '2026-05-01 10:00:00', '2026-05-01 11:00:00'],
  ['a job now runs once', once, '2026-05-01 10:30:00', '2026-05-01 09:10:00', '2026-05-01 10:00:00'],
] as const)('is never a start that was made: %s', (_, schedule, until, now, expected) => {
  expect(startToCome(schedule, at(until), at(now))).toBe(at(expected));
});

it('a preview tells the starts to come, one at once first, and none that there is not', () => {
  const [now, startedUntil] = [at('2026-05-01 09:10:00'), at('2026-05-01 09:00:20')];
  const starts = (schedule: Schedule) => nextStarts(schedule, { startedUntil, now, count: 3 });
  const hours = ['10:00:00', '11:00:00', '12:00:00'].map((hour) => at(`2026-05-01 ${hour}`));
  expect(starts(hourly)).toEqual(hours);
  expect(starts({ ...hourly, immediately: true })).toEqual([now, ...hours.slice(0, 2)]);
  expect(starts(once)).toEqual(hours.slice(0, 1));
  expect(starts({ ...once, startDate: null, immediately: true })).toEqual([now]);
  expect(starts({ ...once, startDate: at('2026-05-01 09:00:00') })).toEqual([]);
});
