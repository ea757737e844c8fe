import { parseCron } from '../../model/cron.ts';
import type { Words } from './words.ts';

/** More times of a day than these are not told one by one. */
const TIMES_MOST = 6;
/** A Sunday, 1 January; weekdays and months are counted on from it. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;

/** A cron expression as a sentence, with the zone of its times; null where it makes no sense, or says more than these words do. */
export function cronWords(text: string, words: Words, zone = 'UTC'): string | null {
  const parsed = parseCron(text);
  if (!parsed.ok) return null;
  const [minute = '*', hour = '*', date = '*', month = '*', weekday = '*'] = parsed.value.split(' ');
  const time = timeWords({ minute, hour, zone }, words);
  const days = dayWords(date, weekday, words);
  const months = month === '*' ? '' : namesOf(numbersOf(month) ?? [], monthName(words), words);
  if (time === null || days === null) return null;
  return words(months === '' ? 'cron.sentence' : 'cron.sentenceIn', { time, days, months });
}

/** The values of a field; null of all, and of what is no list of numbers. */
function numbersOf(field: string): readonly number[] | null {
  const values = field.split(',').map(Number);
  return values.every(Number.isInteger) ? values : null;
}

/** Every how many a field of `of` values is met from 0 on; null where it is not so, or only seldom. */
function stepOf(values: readonly number[], of: number): number | null {
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const even = step > 0 && values.every((value, index) => value === index * step);
  return even && values.length > 2 && values.length === of / step ? step : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

interface TimeFields {
  readonly minute: string;
  readonly hour: string;
  readonly zone: string;
}

function timeWords({ minute, hour, zone }: TimeFields, words: Words): string | null {
  if (minute === '*' && hour === '*') return words('cron.everyMinute');
  const [minutes, hours] = [numbersOf(minute), numbersOf(hour)];
  if (hour === '*' && minutes) {
    const step = stepOf(minutes, 60);
    return step === null
      ? words('cron.minutesEveryHour', { minutes: listOf(minutes.map(String), words) })
      : words('cron.everyMinutes', { count: step });
  }
  if (!hours) return null;
  if (!minutes) return words('cron.minuteOfHours', { hours: listOf(hours.map(String), words), zone });
  const step = stepOf(hours, 24);
  if (step !== null && minutes.length === 1)
    return words('cron.everyHours', { count: step, minute: two(minutes[0] ?? 0), zone });
  const times = hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`));
  return times.length <= TIMES_MOST
    ? words('cron.at', { times: listOf(times, words), zone })
    : words('cron.minutesOfHours', {
        minutes: listOf(minutes.map(String), words),
        hours: listOf(hours.map(String), words),
        zone,
      });
}

/** Where both kinds of days are named, either of them is met. */
function dayWords(date: string, weekday: string, words: Words): string | null {
  if (date === '*' && weekday === '*') return words('cron.everyDay');
  const dates = date === '*' ? null : dateWords(date, words);
  const days = weekday === '*' ? null : weekdayWords(weekday, words);
  if (date !== '*' && weekday !== '*')
    return dates && days ? words('cron.or', { one: dates, other: days }) : null;
  return dates ?? days;
}

function dateWords(date: string, words: Words): string | null {
  if (date === 'L') return words('cron.lastDay');
  const dates = numbersOf(date);
  return dates && words('cron.dates', { dates: listOf(dates.map(String), words) });
}

function weekdayWords(weekday: string, words: Words): string | null {
  const name = weekdayName(words);
  const last = /^([0-6])L$/.exec(weekday);
  if (last) return words('cron.lastWeekday', { day: name(Number(last[1])) });
  const days = numbersOf(weekday);
  if (!days) return null;
  // A week begins on Monday for those who read it.
  const order = days.map((day) => (day + 6) % 7).toSorted((left, right) => left - right);
  const [from = 0, to = 0] = [order[0], order.at(-1)];
  const named = (day: number) => name((day + 1) % 7);
  if (order.length > 2 && to - from === order.length - 1)
    return words('cron.range', { first: named(from), last: named(to) });
  return words('cron.days', { days: listOf(order.map(named), words) });
}

const weekdayName = ({ language }: Words) => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (day: number) => format.format(SUNDAY + day * DAY_MS);
};

const monthName = ({ language }: Words) => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (month: number) => format.format(Date.UTC(2023, month - 1, 1));
};

const namesOf = (values: readonly number[], name: (value: number) => string, words: Words): string =>
  listOf(values.map(name), words);

const listOf = (items: readonly string[], { language }: Words): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(items);
