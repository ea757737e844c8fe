import { describe, expect, it } from 'vitest';
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
