import { importAll } from '../../support/center.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { makeCertificate, pem } from '../make-certificate.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { ROWS, type Call, type Row } from './operations.ts';
import { fillIn, seed, type Things } from './seed.ts';

const { app } = makeApp();
const documents: Record<string, Document> = {};
let certificate = '';
beforeAll(async () => {
  for (const version of ['v10', 'v4', 'v3']) documents[version] = await documentOf(app, version);
  certificate = pem('CERTIFICATE', await makeCertificate());
});

const declaredOf = (row: Row) => {
  const operation =
    documents[row.version]?.paths[`/udm/${row.version}${row.path}`]?.[row.method.toLowerCase()];
  if (!operation) throw new Error('the document does not have this operation');
  return operation;
};

function requestOf(row: Row, call: Call, things: Things): [string, RequestInit] {
  const path = fillIn(call.path ?? row.path, things);
  const query = call.query ? `?${fillIn(call.query, things)}` : '';
  const init: RequestInit = { method: row.method };
  if (call.json) {
    init.body = JSON.stringify(call.json);
    init.headers = { 'Content-Type': 'application/json' };
  }
  if (call.form) {
    init.body = new FormData();
    init.body.append('file', new File([call.form === 'certificate' ? certificate : 'no certificate'], 'c'));
  }
  return [`/udm/${row.version}${path}${query}`, init];
}

/**
 * Without a token it is 401, for a role that has no part in it 403: importers have none in any, auditors only look on and
 * download nothing. Of what needs no token nothing is asked.
 */
async function expectGuarded(row: Row, things: Things, ccid: string): Promise<void> {
  if (row.open) return;
  const document = documents[row.version]!; // beforeAll got them all
  const [path, init] = requestOf(row, row.success, things);
  const nobody = await app.request(path, init);
  expect(nobody.status).toBe(401);
  await expectDeclared(document, declaredOf(row), nobody);
  const importer = await callerOf(app, ccid, ['importer']);
  const refused = await importer(...requestOf(row, row.success, things));
  expect(refused.status).toBe(403);
  await expectDeclared(document, declaredOf(row), refused);
  const auditor = await callerOf(app, ccid, ['auditor']);
  const looked = await auditor(...requestOf(row, row.success, things));
  const barred = row.method !== 'GET' || /^\/files\b/.test(row.path);
  expect(looked.status).toBe(barred ? 403 : row.success.status);
}

describe('the 54 operations of the reference', () => {
  it('are 28 of v10, 14 of v4 and 12 of v3, and the documents have no other but those of this service itself', () => {
    const own = [
      '/auth/',
      '/.well-known/',
      '/udm/download/',
      '/openapi.json',
      '/import/',
      '/contacts/',
      '/health',
      '/metrics',
    ];
    own.push('/users', '/clients', '/api-keys', '/issuers', '/roles', '/settings', '/me');
    own.push('/export/jobs/{id}/run', '/export/history/{id}/retry', '/export/history/retry');
    own.push('/export/jobs/{id}/destination', '/export/destination/', '/export/history/{id}/delivery');
    own.push('/selections', '/statistics', '/cost', '/audit', '/certificates', '/webhooks');
    const bulk = ['suspend', 'resume', 'cancel'].map((event) => `/export/jobs/${event}`);
    for (const [version, count] of Object.entries({ v10: 28, v4: 14, v3: 12 })) {
      const rows = ROWS.filter((row) => row.version === version);
      expect(rows).toHaveLength(count);
      const declared = Object.entries(documents[version]?.paths ?? {})
        .filter(
          ([path]) => !own.some((part) => path.includes(part)) && !bulk.some((end) => path.endsWith(end)),
        )
        .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
      const listed = rows.map(({ method, path }) => `${method} /udm/${version}${path}`);
      expect(declared.toSorted()).toEqual(listed.toSorted());
    }
  });

  it.each(ROWS.map((row) => [`${row.version} ${row.method} ${row.path}`, row] as const))(
    '%s',
    async (_, row) => {
      const ccid = newCenter();
      const things = await seed(ccid);
      const declared = declaredOf(row);
      const call = await callerOf(app, ccid, ['exporter']);
      const stranger = await callerOf(app, newCenter());
      for (const failure of row.failures) {
        const response = await (failure.empty ? stranger : call)(...requestOf(row, failure, things));
        expect(response.status, JSON.stringify(failure)).toBe(failure.status);
        await expectDeclared(documents[row.version]!, declared, response);
      }
      await expectGuarded(row, things, ccid);
      const response = await call(...requestOf(row, row.success, things));
      expect(response.status).toBe(row.success.status);
      expect(response.headers.get('Deprecation') !== null).toBe(row.version !== 'v10');
      const link = response.headers.get('Link') ?? '';
      expect(/^<\/udm\/v10\/.+>; rel="successor-version"$/.test(link)).toBe(row.version !== 'v10');
      await expectDeclared(documents[row.version]!, declared, response);
    },
  );
});

