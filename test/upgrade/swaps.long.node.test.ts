import { expect, it } from 'vitest';
import { playUpgrade, versionBefore } from '../../scripts/drill/upgrade.ts';

const BEFORE = versionBefore();

/** A checkout without its history has no version before. */
it.skipIf(BEFORE === null)(
  'the version before and this one are swapped twenty times under runs: nothing is lost, doubled or changed',
  async () => {
    const said: string[] = [];
    const { kills, wrong } = await playUpgrade({
      from: BEFORE ?? '',
      swaps: 20,
      interactions: 40_000,
      say: (text) => said.push(text),
      signal: AbortSignal.timeout(900_000),
    });
    expect(wrong, said.join('\n')).toEqual([]);
    expect(kills.filter(({ cut }) => cut > 0).length).toBeGreaterThan(10);
  },
  900_000,
);
