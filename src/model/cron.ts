import { CronExpressionParser } from 'cron-parser';
import { fail, ok, type Failure, type Result } from './failures.ts';
import type { Instant } from './instant.ts';

/** One of the five fields: the values that it takes, and the names that stand for some of them, from `min` on. */
interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MINUTE: CronField = { name: 'minute', min: 0, max: 59, names: [] };
/** 7 is Sunday, too. */
const WEEKDAY: CronField = { name: 'day-of-week', min: 0, max: 7, names: DAYS };
const FIELDS: readonly CronField[] = [
  MINUTE,
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day-of-month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  WEEKDAY,
];

const FIELD = 'schedulerParam.cron';
/** Every value of every field, written out, has half of it. */
const MAX_LENGTH = 1_024;

/**
 * A cron expression in five fields without a value that stands twice in one of them: lists that overlap count as their
 * union. A refusal names the field and the part of it that is wrong.
 */
export function parseCron(text: string): Result<string> {
  if (text.length > MAX_LENGTH) return fail('too-long', FIELD, { max: MAX_LENGTH });
  const words = text.trim().split(/\s+/).filter(Boolean);
  const fields = words.length === 6 ? words.slice(1) : words;
  if (fields.length !== 5) return fail('not-a-cron', FIELD, { count: words.length });
  if (words.length === 6 && words[0] !== '0') return fail('cron-seconds', FIELD);
  const written: string[] = [];
  for (const [index, word] of fields.entries()) {
    const field = normalised(word, FIELDS[index] ?? MINUTE);
    if (!field.ok) return field;
    written.push(field.value);
  }
  const cron = written.join(' ');
  return comes(cron) ? ok(cron) : fail('cron-never', FIELD);
}

/** Whether a cron expression names hours that recur, by `*`, a step or a list of all, and no times of day. */
export function recursHourly(text: string): boolean {
  const hour = text.trim().split(/\s+/).at(-4) ?? '';
  if (/[*?/]/.test(hour)) return true;
  const parsed = parseCron(text);
  return parsed.ok && parsed.value.split(' ')[1]?.split(',').length === 24;
}

/** The first time of a cron expression after another, by a clock in UTC. Throws where none comes. */
export const nextOfCron = (cron: string, after: Instant): Instant =>
  CronExpressionParser.parse(cron.trim(), { currentDate: new Date(after), tz: 'UTC' })
    .next()
    .getTime();

function comes(cron: string): boolean {
  try {
    nextOfCron(cron, 0);
    return true;
  } catch {
    return false;
  }
}

/** `H`, `H/5`, `H(0-29)`, but not the one of `THU`. cron-parser draws a new time for it whenever it is asked. */
const HASHED = /(?<![A-Z])H(?![A-Z])/i;

/** A star alone stays one: beside it the other day field decides, which it does not beside a list of all days. */
function normalised(word: string, field: CronField): Result<string> {
  if (word === '*' || word === '?') return ok('*');
  if (HASHED.test(word)) return fail('cron-hash', FIELD, { name: field.name });
  if (field === WEEKDAY && NTH.test(word)) return ok(nthDay(word));
  const values = new Set<number>();
  const lasts = new Set<string>();
  for (const part of word.split(',')) {
    const last = lastDay(part, field);
    if (last !== null) {
      lasts.add(last);
      continue;
    }
    const found = valuesOf(part, field);
    if (!found.ok) return found;
    for (const value of found.value) values.add(field === WEEKDAY ? value % 7 : value);
  }
  return ok([...[...values].toSorted((left, right) => left - right), ...lasts].join(','));
}

/** The second Monday of a month: `MON#2` or `1#2`, which stands alone. */
const NTH = /^([0-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#([1-5])$/i;

function nthDay(word: string): string {
  const [, day = '', nth = ''] = NTH.exec(word) ?? [];
  return `${(valueOf(day, WEEKDAY) ?? 0) % 7}#${nth}`;
}

/** The last day of a month, `L`, or the last Friday of one, `5L` or `FRIL`, as cron-parser writes it; null for anything else. */
function lastDay(part: string, { name }: CronField): string | null {
  const word = part.toUpperCase();
  if (name === 'day-of-month') return word === 'L' ? word : null;
  const day = name === WEEKDAY.name && word.endsWith('L') ? valueOf(word.slice(0, -1), WEEKDAY) : null;
  return day === null ? null : `${day % 7}L`;
}

/** A value, a range of them, or all, and every how many of those. */
const PART = /^(?:[*?]|([A-Z0-9]+)(?:-([A-Z0-9]+))?)(?:\/(\d{1,3}))?$/i;

function valuesOf(part: string, field: CronField): Result<readonly number[]> {
  const match = PART.exec(part);
  if (!match) return notTaken(part, field);
  const [, first, last, step] = match;
  const from = first === undefined ? field.min : valueOf(first, field);
  const to = last === undefined ? endOf({ first, step }, field) : valueOf(last, field);
  if (from === null || to === null) return notTaken(part, field);
  if (step !== undefined && Number(step) === 0) return refused('cron-step', part, field);
  // A week ends on a Sunday, too.
  const end = field === WEEKDAY && to === 0 && from > 0 ? 7 : to;
  if (end < from) return refused('cron-range', part, field);
  const every = Number(step ?? 1);
  return ok(Array.from({ length: Math.floor((end - from) / every) + 1 }, (_, index) => from + index * every));
}

/** Where a part without an end ends: `5` at itself, `5/10` and `*` at the last value. */
const endOf = (part: { first: string | undefined; step: string | undefined }, field: CronField) =>
  part.first === undefined || part.step !== undefined ? field.max : valueOf(part.first, field);

function valueOf(word: string, { min, max, names }: CronField): number | null {
  const at = names.indexOf(word.toUpperCase());
  if (at >= 0) return min + at;
  const value = /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/** Characters of a part that a refusal repeats. */
const SHOWN = 32;

const notTaken = (part: string, field: CronField) =>
  fail('cron-part', FIELD, {
    part: part.slice(0, SHOWN),
    name: field.name,
    min: named(field.min, field),
    max: named(field.max, field),
  });

/** A value and the name that stands for it: `1 (JAN)`; of the days of the week 7 is Sunday again. */
function named(value: number, { min, names }: CronField): string {
  const name = names[(value - min) % names.length];
  return name === undefined ? String(value) : `${value} (${name})`;
}

const refused = (
  code: 'cron-step' | 'cron-range',
  part: string,
  { name }: CronField,
): { readonly ok: false; readonly failure: Failure } =>
  fail(code, FIELD, { part: part.slice(0, SHOWN), name });
