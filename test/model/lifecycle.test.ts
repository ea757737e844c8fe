import { expect, it } from 'vitest';
import {
  JOB_EVENTS,
  JOB_STATES,
  LIFECYCLE,
  refusalOf,
  REFUSALS,
  stateOf,
} from '../../src/model/lifecycle.ts';
import type { Schedule } from '../../src/model/schedule.ts';

it('has an outcome for every pair of state and event', () => {
  const rows = JOB_STATES.map((state) => [
    state,
    ...JOB_EVENTS.map((event) => {
      const outcome = LIFECYCLE[state][event];
      return typeof outcome === 'string' ? outcome : `(${outcome.refused})`;
    }),
  ]);
  const table = [['', ...JOB_EVENTS], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  console.log(text.join('\n'));
  expect(text).toEqual([
    '                             start              end                  suspend                      resume               edit                 cancel               delete',
    'once-scheduled               once-running       (not-running)        once-suspended               once-scheduled       (one-time)           (not-running)        deleted',
    'once-suspended               (suspended)        (not-running)        once-suspended               once-scheduled       (one-time)           (not-running)        deleted',
    'once-running                 (spent)            once-spent           once-running                 (spent)              (one-time)           once-spent           (in-progress)',
    'once-spent                   (spent)            (not-running)        once-spent                   (spent)              (one-time)           (not-running)        deleted',
    'recurring-scheduled          recurring-running  (not-running)        recurring-suspended          recurring-scheduled  recurring-scheduled  (not-running)        deleted',
    'recurring-suspended          (suspended)        (not-running)        recurring-suspended          recurring-scheduled  recurring-scheduled  (not-running)        deleted',
    'recurring-running            recurring-running  recurring-scheduled  recurring-running-suspended  recurring-running    (in-progress)        recurring-scheduled  (in-progress)',
    'recurring-running-suspended  (suspended)        recurring-suspended  recurring-running-suspended  recurring-running    (in-progress)        recurring-suspended  (in-progress)',
    'deleted                      (gone)             (gone)               (gone)                       (gone)               (gone)               (gone)               (gone)',
  ]);
});

it('tells every refusal in words, and uses every one', () => {
  const used = new Set(JOB_STATES.flatMap((state) => JOB_EVENTS.map((event) => refusalOf(state, event))));
  expect(used).toEqual(new Set([null, ...REFUSALS]));
});

it.each([
  ['once', { suspended: false }, 'once-scheduled'],
  ['once', { suspended: true }, 'once-suspended'],
  ['once', { suspended: true, spent: true, running: true }, 'once-running'],
  ['once', { suspended: true, spent: true }, 'once-spent'],
  ['daily', {}, 'recurring-scheduled'],
  ['daily', { suspended: true }, 'recurring-suspended'],
  ['cron', { running: true }, 'recurring-running'],
  ['cron', { running: true, suspended: true }, 'recurring-running-suspended'],
  ['daily', { deleted: true, running: true }, 'deleted'],
] as const)('a job (%s, %j) is %s', (type, facets, state) => {
  const schedule: Schedule = { type, cron: null, startDate: null, immediately: false };
  const job = { schedule, suspended: false, spent: false, running: false, deleted: false, ...facets };
  expect(stateOf(job)).toBe(state);
});
