import { expect, it } from 'vitest';
import {
  JOB_EVENTS,
  JOB_STATES,
  LIFECYCLE,
  refusalOf,
  REFUSALS,
  stateOf,
  type JobState,
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
    '                             start              end                  run                          suspend                      resume                  edit                 cancel               delete',
    'once-scheduled               once-running       (not-running)        once-running-scheduled       once-suspended               once-scheduled          (one-time)           (not-running)        deleted',
    'once-suspended               (suspended)        (not-running)        once-running-suspended       once-suspended               once-scheduled          (one-time)           (not-running)        deleted',
    'once-running-scheduled       once-running       once-scheduled       (in-progress)                once-running-suspended       once-running-scheduled  (one-time)           once-scheduled       (in-progress)',
    'once-running-suspended       (suspended)        once-suspended       (in-progress)                once-running-suspended       once-running-scheduled  (one-time)           once-suspended       (in-progress)',
    'once-running                 (spent)            once-spent           (in-progress)                once-running                 (spent)                 (one-time)           once-spent           (in-progress)',
    'once-spent                   (spent)            (not-running)        once-running                 once-spent                   (spent)                 (one-time)           (not-running)        deleted',
    'recurring-scheduled          recurring-running  (not-running)        recurring-running            recurring-suspended          recurring-scheduled     recurring-scheduled  (not-running)        deleted',
    'recurring-suspended          (suspended)        (not-running)        recurring-running-suspended  recurring-suspended          recurring-scheduled     recurring-scheduled  (not-running)        deleted',
    'recurring-running            recurring-running  recurring-scheduled  (in-progress)                recurring-running-suspended  recurring-running       (in-progress)        recurring-scheduled  (in-progress)',
    'recurring-running-suspended  (suspended)        recurring-suspended  (in-progress)                recurring-running-suspended  recurring-running       (in-progress)        recurring-suspended  (in-progress)',
    'deleted                      (gone)             (gone)               (gone)                       (gone)                       (gone)                  (gone)               (gone)               (gone)',
  ]);
});

it('leaves a job as it was when a run that was asked for has ended, however that ended', () => {
  for (const state of JOB_STATES) {
    const running = LIFECYCLE[state].run;
    if (typeof running !== 'string') continue;
    expect(LIFECYCLE[running].end).toBe(state);
    expect(LIFECYCLE[running].cancel).toBe(state);
  }
});

it('reaches every state from a new job, and from every state the job can be deleted', () => {
  const reached = (from: readonly JobState[]): ReadonlySet<JobState> => {
    const found = new Set(from);
    for (const state of found)
      for (const event of JOB_EVENTS) {
        const next = LIFECYCLE[state][event];
        if (typeof next === 'string') found.add(next);
      }
    return found;
  };
  const all = reached(['once-scheduled', 'recurring-scheduled']);
  expect(all).toEqual(new Set(JOB_STATES));
  for (const state of JOB_STATES) expect(reached([state])).toContain('deleted');
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
  ['once', { running: true }, 'once-running-scheduled'],
  ['once', { suspended: true, running: true }, 'once-running-suspended'],
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
