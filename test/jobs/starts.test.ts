import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCenter, submit } from '../support/center.ts';
import { inLength } from '../support/mode.ts';
import { history, setClock, tick } from './clock.ts';
import { carryOutRun, daily, lastRun, view } from './due-runs.ts';

const JOBS = inLength(50, 500);

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

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

  it(`of ${JOBS} jobs in one minute all come, once each`, { timeout: 240_000 }, async () => {
    const ccid = await newCenter('crowd');
    const job = await submit(ccid, daily);
    const jobs = [job, ...(await Promise.all(Array.from({ length: JOBS - 1 }, () => submit(ccid, daily))))];
    setClock('2026-05-02 00:00:30');
    expect(await tick(ccid, 2)).toBe(JOBS);
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
