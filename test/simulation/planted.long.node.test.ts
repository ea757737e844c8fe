import { expect, it } from 'vitest';
import { BUGS } from '../../scripts/lab/simulate/planted.ts';
import { simulated } from './simulated.ts';

it.each(BUGS.map(({ name }, index) => ({ name, number: String(index + 1) })))(
  'is found within 1,000 histories: $name',
  // However slow the machine is: what counts is the number of histories.
  { timeout: 3_600_000 },
  async ({ number }) => {
    const { code, output } = await simulated('--seeds', '1000', '--bug', number);
    expect(output).toMatch(/^WRONG: /m);
    expect(output).toMatch(/^Seed \d+ fails/m);
    expect(code).toBe(1);
  },
);
