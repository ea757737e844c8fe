import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../src/labels/failures/words.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { removeJobs } from '../../src/jobs/remove.ts';
import { jobService } from '../../src/jobs/service.ts';
import { saveLimits } from '../../src/store/limits.ts';
import { callerOf, makeApp } from '../http/harness.ts';
import { importAll, interaction, jobContext, jobRequest, newCenter, submit } from '../support/center.ts';
import { recordRows } from '../records/stored.ts';
import { stores } from '../support/record-stores.ts';

const daily = { schedulerParam: { runs: 'daily' } } as const;

describe('the limit of jobs', () => {
  it('is 10,000, or what the operator says; another one is refused with what to do, until one is deleted', async () => {
    const ccid = await newCenter('jobs');
    await saveLimits(env.DB, ccid, { jobs: 2 });
    const [first] = [await submit(ccid, daily), await submit(ccid, daily)];
    const refused = await createJob(jobContext(), ccid, jobRequest(daily));
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'limit-reached', field: 'jobs', data: { max: 2 } },
    });
    expect(refused.ok ? '' : failureText(refused.failure)).toContain(
      'No more than 2 are allowed (jobs): delete',
    );
    expect(await removeJobs(jobContext(), ccid, [first.id])).toEqual([]);
    await submit(ccid, daily);
    // Of the default, too: as many rows as there may be.
    await saveLimits(env.DB, ccid, { jobs: null });
    await env.DB.prepare('UPDATE job_counts SET jobs = 10000 WHERE ccid = ?').bind(ccid).run();
    expect(await createJob(jobContext(), ccid, jobRequest(daily))).toMatchObject({
      failure: { data: { max: 10_000 } },
    });
  });

  it('answers 409, and clients of v4 with 400 and the same code', async () => {
    const ccid = await newCenter('versions');
    await saveLimits(env.DB, ccid, { jobs: 1 });
    await submit(ccid, daily);
    const { now: _, ...context } = jobContext();
    const { app, clock } = makeApp({ jobs: jobService({ ...context, now: Date.now }) });
    clock.now = Date.now();
    const call = await callerOf(app, ccid);
    const { type: _type, ...v4 } = jobRequest(daily);
    for (const [path, body, status] of [
      ['v10', jobRequest(daily), 409],
      ['v4', { ...v4, suspended: 'false' }, 400],
    ] as const) {
      const response = await call(`/udm/${path}/export/jobs`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([response.status, await response.json()]).toMatchObject([
        status,
        { status: { code: status, detail: { code: 'limit-reached', field: 'jobs', data: { max: 1 } } } },
      ]);
    }
  });
});

describe('the limit of bytes of records', () => {
  const bodyOf = () => new Response(`${interaction('B')}\n`).body!; // a Response of a text has a body
  const send = (ccid: string) =>
    importRecords(stores, { ccid, kind: 'interactions', body: bodyOf(), gzip: false });

  it('is none by default; where it is reached no import begins', async () => {
    const ccid = await newCenter('bytes');
    await importAll(ccid, 'interactions', [interaction('A')]);
    const { bytes } = await stores.storeOf(ccid, 'Interaction').room();
    await saveLimits(env.DB, ccid, { recordBytes: bytes });
    expect(await send(ccid)).toMatchObject({
      ok: false,
      failure: { code: 'limit-reached', field: 'recordBytes', data: { max: bytes } },
    });
    await saveLimits(env.DB, ccid, { recordBytes: bytes + 1 });
    expect(await send(ccid)).toMatchObject({ ok: true, value: { inserted: 1 } });
    expect(await send(ccid)).toMatchObject({ failure: { code: 'limit-reached' } });
    await saveLimits(env.DB, ccid, { recordBytes: null });
    expect(await send(ccid)).toMatchObject({ ok: true, value: { unchanged: 1 } });
  });

  it('stops an import that passes it by far in words, and keeps what came before', async () => {
    const ccid = await newCenter('bytes');
    const lines = Array.from({ length: 40 }, (_, at) => `${interaction(`C${at}`)}\n`);
    const size = lines[39]?.length ?? 0;
    const post = (texts: readonly string[]) =>
      importRecords(stores, {
        ccid,
        kind: 'interactions',
        body: new Response(texts.join('')).body!, // a Response of a text has a body
        gzip: false,
        limits: { slack: 5 * size },
      });
    await saveLimits(env.DB, ccid, { recordBytes: 20 * size });
    const stopped = await post(lines);
    expect(stopped).toMatchObject({ failure: { code: 'limit-passed', field: 'recordBytes' } });
    const line =
      !stopped.ok && stopped.failure.code === 'limit-passed' ? Number(stopped.failure.data.line) : 0;
    expect(line).toBeGreaterThan(20);
    expect(line).toBeLessThan(30);
    const taken = (await recordRows(ccid)).length;
    expect(taken).toBe(line - 1);
    expect(await post(lines)).toMatchObject({ failure: { code: 'limit-reached' } });
    // What is there already may come again, however often: the contact center does not grow by it.
    await saveLimits(env.DB, ccid, { recordBytes: 40 * size });
    const before = Array.from({ length: 5 }, () => lines.slice(0, line - 1)).flat();
    expect(await post(before)).toMatchObject({ ok: true, value: { inserted: 0, unchanged: before.length } });
  });
});
