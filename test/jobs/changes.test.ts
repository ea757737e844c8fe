import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeJob } from '../../src/jobs/change-job.ts';
import { createJob, updateJob } from '../../src/jobs/create-job.ts';
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

describe('an edit by an answer that was sent back', () => {
  const hourly = { schedulerParam: { runs: 'hourly' } };

  it('leaves a suspended job suspended, and another one not', async () => {
    const ccid = await newCenter('sent-back');
    for (const suspended of [true, false]) {
      const job = await submit(ccid, { ...hourly, suspended });
      const edit = { id: job.id, request: jobRequest(hourly), keepsSuspension: true };
      const edited = await updateJob(jobContext(), ccid, edit);
      expect(edited).toMatchObject({ ok: true, value: { suspended } });
      expect(edited.ok && edited.value.nextStartsAt).toBe(suspended ? '' : '2026-05-01T11:00:00.000Z');
    }
  });

  it('runs now where it is immediate, though the job is suspended', async () => {
    const ccid = await newCenter('sent-back-now');
    const job = await submit(ccid, { ...hourly, suspended: true });
    const request = jobRequest({ schedulerParam: { runs: 'hourly', immediately: true } });
    const edit = { id: job.id, request, keepsSuspension: true, by: 'grace' };
    expect(await updateJob(jobContext(), ccid, edit)).toMatchObject({
      ok: true,
      value: { suspended: true, status: 'Queued', nextStartsAt: '' },
    });
    expect(await history(ccid, job.id)).toMatchObject([{ createdBy: 'grace' }]);
  });

  it('is refused for the start date alone, where it is over, and for what it is where it cannot be edited', async () => {
    const ccid = await newCenter('sent-back-late');
    const once = await submit(ccid, { schedulerParam: { startDate: '2026-05-01 12:00:00' } });
    const request = jobRequest({ schedulerParam: { runs: 'once', startDate: '2026-05-01 09:00:00' } });
    expect(await createJob(jobContext(), ccid, request)).toMatchObject({
      ok: false,
      failure: { code: 'start-date-past', field: 'schedulerParam.startDate' },
    });
    expect(await updateJob(jobContext(), ccid, { id: once.id, request })).toMatchObject({
      ok: false,
      failure: { code: 'one-time' },
    });
  });
});

describe('who asked', () => {
  it('stands on the job, and on its runs: of a start by the clock who made the job', async () => {
    const ccid = await newCenter('created-by');
    const request = jobRequest({ schedulerParam: { runs: 'hourly' } });
    const made = await createJob(jobContext(), ccid, request, { by: 'ada' });
    if (!made.ok) throw new Error('refused');
    expect(made.value.createdBy).toBe('ada');
    setClock('2026-05-01 11:00:01');
    expect(await tick(ccid)).toBe(1);
    expect(await history(ccid, made.value.id)).toMatchObject([{ createdBy: 'ada' }]);
    expect(await view(ccid, made.value)).toMatchObject({ createdBy: 'ada' });
  });
});
