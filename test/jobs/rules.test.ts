import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { cancelJob, changeJob } from '../../src/jobs/change-job.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { removeFiles, removeJobs, removeRuns } from '../../src/jobs/remove.ts';
import { sweepExpired } from '../../src/jobs/sweeps/artifacts.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import {
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
  sliceContext,
  submit,
  config,
} from '../support/center.ts';
import { history, setClock, tick } from './clock.ts';

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

const daily: Partial<JobRequest> = { schedulerParam: { runs: 'daily' } };

/** Carries out the run that is due, whatever its id is. */
async function carryOutRun(ccid: string, job: JobView, runId: number): Promise<void> {
  const sent: SliceMessage[] = [{ format: 1, kind: 'slice', ccid, jobId: job.id, runId, seq: 0 }];
  for (let message = sent.shift(); message; message = sent.shift())
    await runSlice(sliceContext(ccid, job, sent), message);
}
const lastRun = async (ccid: string, job: JobView): Promise<number> =>
  Number((await history(ccid, job.id)).at(-1)?.['id']);
const view = async (ccid: string, job: JobView): Promise<JobView | null> => {
  const row = await env.DB.prepare('SELECT view FROM jobs WHERE ccid = ? AND id = ?')
    .bind(ccid, job.id)
    .first<{ view: string }>();
  return row ? (JSON.parse(row.view) as JobView) : null;
};

describe('starts', () => {
  it('of a recurring job come when they are due, once, and show their delay', async () => {
    const ccid = await newCenter('daily');
    const job = await submit(ccid, daily);
    expect(job).toMatchObject({
      status: 'Scheduled',
      progress: 0,
      fileName: '',
      nextStartsAt: '2026-05-02T00:00:00.000Z',
      suspended: false,
      scheduleType: 'daily',
    });
    expect(await history(ccid, job.id)).toEqual([]);
    expect(await tick(ccid)).toBe(0);
    setClock('2026-05-02 00:00:10');
    expect(await tick(ccid, 3)).toBe(1);
    expect(await tick(ccid)).toBe(0);
    const runs = await history(ccid, job.id);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      status: 'Queued',
      scheduledAt: '2026-05-02T00:00:00.000Z',
      createdDate: '2026-05-02T00:00:10.000Z',
    });
    setClock('2026-05-02 00:00:20');
    await carryOutRun(ccid, job, await lastRun(ccid, job));
    expect((await history(ccid, job.id))[0]).toMatchObject({
      status: 'Finished',
      startedAt: '2026-05-02T00:00:20.000Z',
    });
    expect(await view(ccid, job)).toMatchObject({
      status: 'Finished',
      latestStatus: 'Finished',
      nextStartsAt: '2026-05-03T00:00:00.000Z',
    });
  });

  it('that were missed run once, not once for each miss', async () => {
    const ccid = await newCenter('missed');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly' } });
    setClock('2026-05-04 07:30:00');
    expect(await tick(ccid)).toBe(1);
    expect(await tick(ccid)).toBe(0);
    const runs = await history(ccid, job.id);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ scheduledAt: '2026-05-01T11:00:00.000Z' });
    expect(await view(ccid, job)).toMatchObject({ nextStartsAt: '2026-05-04T08:00:00.000Z' });
  });

  it('are neither repeated nor lost when the clock jumps back or forward by an hour', async () => {
    const ccid = await newCenter('jumps');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly' } });
    const starts: unknown[] = [];
    for (const time of [
      '11:00:05',
      '10:00:10',
      '10:59:59',
      '11:00:10',
      '12:00:05',
      '13:00:05',
      '12:30:00',
      '13:00:00',
      '14:00:00',
    ]) {
      setClock(`2026-05-01 ${time}`);
      if ((await tick(ccid)) > 0) {
        await carryOutRun(ccid, job, await lastRun(ccid, job));
        starts.push((await history(ccid, job.id)).at(-1)?.['scheduledAt']);
      }
    }
    expect(starts).toEqual(['11', '12', '13', '14'].map((hour) => `2026-05-01T${hour}:00:00.000Z`));
  });

  it('that fall into a run become a Skipped history item that names it', async () => {
    const ccid = await newCenter('skipped');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly' } });
    setClock('2026-05-01 11:00:00');
    await tick(ccid);
    const first = await lastRun(ccid, job);
    setClock('2026-05-01 12:00:00');
    await tick(ccid);
    const runs = await history(ccid, job.id);
    expect(runs.map(({ status }) => status)).toEqual(['Queued', 'Skipped']);
    expect(runs[1]).toMatchObject({
      fileName: '',
      progress: 0,
      description: expect.stringContaining(`run ${first} `) as string,
    });
    expect(await view(ccid, job)).toMatchObject({
      status: 'Queued',
      nextStartsAt: '2026-05-01T13:00:00.000Z',
    });
    await carryOutRun(ccid, job, first);
    expect(await view(ccid, job)).toMatchObject({ status: 'Finished' });
  });

  it('of 500 jobs in one minute all come, once each', { timeout: 240_000 }, async () => {
    const ccid = await newCenter('crowd');
    const job = await submit(ccid, daily);
    const jobs = [job, ...(await Promise.all(Array.from({ length: 499 }, () => submit(ccid, daily))))];
    setClock('2026-05-02 00:00:30');
    expect(await tick(ccid, 2)).toBe(500);
    const { results } = await env.DB.prepare('SELECT job_id FROM runs WHERE ccid = ?')
      .bind(ccid)
      .all<{ job_id: number }>();
    expect(results.map((row) => row.job_id).toSorted((a, b) => a - b)).toEqual(
      jobs.map(({ id }) => id).toSorted((a, b) => a - b),
    );
  });

  it('of `last` reach back from the time that was due, so that windows join', async () => {
    const ccid = await newCenter('last');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly' }, timeFrame: { last: 'PT1H' } });
    expect(job).toMatchObject({ dateFrom: '', dateTo: '' });
    for (const time of ['11:00:40', '12:03:00']) {
      setClock(`2026-05-01 ${time}`);
      await tick(ccid);
      await carryOutRun(ccid, job, await lastRun(ccid, job));
    }
    expect((await history(ccid, job.id)).map(({ dateFrom, dateTo }) => [dateFrom, dateTo])).toEqual([
      ['2026-05-01T10:00:00.000Z', '2026-05-01T11:00:00.000Z'],
      ['2026-05-01T11:00:00.000Z', '2026-05-01T12:00:00.000Z'],
    ]);
  });
});

