import { Temporal } from '@js-temporal/polyfill';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/model/duration.ts';
import type { Definition } from '../../src/model/definition.ts';
import { formatInstant, parseInstant } from '../../src/model/instant.ts';
import { nextStart } from '../../src/model/next-starts.ts';
import { parseSchedule } from '../../src/model/parse-schedule.ts';
import { windowOf } from '../../src/model/run.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { findZone, zoneNames } from '../../src/model/zone.ts';
import { jobRequest } from '../support/center.ts';
import { MODE } from '../support/mode.ts';

/** Zones of every kind: set forward at night, at midnight, by half an hour, in the south, in winter, no more, never. */
const ZONES = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Europe/Dublin',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/Los_Angeles',
  'America/Nuuk',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Atlantic/Azores',
  'Pacific/Auckland',
  'Pacific/Chatham',
];
const LONG = MODE === 'long';
const [FROM, TO] = LONG ? ['2020-01-01', '2036-01-01'] : ['2026-01-01', '2027-01-01'];
const SOME = LONG ? ZONES : ZONES.slice(0, 3);

const scheduleOf = (schedulerParam: Record<string, string>): Schedule => {
  const parsed = parseSchedule(jobRequest({ schedulerParam }), 0);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
};

/** When a time of the calendar is shown in a zone, as Temporal has it: once, twice, or as clocks are set forward. */
function shownAt(time: Temporal.PlainDateTime, zone: string): readonly number[] {
  const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (early.toPlainDateTime().equals(time))
    return [...new Set([early.epochMilliseconds, late.epochMilliseconds])];
  const change = early.getTimeZoneTransition('next');
  if (!change) throw new Error('clocks that are set are set at some time');
  return [change.epochMilliseconds];
}

/** Days on which the clocks of a zone are set, with those around them. */
function* daysOfChange(zone: string): Generator<Temporal.PlainDate> {
  const end = Temporal.PlainDate.from(TO).toZonedDateTime(zone);
  let at = Temporal.PlainDate.from(FROM).toZonedDateTime(zone).getTimeZoneTransition('next');
  for (; at && Temporal.ZonedDateTime.compare(at, end) < 0; at = at.getTimeZoneTransition('next'))
    for (const days of [-1, 0, 1]) yield at.toPlainDate().add({ days });
}

/** What a schedule is: its times of a day, and whether such as come twice are starts twice. */
type Line = readonly [string, Record<string, string>, (zone: string) => readonly string[], boolean];
const every = (minutes: number) =>
  Array.from({ length: 1_440 / minutes }, (_, n) => {
    const [hour, minute] = [Math.floor((n * minutes) / 60), (n * minutes) % 60];
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  });
const LINES: readonly Line[] = [
  ['daily', { runs: 'daily' }, () => ['00:00'], false],
  ['hourly', { runs: 'hourly' }, () => every(60), true],
  ['every 20 minutes', { cron: '*/20 * * * *' }, () => every(20), true],
  ['every two hours', { cron: '0 */2 * * *' }, () => every(120), true],
  [
    'a list of all hours',
    { cron: `30 ${every(60).map(parseFloat).join(',')} * * *` },
    () => every(60).map((t) => t.replace(':00', ':30')),
    true,
  ],
  ['times of the night', { cron: '0,15,30,45 0-3 * * *' }, () => every(15).filter((t) => t < '04:00'), false],
  ['one time of the night', { cron: '30 2 * * *' }, () => ['02:30'], false],
];

