import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobObject } from '../../src/jobs/job-object.ts';
import { sweepExpired } from '../../src/jobs/sweeps/artifacts.ts';
import { carryOut, historyItem, importAll, interaction, newCenter, submit } from '../support/center.ts';
import { setClock } from './clock.ts';
import { inLength } from '../support/mode.ts';
import { countingReads, killingAtRandom, KILLED } from './sweep-faults.ts';

const ARTIFACTS = inLength(10_000, 100_000);
const UNEXPIRED = 2_000;
/** Of the artifacts the ones with an object in R2: deleting a key that is not there is no fault. */
const OBJECT_EVERY = 100;
/** The artifacts of a page (src/jobs/sweep.ts). */
const PAGE = 500;
/** When the made rows expire, one after the other: long before any run of this file does. */
const FIRST_EXPIRY = 1_000;

const stores = { db: env.DB, bucket: env.BUCKET };

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

/**
 * Artifacts as the projection writes them, named by their place: those that have expired first, then those that have not. Their
 * names and rows lie in another order than their expiries.
 */
async function fill(ccid: string, expired: number): Promise<void> {
  const all = expired + UNEXPIRED;
  const names = Array.from({ length: all / OBJECT_EVERY }, (_, index) => index * OBJECT_EVERY);
  for (let at = 0; at < names.length; at += 100)
    await Promise.all(names.slice(at, at + 100).map((name) => env.BUCKET.put(keyOf(ccid, name), 'x')));
  await env.DB.prepare(
    `WITH RECURSIVE places(row) AS (SELECT 0 UNION ALL SELECT row + 1 FROM places WHERE row < ?2 - 1)
    INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size, sha256, uploaded_at, expires_at)
    SELECT 'f' || place || '.zip.smime', ?1, 'artifacts/' || ?1 || '/1/' || place, 1, 1, '', '', 'Contact', 'UCS', place + 1, 1, '', 0,
      CASE WHEN place < ?3 THEN ?4 + place / 3 ELSE 9e15 END
    FROM (SELECT row * 7919 % CAST(?2 AS INTEGER) AS place FROM places)`,
  )
    .bind(ccid, all, expired, FIRST_EXPIRY)
    .run();
}
const keyOf = (ccid: string, place: number): string => `artifacts/${ccid}/1/${place}`;

/** What is left of a center: rows, how many of them have expired at `now`, and objects. */
async function left(ccid: string, now: number) {
  const rows = await env.DB.prepare(
    'SELECT count(*) AS rows, coalesce(sum(expires_at <= ?2), 0) AS expired FROM artifacts WHERE ccid = ?1',
  )
    .bind(ccid, now)
    .first();
  const { objects, truncated } = await env.BUCKET.list({ prefix: `artifacts/${ccid}/` });
  expect(truncated).toBe(false);
  return { ...rows, objects: objects.map(({ key }) => key).toSorted() };
}
const untouched = (ccid: string, expired: number) => ({
  rows: UNEXPIRED,
  expired: 0,
  objects: Array.from({ length: UNEXPIRED / OBJECT_EVERY }, (_, index) =>
    keyOf(ccid, expired + index * OBJECT_EVERY),
  ).toSorted(),
});

/** Sweeps until nothing is left of what expired, whenever it is killed. Answers how often that was. */
async function sweepThroughKills(killed: Parameters<typeof sweepExpired>[0], now: number): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    try {
      await sweepExpired(killed, now);
      return kills;
    } catch (error) {
      expect(error).toBe(KILLED);
    }
  }
}

describe(`the sweep of ${ARTIFACTS} expired artifacts`, { timeout: 240_000 }, () => {
  it('reads each row that it deletes twice and no other, give or take one a page', async () => {
    const ccid = await newCenter('expiry');
    const now = FIRST_EXPIRY + ARTIFACTS;
    await fill(ccid, ARTIFACTS);
    const counted = countingReads(env.DB);
    expect(await sweepExpired({ ...stores, db: counted.db }, now)).toBe(ARTIFACTS);
    const { read, written } = counted.rows();
    expect(written).toBeGreaterThanOrEqual(ARTIFACTS);
    expect(read).toBeLessThanOrEqual(2 * ARTIFACTS + ARTIFACTS / PAGE + PAGE);
    expect(await left(ccid, now)).toEqual(untouched(ccid, ARTIFACTS));
    // Where nothing has expired, what has not is not looked through.
    const idle = countingReads(env.DB);
    expect(await sweepExpired({ ...stores, db: idle.db }, now)).toBe(0);
    expect(idle.rows().read).toBeLessThanOrEqual(1);
  });

  it('ends the same when it is killed at random', async () => {
    const ccid = await newCenter('expiry-killed');
    const now = FIRST_EXPIRY + ARTIFACTS;
    await fill(ccid, ARTIFACTS);
    expect(await sweepThroughKills(killingAtRandom(stores, { seed: 100, share: 0.1 }), now)).toBeGreaterThan(
      ARTIFACTS / 5_000,
    );
    expect(await left(ccid, now)).toEqual(untouched(ccid, ARTIFACTS));
  });
});

describe('the sweep of expired artifacts', { timeout: 120_000 }, () => {
  it.each([1, 2, 3, 4, 5])(
    'killed at random (seed %i) ends the same, and the history says what expired',
    async (seed) => {
      const ccid = await newCenter('killed');
      await importAll(ccid, 'interactions', [interaction('A')]);
      const job = await submit(ccid);
      await carryOut(ccid, job);
      setClock('2026-05-11 10:00:30');
      const later = await submit(ccid);
      await carryOut(ccid, later);
      await fill(ccid, 3_000);
      const now = setClock('2026-05-31 10:00:30');
      expect(await sweepThroughKills(killingAtRandom(stores, { seed, share: 0.4 }), now)).toBeGreaterThan(2);
      const after = await left(ccid, now);
      // Beside the rows made here the later job's artifact, which has not expired.
      const made = untouched(ccid, 3_000);
      expect({
        ...after,
        objects: after.objects.filter((key) => key.startsWith(`artifacts/${ccid}/1/`)),
      }).toEqual({
        ...made,
        rows: UNEXPIRED + 1,
      });
      expect(after.objects).toHaveLength(made.objects.length + 1);
      for (const each of [job, later]) await runDurableObjectAlarm(jobObject(env.EXPORT_JOB, ccid, each.id));
      expect(await historyItem(ccid, job)).toMatchObject({
        status: 'Finished',
        detail: { files: 'expired', filesExpireAt: '2026-05-31T10:00:30.000Z' },
      });
      expect((await historyItem(ccid, later))?.['detail']).not.toHaveProperty('files');
      expect(await left(ccid, now)).toEqual(after);
    },
  );
});
