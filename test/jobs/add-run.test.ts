import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryRun, runJob } from '../../src/jobs/add-run.ts';
import { changeJob } from '../../src/jobs/change-job.ts';
import { createJob, updateJob } from '../../src/jobs/create-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { newIds } from '../../src/jobs/new-ids.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import type { RunView } from '../../src/model/api/job-info.ts';
import type { Definition } from '../../src/model/definition.ts';
import type { Job } from '../../src/model/job.ts';
import { runAgain } from '../../src/model/retry.ts';
import type { Run } from '../../src/model/run.ts';
import type { Status } from '../../src/model/status.ts';
import { entriesOfRun, importAll, interaction, jobContext } from '../support/center.ts';
import { jobRequest, newCenter, submit } from '../support/center.ts';
import { history, setClock, tick } from './clock.ts';
import { carryOutRun, daily, view } from './due-runs.ts';

beforeEach(() => setClock('2026-05-01 10:00:30'));
afterEach(() => vi.useRealTimers());

const by = 'somebody';
type Added = Awaited<ReturnType<typeof runJob>>;
const codeOf = (added: Added): string => (added.ok ? 'granted' : added.failure.code);
const runNow = (ccid: string, id: number) => runJob(jobContext(), ccid, { id, by });
const again = (ccid: string, id: number) => retryRun(jobContext(), ccid, { id, by });

