import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { runSlice } from '../../src/export/slice.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { cancelJob } from '../../src/jobs/change-job.ts';
import { updateJob } from '../../src/jobs/create-job.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import type { Plan, SliceMessage, Token } from '../../src/model/protocol.ts';
import {
  entriesOfRun,
  importAll,
  interaction,
  jobContext,
  jobRequest,
  newCenter,
  sliceContext,
  submit,
} from '../support/center.ts';
import { history } from '../jobs/clock.ts';
import { source } from '../support/record-stores.ts';

const dataSync: Partial<JobRequest> = {
  type: 'DataSync',
  schedulerParam: { runs: 'daily', immediately: true },
};
const document = (ID: string, ENTITYID: string, change = {}) => JSON.stringify({ ID, ENTITYID, ...change });

/** Carries out the latest run of a job; answers its data lines, and the manifest's watermark. */
async function exportLatest(
  ccid: string,
  job: JobView,
  change: Partial<ReturnType<typeof sliceContext>> = {},
) {
  const runId = Number((await history(ccid, job.id)).at(-1)?.['id']);
  const sent: SliceMessage[] = [{ format: 1, kind: 'slice', ccid, jobId: job.id, runId, seq: 0 }];
  const whole = { ...sliceContext(ccid, job, sent), ...change };
  for (let message = sent.shift(); message; message = sent.shift()) await runSlice(whole, message);
  const item = (await history(ccid, job.id)).at(-1);
  if (item?.['status'] !== 'Finished') return { status: item?.['status'], lines: [], watermark: null };
  const entries = await entriesOfRun(ccid, runId);
  const { watermark } = JSON.parse(entries['manifest.json'] ?? '') as { watermark: number };
  const lines = Object.entries(entries)
    .filter(([name]) => !name.startsWith('schema/') && name !== 'manifest.json')
    .flatMap(([, text]) => text.split('\n').filter(Boolean));
  return { status: 'Finished', lines, watermark };
}

/** One more run of the job, now. */
async function again(ccid: string, job: JobView, change: Partial<JobRequest> = {}): Promise<void> {
  const edited = await updateJob(jobContext(), ccid, {
    id: job.id,
    request: jobRequest({ ...dataSync, ...change }),
  });
  if (!edited.ok) throw new Error(JSON.stringify(edited));
}

describe('DataSync', () => {
  it('exports what was imported or changed since the last finished run, late and undated changes too', async () => {
    const ccid = await newCenter('sync');
    const [a, b] = [interaction('A'), interaction('B', { STARTDATE: '2024-06-01' })];
    await importAll(ccid, 'interactions', [a, b]);
    await importAll(ccid, 'documents', [document('waits', 'C'), document('d', 'A')]);
    const job = await submit(ccid, dataSync);
    const first = await exportLatest(ccid, job);
    expect(first.lines).toEqual([a, b, document('d', 'A')]);

    const changed = interaction('A', { SUBJECT: 'changed', STARTDATE: '2001-01-01' });
    await importAll(ccid, 'interactions', [b, changed]);
    await again(ccid, job);
    const second = await exportLatest(ccid, job);
    expect(second.lines).toEqual([changed]);
    expect(second.watermark).toBeGreaterThan(first.watermark ?? 0);

    await again(ccid, job);
    expect((await exportLatest(ccid, job)).lines).toEqual([]);

    // The owner of a waiting document brings it along.
    const c = interaction('C', { STARTDATE: '1999-01-01' });
    await importAll(ccid, 'interactions', [c]);
    await again(ccid, job);
    expect((await exportLatest(ccid, job)).lines).toEqual([c, document('waits', 'C')]);
  });

  it('loses nothing to a failed or cancelled run, and nothing to a change while it reads', async () => {
    const ccid = await newCenter('sync-faults');
    const texts = Array.from({ length: 30 }, (_, index) => interaction(`I${index}`));
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid, dataSync);
    await cancelJob(jobContext(), ccid, job.id);
    await again(ccid, job);
    const broken = {
      ...source,
      begin: () => Promise.reject(new Error('down')),
    };
    for (let round = 0; round < 6; round += 1) await exportLatest(ccid, job, { source: broken });
    expect((await history(ccid, job.id)).at(-1)).toMatchObject({ status: 'Failed' });

    // Record 3 changes after planning, before it is read: it comes as it was, and with the next run in its last version.
    const later = interaction('I3', { SUBJECT: 'later' });
    await again(ccid, job);
    const healthy = source;
    const meanwhile = {
      ...healthy,
      page: async (...query: Parameters<typeof healthy.page>) => {
        await importAll(ccid, 'interactions', [later]);
        return healthy.page(...query);
      },
    };
    const third = await exportLatest(ccid, job, { source: meanwhile });
    // Of one date, by their ids.
    expect(third.lines).toEqual(texts.toSorted());
    await again(ccid, job);
    expect((await exportLatest(ccid, job)).lines).toEqual([later]);
  });

  it('begins anew when what it exports is edited, and goes on otherwise', async () => {
    const ccid = await newCenter('sync-edit');
    const texts = [interaction('A'), interaction('B', { MEDIATYPEID: 'chat', ENTITYTYPEID: 2 })];
    await importAll(ccid, 'interactions', texts);
    const job = await submit(ccid, dataSync);
    expect((await exportLatest(ccid, job)).lines).toEqual(texts);
    await again(ccid, job, { title: 'Another title', schedulerParam: { runs: 'weekly', immediately: true } });
    expect((await exportLatest(ccid, job)).lines).toEqual([]);
    await again(ccid, job, { jobParams: { type: 'Interaction', media: ['chat'] } });
    expect((await exportLatest(ccid, job)).lines).toEqual([texts[1]]);
  });

  it('planned on another source of records fails with what to do, and the next start exports everything', async () => {
    const ccid = await newCenter('sync-replaced');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const job = await submit(ccid, dataSync);
    const object = jobObject(env.EXPORT_JOB, ccid, job.id);
    const earlier = new Proxy(object, {
      get: (inner, name) =>
        name === 'fixPlan'
          ? (token: Token, plan: Plan) => inner.fixPlan(token, { ...plan, version: null })
          : (Reflect.get(inner, name) as unknown),
    });
    expect(await exportLatest(ccid, job, { job: earlier })).toMatchObject({ status: 'Failed' });
    expect((await history(ccid, job.id)).at(-1)?.['description']).toMatch(
      /start the export again.*source-replaced/,
    );
    await again(ccid, job);
    expect((await exportLatest(ccid, job)).lines).toEqual([interaction('A')]);
  });
});
