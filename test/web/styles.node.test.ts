import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const WEB = new URL('../../src/web/', import.meta.url).pathname;
const SOURCES = globSync(`${WEB}**/*.{css,tsx}`).map((file) => readFileSync(file, 'utf8'));
const found = (pattern: RegExp) =>
  new Set(SOURCES.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')));

it('names only variables that there are: what is coloured by another one has no colour', () => {
  const [used, made] = [found(/var\((--[\w-]+)/g), found(/['"]?(--[\w-]+)['"]?\]?:/g)];
  expect(used.size).toBeGreaterThan(25);
  // The kit makes its own.
  expect([...used].filter((name) => !made.has(name) && !name.startsWith('--mantine'))).toEqual([]);
});
