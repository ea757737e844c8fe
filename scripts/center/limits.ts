import { DEFAULT_LIMITS, LIMIT_RANGES, type Limits } from '../../src/model/limits.ts';
import { UsageError } from '../cli/command.ts';

/** Limits to be changed; null takes the default again. */
export type Changes = Partial<Record<keyof Limits, number | null>>;

const MEANINGS: Readonly<Record<keyof Limits, string>> = {
  runs: 'runs In Progress at a time; more wait',
  jobs: 'jobs',
  historyItems: 'history items of a job; the oldest go',
  historyDays: 'days that a history item is kept',
  recordBytes: 'bytes of imported records',
};
const NAMES = Object.keys(MEANINGS) as (keyof Limits)[]; // the type of the table says so

const defaultOf = (name: keyof Limits): string =>
  name === 'historyDays' ? 'RUN_RETENTION_DAYS' : String(DEFAULT_LIMITS[name] ?? 'none');

/** The names, what they mean and what they are by default, a line each. */
export const LIMIT_NAMES = NAMES.map(
  (name) => `      ${name.padEnd(14)}${MEANINGS[name]} (${defaultOf(name)})`,
).join('\n');

/** What `--set` says; null where nothing is to be changed. Throws a `UsageError` that names what is wrong. */
export function readChanges(texts: readonly string[]): Changes | null {
  const changes: Changes = {};
  for (const item of texts.flatMap((text) => text.split(','))) {
    const [given = '', value = '', ...more] = item.split('=');
    const name = NAMES.find((known) => known === given);
    if (!name) throw new UsageError(`"${given}" is no limit; the limits are ${NAMES.join(', ')}`);
    if (more.length > 0) throw new UsageError(`--set takes NAME=VALUE, not "${item}"`);
    changes[name] = value === 'default' ? null : numberOf(name, value);
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

function numberOf(name: keyof Limits, text: string): number {
  const value = Number(text);
  const [low, high] = LIMIT_RANGES[name];
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new UsageError(`${name} must be a whole number from ${low} to ${high} or "default", not "${text}"`);
  return value;
}

/** The limits of a contact center in words, a line each; null is the default. */
export const shownLimits = (own: Readonly<Record<keyof Limits, number | null>>): readonly string[] =>
  NAMES.map((name) => {
    const value = own[name] === null ? defaultOf(name) : `${own[name]} (default: ${defaultOf(name)})`;
    return `${name.padEnd(14)}${value}`;
  });
