import { createMessageBatch } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import worker from '../../src/index.ts';
import { giveUp } from '../../src/jobs/consume.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { sweepOrphans } from '../../src/jobs/sweeps/orphans.ts';
import {
  carryOut,
  firstMessage,
  firstRun,
  historyItem,
  importAll,
  interaction,
  newCenter,
  submit,
} from '../support/center.ts';
import { stores } from '../support/record-stores.ts';

afterEach(() => vi.useRealTimers());
const clock = { db: env.DB, bucket: env.BUCKET, texts: stores };
const HOUR = 3_600_000;
const keysBelow = async (prefix: string) => (await env.BUCKET.list({ prefix })).objects.map(({ key }) => key);

describe('the sweep for orphans', () => {
  it('removes what nobody knows of, and nothing of a run in progress or of a listed artifact', async () => {
    const ccid = await newCenter('orphans');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const finished = await submit(ccid);
    await carryOut(ccid, finished);
    const running = await submit(ccid);
    const [artifact = ''] = await keysBelow(`artifacts/${ccid}/`);
    await env.BUCKET.put(`artifacts/${ccid}/${firstRun(finished)}/late`, 'x');
    await env.BUCKET.put(`tail/${ccid}/${firstRun(finished)}/0-1`, 'x');
    await env.BUCKET.put(`tail/${ccid}/999999/0-1`, 'x');
    const open = `tail/${ccid}/${firstRun(running)}/0-1`;
    await env.BUCKET.put(open, 'x');
    await sweepOrphans(clock, Date.now() + HOUR / 2);
    expect(await keysBelow(`tail/${ccid}/`)).toHaveLength(3);
    await sweepOrphans(clock, Date.now() + 2 * HOUR);
    expect(await keysBelow(`tail/${ccid}/`)).toEqual([open]);
    expect(await keysBelow(`artifacts/${ccid}/`)).toEqual([artifact]);
  });
});

describe('a dead letter', () => {
  it('fails nothing: not a run that waits, not one that is past it, not one that a consumer works on', async () => {
    const ccid = await newCenter('dead');
    const job = await submit(ccid);
    const message = firstMessage(ccid, job);
    const batch = createMessageBatch('export-slices-dead', [
      { id: '1', timestamp: new Date(), attempts: 1, body: message },
    ]);
    await worker.queue(batch, env);
    expect(await historyItem(ccid, job)).toMatchObject({ status: 'Queued' });
    await giveUp({ objects: env.EXPORT_JOB, db: env.DB, now: Date.now }, { ...message, seq: 1 });
    expect(await jobObject(env.EXPORT_JOB, ccid, job.id).lease(message.runId, 0)).toMatchObject({ ok: true });
    await giveUp({ objects: env.EXPORT_JOB, db: env.DB, now: Date.now }, message);
    await giveUp({ objects: env.EXPORT_JOB, db: env.DB, now: Date.now }, 'nonsense');
    expect(await historyItem(ccid, job)).toMatchObject({ status: 'In Progress' });
  });
});

describe('the queue consumer', () => {
  it('carries out a run by its messages, and acknowledges what it cannot read', async () => {
    const ccid = await newCenter('consumer');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const job = await submit(ccid);
    for (const body of ['nonsense', { format: 99 }, firstMessage(ccid, job)]) {
      const batch = createMessageBatch('export-slices', [
        { id: '1', timestamp: new Date(), attempts: 1, body },
      ]);
      await worker.queue(batch, env);
    }
    expect(await historyItem(ccid, job)).toMatchObject({ status: 'Finished' });
  });
});