describe.each(SOME)('starts in %s are those of Temporal', (zone) => {
  const days = [...new Set([...daysOfChange(zone)].map(String))].map((day) => Temporal.PlainDate.from(day));

  it.each(LINES)('%s, about the days on which clocks are set', (_, param, times, both) => {
    const schedule = scheduleOf({ ...param, timeZone: zone });
    expect(schedule.inBothHours).toBe(both);
    for (const day of days) {
      const shown = times(zone).map((time) => shownAt(day.toPlainDateTime(time), zone));
      const expected = [...new Set(shown.flatMap((at) => (both ? at : at.slice(0, 1))))].toSorted(
        (a, b) => a - b,
      );
      const starts: number[] = [];
      for (let at = expected[0]! - 1; starts.length < expected.length; starts.push(at))
        at = nextStart(schedule, at)!; // what recurs always comes again
      expect(starts.map(formatInstant)).toEqual(expected.map(formatInstant));
      // Nothing lies between: asked from any of them, and from before, the next one is the same.
      for (const [n, at] of expected.entries())
        if (n > 0) expect(nextStart(schedule, (expected[n - 1]! + at) / 2)).toBe(at);
    }
  });

  it.each(LONG ? ['00:30', '02:30'] : ['02:30'])(
    'daily at %s over all the years, weekly and monthly; windows of days join',
    (time) => {
      const first = Temporal.PlainDate.from(FROM).toPlainDateTime(time);
      const anchor = formatInstant(shownAt(first, zone)[0]!);
      const end = Temporal.PlainDate.from(TO);
      for (const [runs, step, last] of [
        ['daily', { days: 1 }, 'P1D'],
        ['weekly', { weeks: 1 }, 'P1W'],
        ['monthly', { months: 1 }, 'P1M'],
      ] as const) {
        const schedule = scheduleOf({ runs, startDate: anchor, timeZone: zone });
        const definition = { schedule, extent: { last: parseDuration(last)! } } as Definition; // all that windows are made of
        let before = shownAt(first, zone)[0]!;
        let day = first.toPlainDate().add(step);
        for (; Temporal.PlainDate.compare(day, end) < 0; day = day.add(step)) {
          const next = nextStart(schedule, before)!;
          expect(formatInstant(next)).toBe(formatInstant(shownAt(day.toPlainDateTime(time), zone)[0]!));
          expect(windowOf(definition, next)).toEqual({ from: before, to: next });
          before = next;
        }
      }
    },
  );
});

describe('a time zone', () => {
  it('is found whatever its case, by older names too; an offset is none', () => {
    expect(zoneNames().length).toBeGreaterThan(400);
    expect(['europe/berlin', 'UTC', 'utc', 'US/Eastern', 'Europe/Kiev'].map(findZone)).toEqual([
      'Europe/Berlin',
      'UTC',
      'UTC',
      'US/Eastern',
      expect.stringMatching(/^Europe\/K/),
    ]);
    expect(['+01:00', '', 'Berlin', 'Europe/Berln', ' UTC'].map(findZone)).toEqual(Array(5).fill(null));
  });

  it('that there is not is refused with the nearest name; UTC is none', () => {
    const refusal = (timeZone: string) =>
      parseSchedule(jobRequest({ schedulerParam: { runs: 'daily', timeZone } }), 0);
    for (const [wrong, nearest] of [
      ['Europe/Berln', 'Europe/Berlin'],
      ['berlin', 'Europe/Berlin'],
      ['New York', 'America/New_York'],
      ['x'.repeat(10_000), expect.any(String)],
    ] as const)
      expect(refusal(wrong)).toMatchObject({
        ok: false,
        failure: { code: 'unknown-time-zone', field: 'schedulerParam.timeZone', data: { nearest } },
      });
    expect(refusal('UTC')).toEqual(parseSchedule(jobRequest({ schedulerParam: { runs: 'daily' } }), 0));
  });

  it('counts days by its clocks, and hours by none', () => {
    const schedule = scheduleOf({ runs: 'daily', timeZone: 'Europe/Berlin' });
    const at = parseInstant('2026-03-29T22:00:00Z')!;
    const fromOf = (last: string) =>
      formatInstant(windowOf({ schedule, extent: { last: parseDuration(last)! } } as Definition, at).from!);
    expect(fromOf('P1D')).toBe('2026-03-28T23:00:00.000Z');
    expect(fromOf('PT24H')).toBe('2026-03-28T22:00:00.000Z');
    expect(fromOf('P1DT1H')).toBe('2026-03-28T22:00:00.000Z');
    expect(fromOf('P1M')).toBe('2026-02-27T23:00:00.000Z');
    expect(fromOf('P99999Y')).toBe('0000-01-01T00:00:00.000Z');
  });
});
