import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/config.ts';
import { ALERT_NAMES } from '../../src/model/alerts.ts';
import { LIMIT_RANGES } from '../../src/model/limits.ts';
import { PLAN } from '../../src/model/prices.ts';
import { LOG_LEVELS } from '../../src/platform/log.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('scripts/README.md');

/** Names in the first cells of the page's tables, each cell as long as there are names in it. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| /, '')));
const named = new Map(
  rows.flatMap(([first = '', ...rest]) =>
    [...first.matchAll(/`([A-Za-z0-9_-]+)`/g)].map(([, name = '']) => [name, rest] as const),
  ),
);

/** Those of these names that have no row of their own, or one with nothing said in one of its cells. */
const unsaid = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !named.get(name)?.every((cell) => cell.replace(/\|?$/, '').trim() !== ''));

it('says of every event of the log what to do', () => {
  expect(unsaid(Object.keys(LOG_LEVELS))).toEqual([]);
});

it('says of every alert when it goes off, when it is over, and what to do', () => {
  expect(unsaid(ALERT_NAMES)).toEqual([]);
});

it('names what Prometheus is told to watch beside them', () => {
  const rules = [...read('scripts/operator/prometheus-rules.yml').matchAll(/alert: (\w+)/g)].map(
    ([, name = '']) => name,
  );
  const own = (name: string) => ALERT_NAMES.some((alert) => `Udm${pascal(alert)}` === name);
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((name) => !own(name) && !page.includes(`\`${name}\``))).toEqual([]);
});

it('names every setting and secret, and none that there is not', () => {
  expect(unsaid(SETTINGS.filter((name) => !name.endsWith('_2')))).toEqual([]);
  const shown = [...named.keys()].filter((name) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name));
  expect(shown.filter((name) => !SETTINGS.includes(name))).toEqual([]);
});

it('names every limit of a contact center, the plan and the fee', () => {
  expect(unsaid(Object.keys(LIMIT_RANGES))).toEqual([]);
  expect(page).toContain(`${PLAN.name} costs a base fee of $${PLAN.dollars} a month`);
  expect(page).toContain(PLAN.page);
});

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
