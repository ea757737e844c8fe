import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/store/projection.ts';
import { projection } from '../lists/sample-lists.ts';
import { callerOf, makeApp, newCenter, type Failed } from '../harness.ts';

const { app, created } = makeApp();
const body = {
  source: 'UCS',
  type: 'UCS',
  title: 'Chats',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: ['chat'] },
  suspended: false,
};
const send = (method: string, value: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});
const post = async (value: unknown, version = 'v10') =>
  (await callerOf(app, newCenter()))(`/udm/${version}/export/jobs`, send('POST', value));

describe('a member that there is not', () => {
  it.each<[object, string, string]>([
    [{ ...body, exportAttachments: false }, 'exportAttachments', 'jobParams.exportAttachments'],
    [
      { ...body, jobParams: { ...body.jobParams, exportAttachment: false } },
      'jobParams.exportAttachment',
      'jobParams.exportAttachments',
    ],
    [{ ...body, timeFrame: { datefrom: '2026-01-01' } }, 'timeFrame.datefrom', 'timeFrame.dateFrom'],
    [
      { ...body, schedulerParam: { inmediately: true } },
      'schedulerParam.inmediately',
      'schedulerParam.immediately',
    ],
    [{ ...body, Title: 'x' }, 'Title', 'title'],
    [{ ...body, medias: ['chat'] }, 'medias', 'jobParams.media'],
    [
      {
        ...body,
        jobParams: { ...body.jobParams, filters: [{ name: 'LANG', operator: 'eq', values: 'en' }] },
      },
      'jobParams.filters.0.values',
      'jobParams.filters.0.value',
    ],
  ])('%j is refused by name', async (value, field, nearest) => {
    const response = await post(value);
    expect(response.status).toBe(400);
    const { status } = await response.json<Failed>();
    expect(status.detail).toMatchObject({ code: 'unknown-member', field, data: { nearest } });
    expect(status.message).toContain(nearest);
  });

  it('is ignored in v4', async () => {
    const response = await post({ ...body, suspended: 'false', exportAttachment: false }, 'v4');
    expect(response.status).toBe(202);
  });
});

describe('null', () => {
  it('is an optional member that is absent', async () => {
    const response = await post({
      ...body,
      description: null,
      fileSplitSize: null,
      timeFrame: { all: true, dateFrom: null, dateTo: null, last: null },
      schedulerParam: { immediately: true, cron: null, runs: null, startDate: null },
      jobParams: { ...body.jobParams, exportAttachments: null, fileSplitSize: null },
    });
    expect(response.status).toBe(202);
    expect(created.at(-1)?.request).toEqual(body);
  });

  it.each(['title', 'source', 'jobParams', 'suspended'])(
    'is refused for %s, which is required',
    async (field) => {
      const response = await post({ ...body, [field]: null });
      expect((await response.json<Failed>()).status.detail).toMatchObject({ field, code: 'wrong-type' });
    },
  );
});