describe('the operations that the service has beside them', () => {
  it('select rows, and act on these alone', async () => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const [call, reader] = [await callerOf(app, ccid), await callerOf(app, ccid, ['auditor'])];
    const document = documents['v10']!; // beforeAll got it
    const ask = async (method: string, path: string, query: string, by = call) => {
      const response = await by(`/udm/v10${path}?${query}`, { method });
      const declared = document.paths[`/udm/v10${path}`]![method.toLowerCase()]!; // declared below
      const body = await expectDeclared(document, declared, response);
      return [response.status, body] as const;
    };
    const select = async (body: object, by = call) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await by('/udm/v10/selections', init);
      const declared = document.paths['/udm/v10/selections']!['post']!; // declared
      const made = (await expectDeclared(document, declared, response)) as {
        selection: string;
        count: number;
      };
      return { ...made, status: response.status, query: `selection=${made.selection}` };
    };
    const ids = ['busyJob', 'failedJob'].map((name) => Number(things[name]));
    const jobs = await select({ list: 'jobs', filter: { ids } });
    expect([jobs.status, jobs.count]).toEqual([200, 2]);
    const cancelled = await ask('POST', '/export/jobs/cancel', jobs.query);
    expect(cancelled).toMatchObject([200, { done: 1, refused: [{ id: ids[1], code: 'not-running' }] }]);
    for (const event of ['suspend', 'resume'])
      expect(await ask('POST', `/export/jobs/${event}`, jobs.query)).toMatchObject([200, { done: 2 }]);
    const runs = await select({ list: 'history', filter: { status: 'fail' } });
    expect(await ask('POST', '/export/history/retry', runs.query)).toMatchObject([200, { refused: [] }]);
    expect((await ask('POST', '/export/history/retry', jobs.query))[0]).toBe(400);
    expect((await ask('POST', '/export/jobs/suspend', 'selection=nothing'))[0]).toBe(400);
    const files = await select({ list: 'file-metadatas', filter: { jobId: Number(things['job']) } });
    const links = (await ask('GET', '/files', files.query))[1] as { path: string }[];
    expect([links.length, files.count]).toEqual([2, 2]);
    expect((await ask('DELETE', '/files', files.query))[0]).toBe(204);
    expect(await ask('GET', '/files', files.query)).toEqual([200, []]);
    expect((await ask('DELETE', '/files', files.query))[0]).toBe(400);
    expect((await ask('DELETE', '/export/history', runs.query))[0]).toBe(204);
    expect((await ask('DELETE', '/export/jobs', `${jobs.query}&jobIDs=1`))[0]).toBe(400);
    expect((await ask('DELETE', '/export/jobs', jobs.query))[0]).toBe(400);
    const mine = await select({ list: 'jobs' }, reader);
    expect(mine.status).toBe(200);
    expect((await ask('POST', '/export/jobs/suspend', mine.query, reader))[0]).toBe(403);
    for (const wrong of [
      { list: 'people' },
      { list: 'jobs', filter: { status: 'x' } },
      { list: 'jobs', title: 'x' },
    ])
      expect((await select(wrong)).status).toBe(400);
  });

  it('answer as their document says', async () => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    const document = documents['v10']!; // beforeAll got it
    const link = (await call(`/udm/v10/files/${things['file']}`)).headers.get('Location') ?? '';
    await importAll(ccid, 'contacts', ['{"CONTACTID":"K","CREATEDDATE":"2024-01-01"}']);
    const lines = { method: 'POST', body: '{}\n', headers: { 'Content-Type': 'application/x-ndjson' } };
    const answers: [string, string, Response, number][] = [
      ['/udm/v10/openapi.json', 'get', await call('/udm/v10/openapi.json'), 200],
      ['/udm/v10/statistics', 'get', await call('/udm/v10/statistics'), 200],
      ['/udm/v10/import/{kind}', 'post', await call('/udm/v10/import/contacts', lines), 200],
      ['/udm/v10/import/{kind}', 'post', await call('/udm/v10/import/people', lines), 400],
      [
        '/udm/v10/contacts/{contactId}',
        'delete',
        await call('/udm/v10/contacts/nobody', { method: 'DELETE' }),
        404,
      ],
      [
        '/udm/v10/contacts/{contactId}',
        'delete',
        await call('/udm/v10/contacts/K', { method: 'DELETE' }),
        200,
      ],
      ...(await Promise.all(
        [
          ['/udm/v10/export/jobs/{id}/run', '{job}', '{busyJob}'],
          ['/udm/v10/export/history/{id}/retry', '{failedRun}', '{busyRun}'],
        ].flatMap(([path = '', good = '', busy = '']) =>
          ([good, busy, '9007199254740991'] as const).map(
            async (id, at): Promise<[string, string, Response, number]> => {
              const asked = fillIn(path.replace('{id}', id), things);
              return [path, 'post', await call(asked, { method: 'POST' }), [202, 400, 404][at] ?? 0];
            },
          ),
        ),
      )),
      ['/udm/download/{filename}', 'get', await app.request(`${link}x`), 403],
      ['/udm/download/{filename}', 'get', await app.request(link), 404],
      ['/auth/v3/oauth/token', 'post', await app.request('/auth/v3/oauth/token', { method: 'POST' }), 400],
    ];
    for (const [path, method, response, status] of answers) {
      expect([path, response.status]).toEqual([path, status]);
      await expectDeclared(document, document.paths[path]![method]!, response);
    }
  });
});
