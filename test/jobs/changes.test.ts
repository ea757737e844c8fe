import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeJob } from '../../src/jobs/change-job.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import { config, jobContext, jobRequest, newCenter, submit } from '../support/center.ts';
import { history, setClock, tick } from './clock.ts';
import { carryOutRun, lastRun, view } from './due-runs.ts';

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

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