describe('a one-time job', () => {
  it('that runs at once is suspended, and can be neither resumed nor edited', async () => {
    const ccid = await newCenter('at-once');
    const job = await submit(ccid);
    expect(job).toMatchObject({ suspended: true, status: 'Queued', nextStartsAt: '' });
    const resumed = await changeJob(jobContext(), ccid, { id: job.id, change: 'resume' });
    expect(resumed).toMatchObject({ ok: false, failure: { code: 'spent' } });
    const edited = await updateJob(jobContext(), ccid, { id: job.id, request: jobRequest() });
    expect(edited).toMatchObject({ ok: false, failure: { code: 'one-time' } });
  });

  it('with a later start becomes suspended when it starts', async () => {
    const ccid = await newCenter('later');
    const job = await submit(ccid, { schedulerParam: { startDate: '2026-05-01 12:00:00' } });
    expect(job).toMatchObject({
      suspended: false,
      status: 'Scheduled',
      nextStartsAt: '2026-05-01T12:00:00.000Z',
    });
    setClock('2026-05-01 12:00:01');
    expect(await tick(ccid)).toBe(1);
    expect(await view(ccid, job)).toMatchObject({ suspended: true, status: 'Queued', nextStartsAt: '' });
    await carryOutRun(ccid, job, await lastRun(ccid, job));
    const resumed = await changeJob(jobContext(), ccid, { id: job.id, change: 'resume' });
    expect(resumed).toMatchObject({ ok: false });
  });

  it('suspended past its start cannot be resumed; before it, it can', async () => {
    const ccid = await newCenter('past');
    const job = await submit(ccid, { schedulerParam: { startDate: '2026-05-01 12:00:00' }, suspended: true });
    expect(job).toMatchObject({ status: 'Suspended', nextStartsAt: '' });
    expect(await changeJob(jobContext(), ccid, { id: job.id, change: 'resume' })).toMatchObject({
      ok: true,
      value: { status: 'Scheduled', nextStartsAt: '2026-05-01T12:00:00.000Z' },
    });
    await changeJob(jobContext(), ccid, { id: job.id, change: 'suspend' });
    setClock('2026-05-01 13:00:00');
    expect(await tick(ccid)).toBe(0);
    expect(await changeJob(jobContext(), ccid, { id: job.id, change: 'resume' })).toMatchObject({
      ok: false,
    });
  });
});

