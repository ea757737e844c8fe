import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { estimateRun } from '../../src/export/estimate.ts';
import { createJob, updateJob } from '../../src/jobs/create-job.ts';
import { previewEdit, previewJob } from '../../src/jobs/preview-job.ts';
import { jobService } from '../../src/jobs/service.ts';
import type { JobPreview } from '../../src/model/api/job-preview.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import { parseDefinition } from '../../src/model/definition.ts';
import { DAY_MS } from '../../src/model/instant.ts';
import type { Scope } from '../../src/records/source/source.ts';
import { saveLimits } from '../../src/store/limits.ts';
import { callerOf, makeApp } from '../http/harness.ts';
import { archiveOf, carryOut, importAll, interaction, newCenter } from '../support/center.ts';
import { jobContext, jobRequest, submit } from '../support/center.ts';

const document = (id: string, owner: string) => JSON.stringify({ ID: id, ENTITYID: owner, THENAME: 'ü' });

/** Interactions of two entity types over three days, with documents; contacts with attributes. */
async function importSome(ccid: string): Promise<void> {
  const hours = [0, 5, 23, 24, 29, 47, 48, 60];
  const lines = hours.map((hour, index) =>
    interaction(`i${index}`, {
      STARTDATE: new Date(Date.UTC(2024, 4, 1, hour, index)).toISOString(),
      ENTITYTYPEID: index % 2,
      MEDIATYPEID: index % 3 === 0 ? 'chat' : 'email',
    }),
  );
  await importAll(ccid, 'interactions', lines);
  await importAll(ccid, 'documents', [document('d1', 'i1'), document('d2', 'i6'), document('d3', 'i7')]);
  await importAll(ccid, 'contacts', ['{"CONTACTID":"K","CREATEDDATE":"2024-05-01"}']);
  await importAll(ccid, 'contact-attributes', ['{"ID":"A","CONTACTID":"K"}', '{"ID":"B","CONTACTID":"K"}']);
}

async function previewOf(ccid: string, change: Partial<JobRequest>): Promise<JobPreview> {
  const preview = await previewJob(jobContext(), ccid, jobRequest(change));
  if (!preview.ok) throw new Error(preview.failure.code);
  return preview.value;
}

