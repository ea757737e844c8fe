import { expect, it } from 'vitest';
import { SLIPS } from '../../scripts/lab/histories/planted.ts';
import { playedBy } from './simulated.ts';

/** However slow the machine is: what counts is the number of histories. */
const timeout = 3_600_000;

it('packed records are what D1 holds after every step of 5,000 histories', { timeout }, async () => {
  const { code, output } = await playedBy('histories', '--seeds', '5000');
  expect(output.slice(-20_000)).toContain('no difference');
  expect(code).toBe(0);
});

it.each(SLIPS.map(({ name }, index) => ({ name, number: String(index + 1) })))(
  'is found within 1,000 histories of packed records: $name',
  { timeout },
  async ({ number }) => {
    const { code, output } = await playedBy('histories', '--seeds', '1000', '--bug', number);
    expect(output).toMatch(/^WRONG: /m);
    expect(output).toMatch(/^Seed \d+ fails/m);
    expect(code).toBe(1);
  },
);