describe('suspending, resuming, editing', () => {
  it('starts nothing while suspended, and a running run finishes', async () => {
    const ccid = await newCenter('suspend');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly', immediately: true } });
    const run = await lastRun(ccid, job);
    expect(await changeJob(jobContext(), ccid, { id: job.id, change: 'suspend' })).toMatchObject({
      ok: true,
      value: { suspended: true, nextStartsAt: '' },
    });
    setClock('2026-05-01 11:30:00');
    expect(await tick(ccid)).toBe(0);
    await carryOutRun(ccid, job, run);
    expect((await history(ccid, job.id)).map(({ status }) => status)).toEqual(['Finished']);
    expect(await changeJob(jobContext(), ccid, { id: job.id, change: 'resume' })).toMatchObject({
      ok: true,
      value: { suspended: false, nextStartsAt: '2026-05-01T12:00:00.000Z' },
    });
  });

  it('takes a new definition between runs, which the history before it does not', async () => {
    const ccid = await newCenter('edit');
    const job = await submit(ccid, { schedulerParam: { runs: 'hourly', immediately: true } });
    const request = jobRequest({ title: 'New', schedulerParam: { runs: 'weekly', immediately: true } });
    expect(await updateJob(jobContext(), ccid, { id: job.id, request })).toMatchObject({
      ok: false,
      failure: { code: 'in-progress' },
    });
    await carryOutRun(ccid, job, await lastRun(ccid, job));
    expect(await updateJob(jobContext(), ccid, { id: job.id, request })).toMatchObject({
      ok: true,
      value: {
        title: 'New',
        scheduleType: 'weekly',
        status: 'Queued',
        nextStartsAt: '2026-05-04T00:00:00.000Z',
      },
    });
    expect((await history(ccid, job.id)).map(({ title }) => title)).toEqual(['All of it', 'New']);
    expect(await updateJob(jobContext(), ccid, { id: job.id + 1_000, request })).toMatchObject({
      ok: false,
      failure: { code: 'no-job' },
    });
  });
});

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
    for (const prefix of ['artifacts', 'tail'])
      expect((await env.BUCKET.list({ prefix: `${prefix}/${ccid}/` })).objects).toEqual([]);
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
    expect((await env.BUCKET.list({ prefix: `artifacts/${ccid}/` })).objects).toEqual([]);
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

it('keeps the settings that a client needs to edit or clone a job', async () => {
  const ccid = await newCenter('clone');
  const request = jobRequest({
    description: 'why',
    schedulerParam: { cron: '0 3 * * 1', startDate: '2026-06-01' },
    jobParams: { type: 'Contact', media: ['all'], fileSplitSize: '1MB' },
  });
  const job = await submit(ccid, request);
  expect(job).toMatchObject({
    ...request,
    type: 'Contact',
    exportType: 'UCS',
    fileSplitSize: '1MB',
    nextStartsAt: '2026-06-01T03:00:00.000Z',
    scheduleType: 'cron',
  });
  expect(config.retentionDays).toBe(30);
});