async function granted(added: Promise<Added>): Promise<RunView> {
  const answer = await added;
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe('what is asked for once more', () => {
  it('by what was drawn the first time is the same job and the same run; ids of another job are drawn anew', async () => {
    const ccid = await newCenter('again');
    const others = await submit(ccid, { schedulerParam: { startDate: '2026-06-01 12:00:00' } });
    const drawn: number[] = [others.id];
    let asked = 0;
    const ids = async (draw: () => Promise<number>) => {
      asked += 1;
      if (asked > drawn.length) drawn.push(await draw());
      return drawn[asked - 1]!; // pushed above
    };
    const create = () => {
      asked = 0;
      return createJob(jobContext(), ccid, jobRequest(daily), { by, once: { nonce: 'one', ids } });
    };
    const made = await create();
    expect(made.ok && made.value.id).not.toBe(others.id);
    expect(await create()).toEqual(made);
    expect(drawn).toHaveLength(2);
    let first: number | undefined;
    const once = { nonce: '', ids: async (draw: () => Promise<number>) => (first ??= await draw()) };
    const asking = { id: drawn[1]!, by, once };
    const run = await runJob(jobContext(), ccid, asking);
    expect(run).toMatchObject({ ok: true, value: { status: 'Queued' } });
    expect(await runJob(jobContext(), ccid, asking)).toEqual(run);
    expect(await history(ccid, drawn[1]!)).toHaveLength(1);
  });
});

describe('a run that is asked for', () => {
  it('of a suspended job runs, and leaves it suspended', async () => {
    const ccid = await newCenter('suspended');
    const job = await submit(ccid, { ...daily, suspended: true });
    const run = await granted(runNow(ccid, job.id));
    expect(run).toMatchObject({ parentId: job.id, status: 'Queued', createdBy: by });
    expect(codeOf(await runNow(ccid, job.id))).toBe('in-progress');
    expect(codeOf(await again(ccid, run.id))).toBe('in-progress');
    await carryOutRun(ccid, job, run.id);
    expect(await view(ccid, job)).toMatchObject({ status: 'Finished', suspended: true, nextStartsAt: '' });
    expect(codeOf(await runNow(ccid, job.id))).toBe('granted');
  });

  it('of a one-time job leaves its start to come; one that was started can run again and stays as it is', async () => {
    const ccid = await newCenter('once');
    const job = await submit(ccid, { schedulerParam: { startDate: '2026-05-01 12:00:00' } });
    const early = await granted(runNow(ccid, job.id));
    await carryOutRun(ccid, job, early.id);
    expect(await view(ccid, job)).toMatchObject({
      status: 'Finished',
      suspended: false,
      nextStartsAt: '2026-05-01T12:00:00.000Z',
    });
    setClock('2026-05-01 12:00:10');
    expect(await tick(ccid)).toBe(1);
    const [, due] = await history(ccid, job.id);
    await carryOutRun(ccid, job, Number(due?.['id']));
    const spent = await view(ccid, job);
    expect(spent).toMatchObject({ suspended: true, nextStartsAt: '' });
    const late = await granted(again(ccid, Number(due?.['id'])));
    await carryOutRun(ccid, job, late.id);
    expect(await view(ccid, job)).toMatchObject({ suspended: true, nextStartsAt: '', status: 'Finished' });
    expect(await history(ccid, job.id)).toHaveLength(3);
  });

  it('does the same window with the same settings again, whatever the job is by then', async () => {
    const ccid = await newCenter('window');
    await importAll(ccid, 'interactions', [
      interaction('old', { STARTDATE: '2026-04-30T12:00:00Z' }),
      interaction('new', { STARTDATE: '2026-05-01T12:00:00Z' }),
    ]);
    const lasting = { ...daily, timeFrame: { last: 'P1D' } };
    const job = await submit(ccid, lasting);
    setClock('2026-05-02 00:00:10');
    await tick(ccid);
    const [due] = await history(ccid, job.id);
    const first = Number(due?.['id']);
    await carryOutRun(ccid, job, first);
    const edited = jobRequest({ ...lasting, title: 'Edited', timeFrame: { last: 'P9D' } });
    expect((await updateJob(jobContext(), ccid, { id: job.id, request: edited })).ok).toBe(true);
    setClock('2026-05-05 07:00:00');
    const run = await granted(again(ccid, first));
    expect(run).toMatchObject({
      title: 'All of it',
      dateFrom: '2026-05-01T00:00:00.000Z',
      dateTo: '2026-05-02T00:00:00.000Z',
      scheduledAt: '2026-05-05T07:00:00.000Z',
    });
    await carryOutRun(ccid, job, run.id);
    const lines = async (id: number) => (await entriesOfRun(ccid, id))[`EmailIn-${job.id}.json`];
    expect(await lines(run.id)).toBe(await lines(first));
    const own = await granted(runNow(ccid, job.id));
    expect(own).toMatchObject({ title: 'Edited', dateFrom: '2026-04-26T07:00:00.000Z' });
  });

  it('of a DataSync job begins at the watermark, which no retry lowers', async () => {
    const ccid = await newCenter('sync');
    await importAll(ccid, 'interactions', [interaction('a')]);
    const job = await submit(ccid, { ...daily, type: 'DataSync' });
    const failed = await granted(runNow(ccid, job.id));
    expect((await changeJob(jobContext(), ccid, { id: job.id, change: 'cancel' })).ok).toBe(true);
    const second = await granted(again(ccid, failed.id));
    await carryOutRun(ccid, job, second.id);
    await importAll(ccid, 'interactions', [interaction('b')]);
    const third = await granted(again(ccid, failed.id));
    await carryOutRun(ccid, job, third.id);
    const ids = async (id: number) => {
      const text = (await entriesOfRun(ccid, id))[`EmailIn-${job.id}.json`] ?? '';
      return [...text.matchAll(/"IXNID":"(\w+)"/g)].map(([, found]) => found);
    };
    expect([await ids(second.id), await ids(third.id)]).toEqual([['a'], ['b']]);
    expect(codeOf(await again(ccid, third.id))).toBe('already-synced');
    const other = jobRequest({ ...daily, type: 'DataSync', jobParams: { type: 'Contact', media: [] } });
    expect((await updateJob(jobContext(), ccid, { id: job.id, request: other })).ok).toBe(true);
    expect(codeOf(await again(ccid, failed.id))).toBe('exports-other-data');
  });

  it('is one, however often it is asked for with the same id, and is refused where nothing is', async () => {
    const ccid = await newCenter('twice');
    const job = await submit(ccid, daily);
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    const id = await newIds(jobContext(), 1);
    const answers = await Promise.all([object.run(id, by), object.run(id, by), object.run(id, by)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await history(ccid, job.id)).toHaveLength(1);
    expect(codeOf(await runNow(ccid, 9_000_000))).toBe('no-job');
    expect(codeOf(await again(ccid, 9_000_000))).toBe('no-history-item');
    expect(codeOf(await again(await newCenter('other'), id))).toBe('no-history-item');
    await env.DB.prepare('DELETE FROM certificates WHERE ccid = ?').bind(ccid).run();
    await changeJob(jobContext(), ccid, { id: job.id, change: 'cancel' });
    expect(codeOf(await runNow(ccid, job.id))).toBe('certificate-needed');
    expect(codeOf(await again(ccid, id))).toBe('certificate-needed');
  });
});

describe('what is done again', () => {
  const definition = (exportType: JobRequest['type'], media: readonly string[] | null = null) =>
    ({ exportType, media, type: 'Interaction', attachments: true }) as Definition; // all that is looked at
  const window = { from: 1, to: 2, watermark: 7 };
  const run = (of: Definition, status: Status) => ({ definition: of, window, outcome: { status } }) as Run; // all that is looked at
  const job = (of: Definition) => ({ definition: of }) as Job; // all that is looked at
  const [ucs, sync, chats] = [definition('UCS'), definition('DataSync'), definition('DataSync', ['chat'])];
  const wholly = { ok: true, value: { definition: ucs, window: { from: 1, to: 2 } } };
  const onwards = { ok: true, value: { definition: sync } };
  const statuses = ['FAILED', 'CANCELLED', 'SKIPPED', 'FINISHED'] as const;
  it.each([
    ...statuses.map((status) => [`${status} UCS`, run(ucs, status), job(chats), wholly] as const),
    ...statuses
      .slice(0, 3)
      .map((status) => [`${status} DataSync`, run(sync, status), job(sync), onwards] as const),
    ['DataSync of a job that is UCS by now', run(sync, 'FAILED'), job(ucs), onwards] as const,
    ['Finished', run(sync, 'FINISHED'), job(sync), { ok: false, failure: 'already-synced' }] as const,
    ['other media', run(sync, 'FAILED'), job(chats), { ok: false, failure: 'exports-other-data' }] as const,
  ])('%s', (_, earlier, of, expected) => {
    expect(runAgain(of, earlier)).toEqual(expected);
  });
});
