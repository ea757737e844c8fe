import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { SLIPS } from '../../scripts/lab/histories/planted.ts';
import { playedBy } from './simulated.ts';

describe('packed records, by seed', () => {
  it('are what D1 holds after every step of 200 histories', async () => {
    const { code, output } = await playedBy('histories', '--seeds', '200');
    expect(output.slice(-20_000)).toContain('no difference');
    expect(code).toBe(0);
  });
});

it('has ten slips to plant, each where its text stands once', () => {
  expect(SLIPS.length).toBeGreaterThanOrEqual(10);
  for (const { file, from } of SLIPS)
    expect([from, readFileSync(PROJECT + file, 'utf8').split(from).length]).toEqual([from, 2]);
});
