import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { START } from '../harness.ts';
import { LINES } from './attack.ts';
import { BROWSER_TRICKS } from './browser-tricks.ts';
import { ENDED_CALLERS } from './ended-callers.ts';
import { FORGED_TOKENS } from './forged-tokens.ts';
import { REPLAYS } from './replays.ts';
import { clock, makeWorld } from './world.ts';

/** The issuer's keys are others in the end. */
const ALL = [...BROWSER_TRICKS, ...REPLAYS, ...ENDED_CALLERS, ...FORGED_TOKENS];

beforeAll(async () => {
  // The library that reads an issuer's answers has no clock but the machine's.
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  await makeWorld();
});
afterAll(() => vi.useRealTimers());
beforeEach(() => {
  clock.now = START;
});

describe('an attack', () => {
  it.each(ALL.map((row) => [row.line, row.what, row] as const))('%s: %s', async (_, __, row) => {
    expect(await row.attack()).toEqual(row.comesBack);
  });

  it.each(LINES)('%s has a row', (line) => {
    expect(ALL.some((row) => row.line === line)).toBe(true);
  });
});
