import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { giveUp } from '../../src/jobs/consume.ts';
import { historyItem } from '../support/center.ts';
import { inLength } from '../support/mode.ts';
import type { Through } from './faults.ts';
import { expectClean, expectWhole } from './expectations.ts';
import {
  drive,
  newHistory,
  newWorld,
  objectOf,
  statusOf,
  stopClock,
  turn,
  within,
  type History,
  type World,
} from './world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// The world replaces the objects' bindings, and with them what `env` answers: this is the real one.
const { EXPORT_JOB } = env;
let history: History;

beforeAll(async () => {
  stopClock();
  history = await newHistory('outages');
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

/** What the platform says while a service is away; one after the other. */
const AWAY = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'put: We encountered an internal error. Please try again. (10001)',
  'The operation timed out',
  'Queue send failed: Bad Gateway',
];

/** From the `after`-th call of a service on it fails every call, for `ms` of the clock. */
function outage(service: RegExp, after: number, ms: number, words: readonly string[] = AWAY): Through {
  let calls = 0;
  let from: number | null = null;
  return async (point, call) => {
    if (!service.test(point)) return call();
    calls += 1;
    if (calls >= after) from ??= Date.now();
    if (from === null || Date.now() >= from + ms) return call();
    throw new Error(words[calls % words.length]);
  };
}

/** Lets an hour pass, in which chores that failed come to their next try. */
const anHour = (world: World): Promise<void> => turn(world, HOUR_MS);

describe.each([
  { service: 'D1', calls: /D1/, after: [1, 3] },
  { service: 'the records’ object', calls: /object (page|totals)/, after: [1, 2] },
  { service: 'R2', calls: /R2/, after: [1, 5, 8] },
  { service: 'the queue', calls: /queue/, after: [1, 2] },
  { service: 'everything but the object', calls: /D1|R2|queue/, after: [2, 15] },
])('$service refuses every call', ({ calls, after }) => {
  // The earlier moments in `npm run test:long` alone.
  it.each(after.slice(-inLength(1, after.length)))(
    'for ten minutes from call %i on: the run waits, and is finished',
    async (at) => {
      const through = outage(calls, at, 10 * MINUTE_MS);
      const world = await newWorld(history, through);
      const begun = Date.now();
      await drive(world, () => through);
      expect(Date.now() - begun).toBeGreaterThan(10 * MINUTE_MS);
      await expectWhole(world);
      await anHour(world);
      await expectClean(world);
    },
  );
});

const descriptionOf = async ({ ccid, job }: World): Promise<unknown> =>
  (await historyItem(ccid, job))?.['description'];

describe('an outage without an end', () => {
  it('fails the run after two hours, in words', async () => {
    const through = outage(/R2/, 3, 24 * HOUR_MS, ['put: We encountered an internal error. (10001)']);
    const world = await newWorld(history, through);
    const begun = Date.now();
    await drive(world, () => through);
    expect(await statusOf(world)).toBe('Failed');
    expect(await descriptionOf(world)).toMatch(/^The export got no further for two hours.*R2 did not answer/);
    expect(Date.now() - begun).toBeGreaterThan(2 * HOUR_MS);
    expect(Date.now() - begun).toBeLessThan(2 * HOUR_MS + 5 * MINUTE_MS);
  });
});

describe('a fault that does not pass by itself', () => {
  /** Fails every read of a page; answers how often that was. */
  async function readsRefused(words: (nth: number) => string) {
    let refused = 0;
    const through: Through = async (point, call) => {
      if (point !== 'R2 createMultipartUpload') return call();
      refused += 1;
      throw new Error(words(refused));
    };
    const world = await newWorld(history);
    await drive(world, () => through);
    return { refused, world };
  }

  it('fails the run when it strikes a sixth time in the same place', async () => {
    const { refused, world } = await readsRefused(() => 'D1_ERROR: no such column: SQLITE_ERROR');
    expect(await statusOf(world)).toBe('Failed');
    expect(await descriptionOf(world)).toContain(
      'The export met the same fault again and again: D1 refused a statement (d1-sql).',
    );
    expect(refused).toBe(6);
  });

  it('is counted by itself, whatever passes in between', async () => {
    const { refused, world } = await readsRefused((nth) =>
      nth % 3 === 0 ? 'D1_ERROR: no such column: SQLITE_ERROR' : AWAY[nth % AWAY.length]!,
    );
    expect(await descriptionOf(world)).toContain('(d1-sql)');
    expect(refused).toBe(18);
  });
});

describe('a dead letter', () => {
  it('wakes an object whose alarm was lost, and fails nothing', async () => {
    const world = await newWorld(history);
    const [message] = world.messages.splice(0);
    await runInDurableObject(objectOf(world), (_, { storage }) => storage.deleteAlarm());
    await giveUp({ objects: EXPORT_JOB, db: env.DB, now: Date.now }, message);
    expect(await statusOf(world)).toBe('Queued');
    await drive(world);
    await expectWhole(world);
  });
});

describe('a projection that D1 refuses', () => {
  it('is tried again after 5 s, then after twice the time, at last once an hour, and then anew', async () => {
    let refuses = false;
    let tries = 0;
    const through: Through = async (point, call) => {
      if (point !== 'object D1 batch') return call();
      if (!refuses) return call();
      tries += 1;
      throw new Error('D1_ERROR: D1 DB is overloaded.');
    };
    const world = await newWorld(history, through);
    refuses = true;
    await within(world, () => objectOf(world).cancel());
    const pauses: number[] = [];
    for (let nth = 0; nth < 14; nth += 1) {
      const alarm = await runInDurableObject(objectOf(world), (_, { storage }) => storage.getAlarm());
      pauses.push(Math.round(((alarm ?? 0) - Date.now()) / 1_000));
      await turn(world, (alarm ?? 0) - Date.now());
    }
    // The first is due for the garbage that every ended run may have left.
    expect(pauses).toEqual([0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    refuses = false;
    await anHour(world);
    expect(await statusOf(world)).toBe('Cancelled');
    // Two with the call itself, which asks without regard to pauses.
    expect(tries).toBe(15);
  });
});
