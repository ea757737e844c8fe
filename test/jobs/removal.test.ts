import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { cancelJob } from '../../src/jobs/change-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { removeFiles, removeJobs, removeRuns } from '../../src/jobs/remove.ts';
import { sweepExpired } from '../../src/jobs/sweeps/artifacts.ts';
import { importAll, interaction, jobContext, newCenter, sliceContext, submit } from '../support/center.ts';
import { emptied } from '../support/waiting.ts';
import { history, setClock } from './clock.ts';
import { carryOutRun, lastRun, view } from './due-runs.ts';

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

describe('cancelling and deleting', () => {
  it('cancels a run within a page and leaves nothing in R2', async () => {
    const ccid = await newCenter('cancel');
    await importAll(
      ccid,
      'interactions',
      Array.from({ length: 50 }, (_, index) => interaction(`I${index}`)),
    );
    const job = await submit(ccid);
    const run = await lastRun(ccid, job);
    const whole = sliceContext(ccid, job, []);
    const source = {
      ...whole.source,
      page: async (...query: Parameters<typeof whole.source.page>) => {
        expect(await cancelJob(jobContext(), ccid, job.id)).toMatchObject({ ok: true });
        return whole.source.page(...query);
      },
    };
    await runSlice(
      { ...whole, source },
      { format: 1, kind: 'slice', ccid, jobId: job.id, runId: run, seq: 0 },
    );
    expect(await history(ccid, job.id)).toMatchObject([{ status: 'Cancelled', fileName: '' }]);
    await runDurableObjectAlarm(jobObject(env.EXPORT_JOB, ccid, job.id));
    for (const prefix of ['artifacts', 'tail']) await emptied(`${prefix}/${ccid}/`);
    expect(await cancelJob(jobContext(), ccid, job.id)).toMatchObject({
      ok: false,
      failure: { code: 'not-running' },
    });
    expect(await cancelJob(jobContext(), ccid, job.id + 1_000)).toMatchObject({
      ok: false,
      failure: { code: 'no-job' },
    });
  });

  it('refuses to delete what is in progress, and removes everything of a job otherwise', async () => {
    const ccid = await newCenter('delete');
    const job = await submit(ccid);
    const run = await lastRun(ccid, job);
    expect(await removeJobs(jobContext(), ccid, [job.id])).toMatchObject([
      { id: job.id, failure: { code: 'in-progress' } },
    ]);
    expect(await removeRuns(jobContext(), ccid, [run])).toMatchObject([
      { id: run, failure: { code: 'in-progress' } },
    ]);
    await carryOutRun(ccid, job, run);
    expect((await env.BUCKET.list({ prefix: `artifacts/${ccid}/` })).objects).toHaveLength(1);
    expect(await removeJobs(jobContext(), ccid, [job.id, 999_999])).toMatchObject([
      { id: 999_999, failure: { code: 'no-job' } },
    ]);
    expect(await view(ccid, job)).toBeNull();
    expect(await history(ccid, job.id)).toEqual([]);
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    await runDurableObjectAlarm(object);
    await emptied(`artifacts/${ccid}/`);
    expect(await removeJobs(jobContext(), ccid, [job.id])).toMatchObject([{ failure: { code: 'no-job' } }]);
    expect(await object.progress(run)).toBeNull();
  });

  it('removes a history item with its artifacts, and single files', async () => {
    const ccid = await newCenter('items');
    const job = await submit(ccid);
    await carryOutRun(ccid, job, await lastRun(ccid, job));
    const names = async () =>
      (
        await env.DB.prepare('SELECT name FROM artifacts WHERE ccid = ?').bind(ccid).all<{ name: string }>()
      ).results.map(({ name }) => name);
    const [name = ''] = await names();
    expect(await removeFiles(jobContext(), ccid, [name, 'nothing.zip'])).toMatchObject([
      { id: 'nothing.zip', failure: { code: 'no-file' } },
    ]);
    expect(await names()).toEqual([]);
    expect(await history(ccid, job.id)).toMatchObject([
      { status: 'Finished', fileName: '', fileSize: 0, detail: { files: 'deleted' } },
    ]);
    expect(await removeRuns(jobContext(), ccid, [await lastRun(ccid, job)])).toEqual([]);
    expect(await history(ccid, job.id)).toEqual([]);
    expect(await view(ccid, job)).toMatchObject({ status: 'Suspended', fileName: '' });
  });
});

describe('retention', () => {
  it('deletes artifacts after 30 days, and the history says so', async () => {
    const ccid = await newCenter('retention');
    const job = await submit(ccid);
    await carryOutRun(ccid, job, await lastRun(ccid, job));
    const clock = { db: env.DB, bucket: env.BUCKET };
    await sweepExpired(clock, setClock('2026-05-31 10:00:29'));
    expect((await env.BUCKET.list({ prefix: `artifacts/${ccid}/` })).objects).toHaveLength(1);
    await sweepExpired(clock, setClock('2026-05-31 10:00:30'));
    expect((await env.BUCKET.list({ prefix: `artifacts/${ccid}/` })).objects).toEqual([]);
    const { results } = await env.DB.prepare('SELECT name FROM artifacts WHERE ccid = ?').bind(ccid).all();
    expect(results).toEqual([]);
    await runDurableObjectAlarm(jobObject(env.EXPORT_JOB, ccid, job.id));
    expect(await history(ccid, job.id)).toMatchObject([
      { status: 'Finished', detail: { files: 'expired', filesExpireAt: '2026-05-31T10:00:30.000Z' } },
    ]);
  });
});