describe('what a job answers, sent back', () => {
  const answer = async (ccid: string) => {
    await project(env.DB, projection(ccid, 41));
    const call = await callerOf(app, ccid);
    return { call, job: await (await call('/udm/v10/export/jobs/410')).json<Record<string, unknown>>() };
  };

  it('clones it by POST and edits it by PUT: what only the service sets is ignored', async () => {
    const { call, job } = await answer(newCenter());
    for (const [method, path] of [
      ['POST', '/udm/v10/export/jobs'],
      ['PUT', '/udm/v10/export/jobs/410'],
    ] as const) {
      // An answer tells of a certificate that ends soon, too.
      const warnings = [{ code: 'certificate-ends-soon', message: 'It does.' }];
      const sent = { ...job, warnings, createdBy: 'somebody', suspended: true, title: 'Again' };
      const response = await call(path, send(method, sent));
      expect(response.ok, await response.clone().text()).toBe(true);
      const { timeFrame, schedulerParam, jobParams, description } = job;
      expect(created.at(-1)?.request).toEqual({
        source: 'UCS',
        type: job['exportType'],
        title: 'Again',
        description,
        timeFrame,
        schedulerParam,
        jobParams,
        suspended: false,
      });
    }
  });

  it.each([
    [{ type: 'Interaction', exportType: 'DataSync' }, 'DataSync'],
    [{ type: 'DataSync', exportType: 'UCS' }, 'DataSync'],
    [{ type: 'Contact', id: 17 }, 'UCS'],
    [{ type: 'Contact', id: '17' }, 'UCS'],
  ])('takes the type of %j in either meaning', async (change, type) => {
    expect((await post({ ...body, ...change })).status).toBe(202);
    expect(created.at(-1)?.request.type).toBe(type);
  });

  it('keeps the export type of the job that is edited where it names none', async () => {
    const ccid = newCenter();
    const made = projection(ccid, 43);
    await project(env.DB, { ...made, job: { ...made.job, exportType: 'DataSync' } });
    const call = await callerOf(app, ccid);
    const { exportType: _, ...job } = await (
      await call('/udm/v10/export/jobs/430')
    ).json<{ exportType: string }>();
    expect((await call('/udm/v10/export/jobs/430', send('PUT', job))).status).toBe(200);
    expect(created.at(-1)?.request.type).toBe('DataSync');
    expect((await call('/udm/v10/export/jobs/4300', send('PUT', job))).status).toBe(404);
  });

  it('does so in v4', async () => {
    const ccid = newCenter();
    await project(env.DB, projection(ccid, 44));
    const call = await callerOf(app, ccid);
    const job = await (await call('/udm/v4/export/jobs/440')).json<object>();
    expect((await call('/udm/v4/export/jobs/440', send('PUT', { ...job, suspended: 'true' }))).status).toBe(
      200,
    );
    expect(created.at(-1)?.request).toMatchObject({ type: 'UCS', suspended: false });
  });

  it('is still refused a member that neither an answer nor a job has', async () => {
    const { call, job } = await answer(newCenter());
    const response = await call('/udm/v10/export/jobs', send('POST', { ...job, exportAttachment: false }));
    expect((await response.json<Failed>()).status.detail).toMatchObject({ code: 'unknown-member' });
  });
});

describe('a parameter that there is not', () => {
  it.each([
    ['export/history?jobID=17', 'jobID', 'jobId'],
    ['export/jobs?tittle=x', 'tittle', 'title'],
    ['file-metadatas?historyID=1', 'historyID', 'historyId'],
    ['data/sub-types?datatype=Contact', 'datatype', 'dataType'],
    ['files?fileName=a.zip', 'fileName', 'filename'],
  ])('in %s is refused by name', async (path, field, nearest) => {
    const response = await (await callerOf(app, newCenter()))(`/udm/v10/${path}`);
    expect(response.status).toBe(400);
    const { status } = await response.json<Failed>();
    expect(status.detail).toMatchObject({ code: 'unknown-parameter', field, data: { nearest } });
    expect(status.message).toContain(nearest);
  });

  it('is refused before anything is deleted', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/export/jobs?jobIDs=1&jobId=2', { method: 'DELETE' });
    expect((await response.json<Failed>()).status.detail).toMatchObject({
      code: 'unknown-parameter',
      field: 'jobId',
    });
  });

  it('is refused where there are none', async () => {
    const response = await (await callerOf(app, newCenter()))('/udm/v10/data/sources?source=UCS');
    expect((await response.json<Failed>()).status.detail).toMatchObject({
      code: 'no-parameters',
      field: 'source',
    });
  });

  it.each([
    'file-metadatas?x-api-key=k&bgUpdate=true',
    'data/job-statuses?_=1732579200000',
    'data/types?utm_source=mail&_cache=0',
    'version?_=1',
  ])('passes in %s', async (path) => {
    expect((await (await callerOf(app, newCenter()))(`/udm/v10/${path}`)).status).toBe(200);
  });

  it.each(['v4/export/jobs?jobID=1', 'v3/file-metadatas?historyID=1'])('is ignored in %s', async (path) => {
    expect((await (await callerOf(app, newCenter()))(`/udm/${path}`)).ok).toBe(true);
  });
});

it('takes a path with a slash at its end for the same path', async () => {
  const call = await callerOf(app, newCenter());
  expect((await call('/udm/v10/export/jobs/')).status).toBe(204);
  expect((await call('/udm/v10/data/sources/?_=1')).status).toBe(200);
  expect((await call('/udm/v10/export/jobs/', send('POST', body))).status).toBe(202);
  expect((await call('/udm/v10/data/sources/', { method: 'DELETE' })).status).toBe(405);
});
