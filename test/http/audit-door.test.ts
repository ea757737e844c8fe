import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_ROWS, auditRow } from '../../src/model/audit/actions.ts';
import { importAll } from '../support/center.ts';
import { entriesAfter, told } from './audit-entries.ts';
import { addClient, addUser, callerOf, makeApp, newCenter } from './harness.ts';
import { makeCertificate, pem } from './make-certificate.ts';
import { documentOf, type Document } from './openapi/documents.ts';
import { ROWS, type Row } from './routes/operations.ts';
import { fillIn, seed } from './routes/seed.ts';

const { app, settled } = makeApp();
const documents: Record<string, Document> = {};
let certificate = '';
beforeAll(async () => {
  for (const version of ['v10', 'v4', 'v3']) documents[version] = await documentOf(app, version);
  certificate = pem('CERTIFICATE', await makeCertificate());
});

const entries = entriesAfter(settled);
const ADDRESS = '192.0.2.44';
function requestOf(row: Row, things: Readonly<Record<string, string>>): [string, RequestInit] {
  const { path = row.path, query, json, form } = row.success;
  const init: RequestInit = { method: row.method };
  if (json)
    Object.assign(init, { body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } });
  if (form) {
    init.body = new FormData();
    init.body.set('file', new Blob([certificate]));
  }
  return [`/udm/${row.version}${fillIn(path, things)}${query ? `?${fillIn(query, things)}` : ''}`, init];
}

const idOf = (row: Row): string =>
  (
    documents[row.version]?.paths[`/udm/${row.version}${row.path}`]?.[row.method.toLowerCase()] as {
      operationId?: string;
    }
  )?.operationId ?? '';

