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

/** Names that have a row of their own with something said in each of its cells. */
function expectRows(names: readonly string[]): void {
  const missing = names.filter((name) => !named.has(name));
  expect(missing).toEqual([]);
  for (const name of names)
    expect(
      named.get(name)?.every((cell) => cell.replace(/\|?$/, '').trim() !== ''),
      name,
    ).toBe(true);
}

it('says of every event of the log what to do', () => expectRows(Object.keys(LOG_LEVELS)));

it('says of every alert when it goes off, when it is over, and what to do', () => expectRows(ALERT_NAMES));

it('names what Prometheus is told to watch beside them', () => {
  const rules = [...read('scripts/operator/prometheus-rules.yml').matchAll(/alert: (\w+)/g)].map(
    ([, name = '']) => name,
  );
  const own = (name: string) => ALERT_NAMES.some((alert) => `Udm${pascal(alert)}` === name);
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((name) => !own(name) && !page.includes(`\`${name}\``))).toEqual([]);
});

it('names every setting and secret, and none that there is not', () => {
  expectRows(SETTINGS.filter((name) => !name.endsWith('_2')));
  const shown = [...named.keys()].filter((name) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name));
  expect(shown.filter((name) => !SETTINGS.includes(name))).toEqual([]);
});

it('names every limit of a contact center, the plan and the fee', () => {
  expectRows(Object.keys(LIMIT_RANGES));
  expect(page).toContain(`${PLAN.name} costs a base fee of $${PLAN.dollars} a month`);
  expect(page).toContain(PLAN.page);
});

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