describe('what a job will hold', () => {
  it.each<[string, Partial<JobRequest>]>([
    ['everything', {}],
    ['whole days', { timeFrame: { dateFrom: '2024-05-01', dateTo: '2024-05-03' } }],
    ['days in part', { timeFrame: { dateFrom: '2024-05-01 04:00', dateTo: '2024-05-02 06:00' } }],
    ['hours of one day', { timeFrame: { dateFrom: '2024-05-01 04:00', dateTo: '2024-05-01 06:00' } }],
    ['an open end', { timeFrame: { dateFrom: '2024-05-02 06:00' } }],
    ['nothing', { timeFrame: { dateFrom: '2025-01-01', dateTo: '2025-02-01' } }],
    ['one medium', { jobParams: { type: 'Interaction', media: ['Chat'] } }],
    ['no documents', { jobParams: { type: 'Interaction', media: [], exportAttachments: false } }],
    ['contacts', { jobParams: { type: 'Contact', media: [] } }],
    ['what changed', { type: 'DataSync' }],
  ])('is what its run then writes: %s', async (_, change) => {
    const ccid = await newCenter('preview');
    await importSome(ccid);
    const preview = await previewOf(ccid, change);
    expect([preview.exact, preview.volumes]).toEqual([true, 1]);
    const job = await submit(ccid, change);
    await carryOut(ccid, job);
    const entries = Object.entries(await archiveOf(ccid, job)).filter(([name]) =>
      name.endsWith(`-${job.id}.json`),
    );
    const written = entries.map(([name, text]) => ({
      name: name.replace(`-${job.id}.json`, ''),
      records: text.split('\n').length - 1,
      bytes: Buffer.byteLength(text),
    }));
    expect(preview.entities).toEqual(written);
    const sum = (of: 'records' | 'bytes') => written.reduce((total, entry) => total + entry[of], 0);
    expect([preview.records, preview.bytes]).toEqual([sum('records'), sum('bytes')]);
  });

  it('is the most that it could be where a day in part holds many records, and no record is counted for it', async () => {
    const asked: Scope[] = [];
    const source = {
      totals: async (scope: Scope) => {
        asked.push(scope);
        return [{ kind: 'interactions' as const, entity: 0, records: 10_001, bytes: 2_000_000 }];
      },
      lastChange: async () => 20_000,
    };
    const estimate = async (change: Partial<JobRequest>, watermark: number) => {
      asked.length = 0;
      const definition = parseDefinition(jobRequest(change), { ownMedia: [], now: 0 });
      if (!definition.ok) throw new Error(definition.failure.code);
      const certificates = [{ subject: 'CN=x', fingerprint: 'f'.repeat(64) }] as const;
      const input = { ccid: 'x', certificates, maxVolumeBytes: 1_000_000, at: Date.now(), watermark };
      return estimateRun(source, { ...input, definition: definition.value });
    };
    const cut = await estimate({ timeFrame: { dateFrom: '2024-05-01 04:00', dateTo: '2024-05-04' } }, 0);
    expect([cut.exact, cut.volumes]).toEqual([false, 3]);
    expect(asked.every(({ from, to }) => (from ?? 0) % DAY_MS === 0 && (to ?? 0) % DAY_MS === 0)).toBe(true);
    expect((await estimate({ type: 'DataSync' }, 9_999)).exact).toBe(false);
    expect(asked.every(({ changes }) => changes === null)).toBe(true);
    expect((await estimate({ type: 'DataSync' }, 10_000)).exact).toBe(true);
    expect(asked.at(-1)?.changes).toEqual({ from: 10_000, to: 20_000 });
  });

  it('tells the next five starts; a window that moves with the start is not exact', async () => {
    const ccid = await newCenter('starts');
    const last = { timeFrame: { last: 'P1D' }, schedulerParam: { runs: 'daily' } };
    const daily = await previewOf(ccid, last);
    expect(daily.exact).toBe(false);
    expect(daily.nextStarts).toHaveLength(5);
    expect(daily.nextStarts.every((at) => at.endsWith('T00:00:00.000Z'))).toBe(true);
    expect((await previewOf(ccid, { ...last, suspended: true })).nextStarts).toEqual([]);
    const once = { schedulerParam: { startDate: '2100-01-01' } };
    expect((await previewOf(ccid, once)).nextStarts).toEqual(['2100-01-01T00:00:00.000Z']);
    expect((await previewOf(ccid, {})).nextStarts).toHaveLength(1);
  });
});

describe('how long it would take, and what it would cost', () => {
  it('goes by the runs of its data type that the center has finished', async () => {
    const [ccid, other] = [await newCenter('estimate'), await newCenter('estimate')];
    await importSome(ccid);
    await importSome(other);
    const before = (await previewOf(ccid, {})).estimate;
    expect(before).toMatchObject({ minutes: null, exact: false });
    expect(before.dollars).toBeGreaterThan(0);
    const job = await submit(ccid);
    await carryOut(ccid, job);
    const [took, exported] = [90_000, (await previewOf(ccid, {})).bytes];
    await env.DB.prepare(
      `UPDATE runs SET view = json_set(view, '$.startedAt', '2026-01-01T00:00:00.000Z', '$.finishedAt', ?1) WHERE ccid = ?2`,
    )
      .bind(new Date(Date.UTC(2026, 0, 1) + took).toISOString(), ccid)
      .run();
    expect(exported).toBeGreaterThan(0);
    expect((await previewOf(ccid, {})).estimate).toMatchObject({ minutes: 1.5, exact: true });
    expect((await previewOf(ccid, { type: 'DataSync' })).estimate.minutes).toBe(1.5);
    expect(
      (await previewOf(ccid, { jobParams: { type: 'Contact', media: [] } })).estimate.minutes,
    ).toBeNull();
    expect((await previewOf(other, {})).estimate.minutes).toBeNull();
    const daily = { schedulerParam: { runs: 'daily' }, timeFrame: { last: 'P1D' } };
    expect((await previewOf(ccid, daily)).estimate.exact).toBe(false);
  });
});

