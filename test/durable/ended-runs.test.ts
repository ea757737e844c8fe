import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweepOrphans } from '../../src/jobs/sweeps/orphans.ts';
import type { Through } from './faults.ts';
import { expectTidy } from './expectations.ts';
import { inLength } from '../support/mode.ts';
import {
  drive,
  newHistory,
  newWorld,
  objectOf,
  passing,
  statusOf,
  stopClock,
  turn,
  type History,
} from './world.ts';
import { stores } from '../support/record-stores.ts';

const { DB, BUCKET } = env;
const HOUR_MS = 3_600_000;

let history: History;

beforeAll(async () => {
  stopClock();
  history = await newHistory('ended');
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** What lies between slices: tails, and what was prepared. */
const between = async () => {
  const lists = ['tail', 'prepared'].map((prefix) => BUCKET.list({ prefix: `${prefix}/${history.ccid}/` }));
  return (await Promise.all(lists)).flatMap(({ objects }) => objects);
};

/** How a run is written, and before which of its calls it ends: every one, or in `npm test` every so many. */
const WAYS = [
  { way: 'a run', options: {}, step: 1 },
  {
    way: 'a run whose volumes are written by many',
    options: { byMany: true, volumeBytes: 40_000 },
    step: inLength(11, 1),
  },
];

describe.each(WAYS)('$way that is cancelled', ({ options, step }) => {
  it('leaves nothing behind, whatever its consumer was just about to do', async () => {
    let calls = 0;
    await drive(await newWorld(history, passing, options), () => (point, call) => {
      calls += 1;
      return call();
    });
    expect(calls).toBeGreaterThan(20);
    for (let at = 1; at <= calls; at += step) {
      const world = await newWorld(history, passing, options);
      let seen = 0;
      const through: Through = async (point, call) => {
        seen += 1;
        if (seen === at) {
          await objectOf(world).cancel();
          // What there is by now is removed before the consumer goes on, and knows nothing of it.
          await turn(world);
        }
        return call();
      };
      await drive(world, () => through);
      expect(await statusOf(world), `ended before call ${at}`).toBe('Cancelled');
      await expectTidy(world);
    }
    // What was put after the clean-up is an orphan: it is named by no row, and an hour later the sweep finds it.
    if (step === 1) expect(await between()).not.toEqual([]);
    await sweepOrphans({ db: DB, bucket: BUCKET, texts: stores }, Date.now() + 2 * HOUR_MS);
    expect(await between()).toEqual([]);
  });
});
