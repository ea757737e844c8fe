import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { JobCalls } from '../../durable/job-calls.ts';
import { settingsOf } from '../../durable/settings.ts';
import { Upkeep } from '../../durable/upkeep.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { newRun } from '../../src/model/run.ts';
import { inLength } from '../support/mode.ts';
import { firstRun, newCenter, submit } from '../support/center.ts';
import { Calls } from './calls.ts';
import { limitedBucket } from './bucket.ts';
import { limitedDatabase } from './database.ts';

const RUNS = inLength(2_000, 10_000);
const calls = new Calls({ statements: 1_000, subrequests: 10_000 });
const bindings = { ...env, DB: limitedDatabase(env.DB, calls), BUCKET: limitedBucket(env.BUCKET, calls) };
const rows = (table: string, ccid: string) =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ccid = ?`).bind(ccid).first<number>('n');

describe('a job with as many history items as a job may have', () => {
  it('is projected, and deleted, in pieces that D1 takes: each event has no more than its share', async () => {
    const ccid = await newCenter('history');
    const job = await submit(ccid);
    await runInDurableObject(jobObject(env.EXPORT_JOB, ccid, job.id), async (_, ctx) => {
      const upkeep = new Upkeep(ctx, bindings);
      const { state } = upkeep;
      const [first] = [state.run(firstRun(job))!]; // submitted just now
      const ended = {
        ...first.outcome,
        status: 'FAILED' as const,
        endedAt: Date.now(),
        filesGone: '' as const,
      };
      ctx.storage.transactionSync(() => {
        state.putRun({ ...first, outcome: ended }, true);
        for (let index = 1; index < RUNS; index += 1) {
          const id = job.id + 100_000_000 + index;
          // Each with a definition of its own, as of a job that is edited before every run.
          const definition = { ...first.definition, title: `run ${index}` };
          const submission = { id, definition, watermark: 0, scheduledAt: index, now: index };
          const run = newRun(submission);
          state.putRun({ ...run, outcome: { ...run.outcome, status: 'FAILED' } }, true);
        }
      });
      const drain = async (): Promise<number> => {
        let events = 0;
        for (let told = 'some'; told === 'some'; events += 1) {
          calls.begin();
          told = await upkeep.project();
          expect(told).not.toBe('failed');
          // What is left follows with the alarm, soon.
          if (told === 'some') expect((await ctx.storage.getAlarm())! - Date.now()).toBeLessThan(1_000);
        }
        return events;
      };
      expect(await drain()).toBeGreaterThan(RUNS / 200);
      expect(await rows('runs', ccid)).toBe(RUNS);
      expect(await new JobCalls(upkeep).remove()).toMatchObject({ ok: true });
      await drain();
      expect(state.unprojected()).toBeNull();
      expect(ctx.storage.sql.exec('SELECT count(*) AS n FROM definitions').one()).toEqual({ n: 0 });
      await ctx.storage.deleteAlarm();
    });
    expect([await rows('runs', ccid), await rows('jobs', ccid)]).toEqual([0, 0]);
    expect(calls.refused).toEqual([]);
    expect(calls.most.statements).toBeLessThan(500);
  });
});

it('an alarm of an object with much to remove asks R2 no more than it may', async () => {
  const ccid = await newCenter('garbage');
  const job = await submit(ccid);
  await runInDurableObject(jobObject(env.EXPORT_JOB, ccid, job.id), async (_, ctx) => {
    const upkeep = new Upkeep(ctx, bindings);
    for (let index = 0; index < 5_000; index += 1)
      upkeep.state.addGarbage({ key: `tail/${ccid}/${index}/`, uploadId: '', run: index });
    calls.begin();
    await upkeep.tend();
    expect(upkeep.state.hasGarbage()).toBe(true);
    await ctx.storage.deleteAlarm();
  });
  expect(calls.refused).toEqual([]);
});

it('an object takes its settings from the environment that an isolate gives all of them, read once', async () => {
  const ccid = await newCenter('settings');
  const environments: object[] = [];
  for (let at = 0; at < 2; at += 1) {
    const { id } = await submit(ccid);
    // `env` is protected.
    await runInDurableObject(jobObject(env.EXPORT_JOB, ccid, id), (instance) => {
      environments.push((instance as unknown as { env: object }).env);
    });
  }
  const [one = {}, other = {}] = environments;
  expect(settingsOf(one)).toBe(settingsOf(other));
  expect(settingsOf({ ...one, RETENTION_DAYS: '7' })).toMatchObject({ retentionDays: 7 });
  expect(() => settingsOf({ ...one, WRAP_KEYS: 'none' })).toThrow(/WRAP_KEYS/);
});