describe('a dry run', () => {
  it('is refused for what the job would be refused for, and creates nothing', async () => {
    const ccid = await newCenter('refused');
    const rows = () =>
      env.DB.prepare(
        'SELECT (SELECT count(*) FROM jobs) AS jobs, (SELECT value FROM sequences) AS ids',
      ).first();
    await submit(ccid);
    const before = await rows();
    const wrong: Partial<JobRequest>[] = [
      { title: ' ' },
      { jobParams: { type: 'Interaction', media: ['pigeon'] } },
      { schedulerParam: { cron: '* *' } },
      {},
    ];
    const codes: string[] = [];
    for (const change of wrong) {
      if (change === wrong.at(-1)) await saveLimits(env.DB, ccid, { jobs: 1 });
      const preview = await previewJob(jobContext(), ccid, jobRequest(change));
      expect(preview).toEqual(await createJob(jobContext(), ccid, jobRequest(change)));
      codes.push(preview.ok ? '' : preview.failure.code);
    }
    expect(codes).toEqual(['title-length', 'unknown-media', 'not-a-cron', 'limit-reached']);
    expect(await rows()).toEqual(before);
    const bare = await previewJob(jobContext(), 'nobody', jobRequest());
    expect(bare).toMatchObject({ failure: { code: 'certificate-needed' } });
  });

  it('of an edit knows the watermark, and what the job is doing', async () => {
    const ccid = await newCenter('edit');
    await importSome(ccid);
    const sync = { type: 'DataSync', schedulerParam: { runs: 'daily', immediately: true } };
    const job = await submit(ccid, sync);
    const foreseen = async (change: Partial<JobRequest>, id = job.id) => {
      const request = jobRequest({ ...sync, schedulerParam: { runs: 'daily' }, ...change });
      return previewEdit(jobContext(), ccid, { id, request });
    };
    expect(await foreseen({})).toMatchObject({ failure: { code: 'in-progress' } });
    await carryOut(ccid, job);
    expect(await foreseen({})).toMatchObject({ value: { records: 0, exact: true } });
    const without = { jobParams: { type: 'Interaction', media: [], exportAttachments: false } };
    expect(await foreseen(without)).toMatchObject({ value: { records: 8, exact: true } });
    await importAll(ccid, 'interactions', [interaction('new')]);
    expect(await foreseen({})).toMatchObject({ value: { records: 1 } });
    const once = await submit(ccid);
    expect(await foreseen({}, once.id)).toMatchObject({ failure: { code: 'one-time' } });
    expect(await foreseen({}, 9_000_000)).toMatchObject({ failure: { code: 'no-job' } });
    const request = jobRequest({ ...sync, schedulerParam: { runs: 'daily' } });
    expect((await updateJob(jobContext(), ccid, { id: job.id, request })).ok).toBe(true);
  });

  it('is asked of v10 by a parameter, which v4 does not know', async () => {
    const ccid = await newCenter('wire');
    const { now: _, ...context } = jobContext();
    const { app, clock } = makeApp({ jobs: jobService({ ...context, now: Date.now }) });
    clock.now = Date.now();
    const call = await callerOf(app, ccid);
    const send = async (path: string, method: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      return call(path, { method, headers, body: JSON.stringify(body) });
    };
    const daily = jobRequest({ schedulerParam: { runs: 'daily' } });
    const { type: _type, ...v4 } = daily;
    const dry = await send('/udm/v10/export/jobs?dryRun=true', 'POST', daily);
    expect([dry.status, (await dry.json<JobPreview>()).records]).toEqual([200, 0]);
    const real = await send('/udm/v10/export/jobs?dryRun=false', 'POST', daily);
    expect(real.status).toBe(202);
    const { id } = await real.json<{ id: number }>();
    const edit = await send(`/udm/v10/export/jobs/${id}?dryRun=true`, 'PUT', { ...daily, title: 'Other' });
    expect([edit.status, (await edit.json<JobPreview>()).nextStarts.length]).toEqual([200, 5]);
    expect(await (await call(`/udm/v10/export/jobs/${id}`)).json()).toMatchObject({ title: 'All of it' });
    const old = await send('/udm/v4/export/jobs?dryRun=true', 'POST', { ...v4, suspended: 'false' });
    expect(old.status).toBe(202);
    expect((await send('/udm/v10/export/jobs?dryRun=perhaps', 'POST', daily)).status).toBe(400);
  });
});