describe('the audit table', () => {
  it('has every operation of the API documents and no other, and only such as change nothing are reads', () => {
    const declared = Object.values(documents).flatMap(({ paths }) =>
      Object.values(paths).flatMap((item) => Object.entries(item)),
    );
    const ids = declared.map(([, operation]) => (operation as { operationId?: string }).operationId ?? '');
    expect([...new Set(ids)].toSorted()).toEqual(Object.keys(AUDIT_ROWS).toSorted());
    for (const [method, operation] of declared) {
      const { kind } = auditRow((operation as { operationId?: string }).operationId ?? '', method);
      const id = (operation as { operationId?: string }).operationId;
      // What a selection keeps is what it read.
      if (method !== 'get' && id !== 'createSelection') expect(['act', 'sign-in']).toContain(kind);
    }
    expect(auditRow('makeSomething', 'post')).toMatchObject({ kind: 'act', action: 'makeSomething' });
  });

  it('is what each operation leaves: allowed, forbidden, without sign-in, of another center', async () => {
    const platform = (await entries(null)).length;
    let nobodies = 0;
    for (const row of ROWS) {
      const { kind, action } = auditRow(idOf(row), row.method.toLowerCase());
      const name = `${row.version} ${row.method} ${row.path}`;
      const [ccid, other] = [newCenter(), newCenter()];
      const things = await seed(ccid);
      const [path, init] = requestOf(row, things);
      const stranger = await callerOf(app, other);
      const strange = await stranger(path, init);
      const refused = strange.status >= 400;
      const strangers = await entries(other);
      expect(strangers, name).toHaveLength(kind === 'act' ? 1 : 0);
      if (kind === 'act' && refused) expect(strangers[0]?.outcome, name).not.toMatch(/done|unknown|status/);
      expect(await entries(ccid), name).toEqual([]);

      const powerless = await callerOf(app, ccid, []);
      const forbidden = await powerless(path, init);
      expect(forbidden.status, name).toBe(kind === 'open' ? row.success.status : 403);
      const barred = kind === 'open' ? [] : [['user', 'somebody', action, 'privilege-missing', 1]];
      expect(told(await entries(ccid)), name).toEqual(barred);

      const call = await callerOf(app, ccid);
      expect((await call(path, init)).status, name).toBe(row.success.status);
      const done = kind === 'act' ? [['user', 'somebody', action, 'done', 1]] : [];
      expect(told(await entries(ccid)), name).toEqual([...barred, ...done]);

      const nobody = {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'CF-Connecting-IP': ADDRESS },
      };
      expect((await app.request(path, nobody)).status, name).toBe(kind === 'open' ? row.success.status : 401);
      if (kind !== 'open') nobodies += 1;
      expect(await entries(ccid), name).toHaveLength(barred.length + done.length);
    }
    const mine = (await entries(null)).slice(platform).filter(({ address }) => address === ADDRESS);
    expect(mine.reduce((sum, { count }) => sum + count, 0)).toBe(nobodies);
    // One entry for each action and minute.
    expect(mine.length).toBeLessThan(nobodies);
    for (const { actor, outcome } of mine) expect([actor.type, outcome]).toEqual(['nobody', 'no-token']);
  });

  it('enters what one caller may not once a minute, however often and of whatever it is asked', async () => {
    const ccid = newCenter();
    const powerless = await callerOf(app, ccid, []);
    for (let n = 1; n <= 40; n += 1) {
      expect((await powerless(`/udm/v10/export/jobs/${n}`)).status).toBe(403);
      expect((await powerless(`/udm/v10/export/jobs/${n}`, { method: 'DELETE' })).status).toBe(403);
    }
    const items = await entries(ccid);
    for (const action of ['job.read', 'job.delete']) {
      const like = items.filter((item) => item.action === action);
      // A minute may have ended in between.
      expect(like.length).toBeLessThanOrEqual(2);
      expect(like.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    }
    expect(items.find(({ action }) => action === 'job.delete')).toMatchObject({
      actor: { type: 'user', name: 'somebody' },
      objects: ['job:1'],
      outcome: 'privilege-missing',
    });
  });

  it('names what was done to what, and nothing that may not be read', async () => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    const lines = { method: 'POST', body: '{}\n', headers: { 'Content-Type': 'application/x-ndjson' } };
    await importAll(ccid, 'contacts', ['{"CONTACTID":"Contact of Jo","CREATEDDATE":"2024-01-01"}']);
    await call('/udm/v10/import/contacts', lines);
    for (let twice = 0; twice < 2; twice += 1)
      await call(`/udm/v10/contacts/${encodeURIComponent('Contact of Jo')}`, { method: 'DELETE' });
    await call(`/udm/v10/export/jobs?jobIDs=${things['job']},${things['busyJob']}`, { method: 'DELETE' });
    const link = (await call(`/udm/v10/files/${things['file']}`)).headers.get('Location') ?? '';
    await call(`/udm/v10/files/${encodeURIComponent('a text of a record')}`);
    await app.request(link);
    await app.request(`${link}x`);
    const made = await call('/udm/v10/export/jobs', {
      method: 'POST',
      body: JSON.stringify(
        ROWS.find(({ method, path }) => method === 'POST' && path === '/export/jobs')?.success.json,
      ),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(made.status).toBe(202);
    const items = await entries(ccid);
    const [imported, erased, again, deleted, linked, asked, created] = items.map((item) => ({
      outcome: item.outcome,
      objects: item.objects,
    }));
    expect(items).toHaveLength(7);
    expect(imported).toEqual({ outcome: 'done', objects: ['records:contacts'] });
    expect(erased).toMatchObject({
      outcome: 'done',
      objects: [expect.stringMatching(/^contact:test\.[0-9a-f]{32}$/)],
    });
    expect(again).toEqual({ outcome: 'no-contact', objects: erased?.objects });
    expect(deleted).toEqual({
      outcome: 'not-all-deleted',
      objects: [`job:${things['job']}`, `job:${things['busyJob']}`],
    });
    expect(linked).toEqual({
      outcome: 'done',
      objects: [`file:${things['file']}`, expect.stringMatching(/^link:[0-9a-f]{16}$/)],
    });
    expect(asked).toMatchObject({
      outcome: 'no-file',
      objects: [expect.stringMatching(/^file:test\.[0-9a-f]{32}$/)],
    });
    expect(created).toEqual({ outcome: 'done', objects: ['job:1'] });
    const all = JSON.stringify(items) + JSON.stringify(await entries(null));
    for (const secret of ['Contact of', 'a text of', new URL(link).searchParams.get('signature') ?? '?'])
      expect(all).not.toContain(secret);
  });

  it('tells of sign-ins in the center of who signed in, of refused ones in the platform’s chain', async () => {
    const ccid = newCenter();
    await addClient('audited', { ccid, secret: 'client secret', roles: ['exporter'] });
    await addUser('Audited Person', { ccid, password: 'the password', roles: ['exporter'] });
    const ask = async (form: Record<string, string>, secret = 'client secret') => {
      const headers = {
        Authorization: `Basic ${btoa(`audited:${secret}`)}`,
        'CF-Connecting-IP': '192.0.2.45',
      };
      return (
        await app.request('/auth/v3/oauth/token', {
          method: 'POST',
          headers,
          body: new URLSearchParams(form),
        })
      ).status;
    };
    const password = { grant_type: 'password', username: 'Audited Person' };
    expect(await ask({ ...password, password: 'the password' })).toBe(200);
    expect(await ask({ grant_type: 'client_credentials' })).toBe(200);
    for (let n = 0; n < 3; n += 1) expect(await ask({ ...password, password: 'a guess' })).toBe(400);
    expect(await ask({ grant_type: 'client_credentials' }, 'a guess')).toBe(401);
    expect(told(await entries(ccid))).toEqual([
      ['user', 'Audited Person', 'token.issue', 'done', 1],
      ['client', 'audited', 'token.issue', 'done', 1],
    ]);
    expect((await entries(ccid))[0]).toMatchObject({
      actor: { client: 'audited' },
      objects: ['grant:password'],
    });
    const refused = (await entries(null)).filter(({ address }) => address === '192.0.2.45');
    expect(told(refused)).toEqual([
      ['nobody', '', 'token.issue', 'user-refused', 3],
      ['nobody', '', 'token.issue', 'client-refused', 1],
    ]);
    expect(JSON.stringify(refused)).not.toMatch(/guess|Audited/);
  });
});
