import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { BUGS } from '../../scripts/lab/simulate/planted.ts';
import { simulated } from './simulated.ts';

describe('the whole service, by seed', () => {
  it('loses, doubles, swaps and leaves nothing in 200 histories', async () => {
    const { code, output } = await simulated('--seeds', '200');
    expect(output.slice(-20_000)).toContain('Nothing was lost');
    expect(code).toBe(0);
    // A service that does nothing does nothing wrong.
    expect(Number(/(\d+) FINISHED/.exec(output)?.[1])).toBeGreaterThan(400);
  });

  it('plays the history of a seed the same way every time', async () => {
    const ends = await Promise.all([1, 2].map(() => simulated('--seeds', '3', '--from', '7', '--digest')));
    const [one, other] = ends.map(({ output }) => /^digest .*$/m.exec(output)?.[0]);
    expect(one).toMatch(/^digest [0-9a-f]{64}$/);
    expect(one).toBe(other);
  });
});

it('has bugs to plant, each where its text stands once', () => {
  expect(BUGS.length).toBeGreaterThanOrEqual(10);
  for (const { file, from } of BUGS)
    expect([from, readFileSync(PROJECT + file, 'utf8').split(from).length]).toEqual([from, 2]);
});
