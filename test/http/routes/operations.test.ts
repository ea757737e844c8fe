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
    const own = ['/auth/', '/udm/download/', '/openapi.json', '/import/', '/contacts/', '/health', '/me/'];
    for (const [version, count] of Object.entries({ v10: 28, v4: 14, v3: 12 })) {
      const rows = ROWS.filter((row) => row.version === version);
      expect(rows).toHaveLength(count);
      const declared = Object.entries(documents[version]?.paths ?? {})
        .filter(([path]) => !own.some((part) => path.includes(part)))
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
