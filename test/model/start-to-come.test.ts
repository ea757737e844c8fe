import { expect, it } from 'vitest';
import { startToCome, type Schedule } from '../../src/model/schedule.ts';
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
