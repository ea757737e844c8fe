import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EVERY_MINUTE, HOURLY } from '../../src/jobs/crons.ts';
import { wakeActive } from '../../src/jobs/start-due.ts';
import { sweepRecords } from '../../src/jobs/sweeps/records.ts';
import { DAY_MS } from '../../src/model/instant.ts';
import { countedObjects } from '../../src/platform/counted.ts';
import { Invocation } from '../../src/platform/invocation.ts';
import { storesIn } from '../../src/records/stores.ts';
import { stores } from '../support/record-stores.ts';
import { importAll, interaction } from '../support/center.ts';
import { limitedPlatform } from './platform.ts';
import { insertRows } from './rows.ts';

const platform = limitedPlatform({ HISTORY_RETENTION_DAYS: '30' });
const OLD = '2020-01-01T00:00:00.000Z';
const recordsOf = async (ccid: string) => (await stores.storeOf(ccid, 'Interaction').room()).bytes;

afterEach(() => vi.restoreAllMocks());

const CENTERS = Array.from({ length: 160 }, (_, index) => `c${String(index).padStart(4, '0')}`);

/** Contact centers that had records once; every twentieth has some that are old. */
async function manyCenters(): Promise<void> {
  await env.DB.prepare('INSERT INTO record_centers (ccid) SELECT value FROM json_each(?)')
    .bind(JSON.stringify(CENTERS))
    .run();
  for (const ccid of CENTERS.filter((_, index) => index % 20 === 19))
    await importAll(ccid, 'interactions', [interaction('A', { STARTDATE: OLD })]);
}

describe('the hourly sweeps', () => {
  it('end within one invocation, whatever there is, and go on where they stopped', async () => {
    await manyCenters();
    const left = async () => {
      const bytes = await Promise.all(
        CENTERS.filter((_, index) => index % 20 === 19).map((ccid) => recordsOf(ccid)),
      );
      return bytes.filter((some) => some > 0).length;
    };
    const seen = [await left()];
    for (let hour = 0; seen.at(-1) !== 0 && hour < 10; hour += 1) {
      // What the other sweeps leave of an invocation: two stores of some sixty centers.
      await new Invocation({ statements: 100, subrequests: 140 }).run(() =>
        sweepRecords({ ...stores, storeOf: storesIn(countedObjects(env.RECORDS)) }, Date.now(), 30),
      );
      seen.push(await left());
    }
    expect(seen.at(-1)).toBe(0);
    // Each hour removed what another one had not, and none did it all.
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...new Set(seen)]);
  });

  it('forget of what was deleted a week ago that it was', async () => {
    const [old, young] = [Date.now() - 7 * DAY_MS - 1, Date.now() - 6 * DAY_MS];
    await env.DB.prepare('INSERT INTO removed (id, at) VALUES (1, ?1), (2, ?2)').bind(old, young).run();
    await platform.scheduled(HOURLY);
    expect((await env.DB.prepare('SELECT id FROM removed').all()).results).toEqual([{ id: 2 }]);
  });

  it('do not stop each other: one that fails is told to the log', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(env.BUCKET, 'list').mockRejectedValue(
      new Error('list: We encountered an internal error (10001)'),
    );
    await importAll('after', 'interactions', [interaction('A', { STARTDATE: OLD })]);
    await platform.scheduled(HOURLY);
    expect(told.mock.calls.flat().map((line) => JSON.parse(String(line)) as unknown)).toMatchObject([
      { event: 'chore-failed', chore: 'orphans', error: { code: 'r2-unavailable' } },
    ]);
    expect(await recordsOf('after')).toBe(0);
  });
});

describe('waking', () => {
  it('goes through all jobs in progress, minute by minute, some beside each other', async () => {
    await insertRows('waking', { runs: 0, jobs: 1_500, jobId: 1, status: 'IN_PROGRESS' });
    const woken: string[] = [];
    let [atOnce, most] = [0, 0];
    const wake = async (name: string) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await scheduler.wait(0);
      atOnce -= 1;
      woken.push(name);
      if (woken.length % 100 === 0) throw new Error('Durable Object storage operation exceeded timeout');
    };
    // What a clock uses of the namespace.
    const objects = {
      idFromName: (name: string) => name,
      get: (name: string) => ({ wake: () => wake(name) }),
    } as unknown as Env['EXPORT_JOB'];
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const minute = () => wakeActive({ db: env.DB, objects });
    expect([await minute(), await minute()]).toEqual([1_000, 500]);
    expect(new Set(woken).size).toBe(1_500);
    expect(most).toBe(10);
    expect(await minute()).toBe(1_000);
    await platform.scheduled(EVERY_MINUTE);
    expect(platform.calls.refused).toEqual([]);
  });
});
