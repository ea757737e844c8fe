import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweepOrphans } from '../../src/jobs/sweeps/orphans.ts';
import type { Through } from './faults.ts';
import { expectTidy } from './expectations.ts';
import {
  drive,
  newHistory,
  newWorld,
  objectOf,
  statusOf,
  stopClock,
  turn,
  type History,
  type World,
} from './world.ts';
import { stores } from '../support/record-stores.ts';

const { DB, BUCKET } = env;
const HOUR_MS = 3_600_000;

/** What a consumer says when its run is over. */
const AFTER_THE_END = 'object unpin';

let history: History;
/** Calls that a healthy run's consumers make. */
let calls = 0;

beforeAll(async () => {
  stopClock();
  history = await newHistory('ended');
  await drive(await newWorld(history), () => (point, call) => {
    if (point !== AFTER_THE_END) calls += 1;
    return call();
  });
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const tails = async () => (await BUCKET.list({ prefix: `tail/${history.ccid}/` })).objects;

const ENDINGS: readonly { title: string; status: string; end: (world: World) => Promise<unknown> }[] = [
  { title: 'cancelled', status: 'Cancelled', end: async (world) => objectOf(world).cancel() },
];

describe.each(ENDINGS)('a run that is $title', ({ status, end }) => {
  it('leaves nothing behind, whatever its consumer was just about to do', async () => {
    expect(calls).toBeGreaterThan(20);
    for (let at = 1; at <= calls; at += 1) {
      const world = await newWorld(history);
      let seen = 0;
      const through: Through = async (point, call) => {
        if (point === AFTER_THE_END) return call();
        seen += 1;
        if (seen === at) {
          await end(world);
          // What there is by now is removed before the consumer goes on, and knows nothing of it.
          await turn(world);
        }
        return call();
      };
      await drive(world, () => through);
      expect(await statusOf(world), `ended before call ${at}`).toBe(status);
      await expectTidy(world);
    }
    // A tail that was put after the clean-up is an orphan: it is named by no row, and an hour later the sweep finds it.
    expect(await tails()).not.toEqual([]);
    await sweepOrphans({ db: DB, bucket: BUCKET, texts: stores }, Date.now() + 2 * HOUR_MS);
    expect(await tails()).toEqual([]);
  });
});
