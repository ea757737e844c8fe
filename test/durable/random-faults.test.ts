import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { randomOf, type Random } from '../../scripts/generate/random.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { inLength } from '../support/mode.ts';
import { injecting, type Through } from './faults.ts';
import { expectClean, expectWhole } from './expectations.ts';
import {
  deliver,
  isUnderWay,
  mortal,
  newHistory,
  newWorld,
  retryingConsumer,
  statusOf,
  stopClock,
  turn,
  type History,
  type World,
} from './world.ts';

let history: History;
/** Faults that all runs met. */
let faults = 0;

beforeAll(async () => {
  stopClock();
  history = await newHistory('unruly');
});
beforeEach(() => {
  // Planted faults are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** One call in twenty fails, before or after it took effect; by seed, point and passing, whatever else goes on. */
function unlucky(seed: number): Through {
  const passed = new Map<string, number>();
  return injecting((point) => {
    const n = (passed.get(point) ?? 0) + 1;
    passed.set(point, n);
    const share = randomOf(seed, `${point} ${n}`).next();
    if (share < 0.05) faults += 1;
    if (share < 0.025) return 'fails before';
    return share < 0.05 ? 'fails after' : 'passes';
  });
}

/**
 * With every second seed storage calls are tried again, as the Worker does; with the others each fault strikes.
 * Delivers each message up to three times or not at all, late and in any order, two at once now and then.
 */
async function driveUnruly(world: World, random: Random, retries: boolean): Promise<void> {
  const waiting: SliceMessage[] = [];
  const one = async () => {
    const [message] = waiting.splice(random.integer(0, waiting.length - 1), 1);
    const through = !retries && random.next() < 0.1 ? mortal(world.through) : world.through;
    const change = retries ? retryingConsumer(world, through) : {};
    if (message) await deliver(world, message, through, change);
  };
  for (let round = 0; round < 500; round += 1) {
    for (const message of world.messages.splice(0))
      for (let copies = random.pick([0, 1, 1, 1, 2, 3]); copies > 0; copies -= 1) waiting.push(message);
    if (waiting.length > 0 && random.next() < 0.7)
      await Promise.all(random.next() < 0.3 ? [one(), one()] : [one()]);
    else if (isUnderWay(await statusOf(world))) await turn(world);
    else return;
  }
  throw new Error(`the run did not end: ${String(await statusOf(world))}`);
}

const WAYS = [
  { way: 'written by one', seeds: 20, options: {} },
  {
    way: 'whose volumes are written by many',
    seeds: inLength(6, 40),
    options: { byMany: true, volumeBytes: 24_000 },
  },
];

describe.each(WAYS)(
  'a run $way whose every call fails one time in twenty, and whose messages get lost, doubled and mixed up',
  ({ seeds, options }) => {
    it.each(Array.from({ length: seeds }, (_, index) => index + 1))('seed %i', async (seed) => {
      const world = await newWorld(history, unlucky(seed), options);
      await driveUnruly(world, randomOf(seed, 'messages'), seed % 2 === 0);
      expect(await statusOf(world)).toBe('Finished');
      await expectWhole(world);
      // An upload whose answer was lost is known to nobody; all others are gone.
      await expectClean(world, 'any');
    });

    it('meets faults at all', () => {
      expect(faults).toBeGreaterThan(20);
    });
  },
);
