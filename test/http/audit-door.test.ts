import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../durable/audit-links.ts';
import { AuditTrail } from '../../src/identity/audit-trail.ts';
import { ChainCheck, type ChainPoint } from '../../src/model/audit/chain.ts';
import { AUDIT_ROWS, auditRow } from '../../src/model/audit/actions.ts';
import type { AuditItem } from '../../src/model/audit/entry.ts';
import { auditObjectName, type AuditChain } from '../../src/model/object-names.ts';
import { importAll } from '../support/center.ts';
import { addClient, addUser, callerOf, config, makeApp, newCenter } from './harness.ts';
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

async function entries(chain: AuditChain): Promise<readonly AuditItem[]> {
  await settled();
  const log = env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(chain)));
  const scan = { filter: {}, descending: false, after: null, skip: 0, limit: 1_000, upTo: null };
  return (await log.scan(scan)).items;
}

const ADDRESS = '192.0.2.44';
const told = (items: readonly AuditItem[]) =>
  items.map(({ actor, action, outcome, count }) => [actor.type, actor.name, action, outcome, count]);

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

describe('GET audit', () => {
  it('lists a center’s own entries by filters and cursor, and as JSON Lines that verify', async () => {
    const ccid = newCenter();
    const things = await seed(ccid);
    const call = await callerOf(app, ccid);
    const importer = await callerOf(app, ccid, ['importer']);
    for (let n = 0; n < 5; n += 1)
      await call(`/udm/v10/export/jobs/suspend/${things['busyJob']}`, { method: 'POST' });
    await call('/udm/v10/contacts/Jo', { method: 'DELETE' });
    await importer('/udm/v10/export/jobs');
    const list = async (query: string) =>
      (await call(`/udm/v10/audit?${query}`)).json<{
        count?: number;
        items: AuditItem[];
        nextCursor?: string;
      }>();
    const whole = await list('');
    expect(whole.count).toBe(7);
    expect(whole.items.map(({ action }) => action)).toEqual([
      'job.read',
      'contact.erase',
      ...Array(5).fill('job.suspend'),
    ]);
    expect(await list('action=SUSPEND&outcome=done&actor=some')).toMatchObject({ count: 5 });
    expect(await list(`object=job:${things['busyJob']}&size=2&from=1`)).toMatchObject({
      count: 5,
      items: whole.items.slice(3, 5),
    });
    expect(await list('object=contact:Jo')).toMatchObject({ count: 1, items: [{ action: 'contact.erase' }] });
    expect(await list('object=contact:J')).toMatchObject({ count: 0, items: [] });
    expect(await list(`startDate=${whole.items[0]?.time ?? ''}&endDate=2000-01-01`)).toMatchObject({
      count: 0,
    });
    const walked: AuditItem[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`size=3&cursor=${cursor}`);
      walked.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(whole.items);

    const chain = await (
      await call('/udm/v10/audit/chain')
    ).json<{
      anchor: ChainPoint;
      head: ChainPoint;
    }>();
    const answer = await call('/udm/v10/audit?orderField=id&descAsc=false', {
      headers: { Accept: 'application/x-ndjson' },
    });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const items = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditItem);
    expect(items).toEqual(whole.items.toReversed());
    const check = new ChainCheck(hashOf, chain.anchor, chain.head);
    for (const item of items) expect(await check.take(item)).toBeNull();
    expect([await check.close(), check.at]).toEqual([null, chain.head]);

    const auditor = await callerOf(app, ccid, ['auditor']);
    expect((await auditor('/udm/v10/audit')).status).toBe(200);
    for (const path of ['/udm/v10/audit', '/udm/v10/audit/chain'])
      expect((await (await callerOf(app, ccid, ['exporter']))(path)).status).toBe(403);
    const stranger = await callerOf(app, newCenter());
    expect(await (await stranger('/udm/v10/audit')).json()).toMatchObject({ count: 0, items: [] });
  });

  it('what dies between entry and act, or between act and end, stands in the log as begun', async () => {
    const ccid = newCenter();
    await seed(ccid);
    const json = ROWS.find(({ method, path }) => method === 'POST' && path === '/export/jobs')?.success.json;
    const create = (call: Awaited<ReturnType<typeof callerOf>>, title: string) =>
      call('/udm/v10/export/jobs', {
        method: 'POST',
        body: JSON.stringify({ ...json, title }),
        headers: { 'Content-Type': 'application/json' },
      });
    /** The log of real objects, from which some calls never come back. */
    const cut = (...lost: readonly ('append' | 'end')[]) => {
      const get = (id: DurableObjectId) => {
        const real = env.AUDIT.get(id);
        const dies = async () => Promise.reject(new Error('the isolate is gone'));
        return {
          append: (entry: never) => (lost.includes('append') ? dies() : real.append(entry)),
          end: (entry: never, end: never) => (lost.includes('end') ? dies() : real.end(entry, end)),
        };
      };
      const objects = { idFromName: (name: string) => env.AUDIT.idFromName(name), get };
      return makeApp({
        audit: new AuditTrail({ config, objects, later: () => undefined }),
      });
    };
    // The act throws behind its entry, and the end is lost with it: nothing was done, and that it may have been is known.
    const before = cut('end');
    expect((await create(await callerOf(before.app, ccid), 'broken')).status).toBe(500);
    // The act is done, and its end is lost.
    const after = cut('end');
    expect((await create(await callerOf(after.app, ccid), 'done')).status).toBe(202);
    // The entry is lost: the act is not done.
    const never = cut('append');
    expect((await create(await callerOf(never.app, ccid), 'never')).status).toBe(503);
    expect([...after.created, ...never.created].map(({ request }) => request.title)).toEqual(['done']);
    expect(told(await entries(ccid))).toEqual([
      ['user', 'somebody', 'job.create', 'unknown', 1],
      ['user', 'somebody', 'job.create', 'unknown', 1],
    ]);
    const whole = await callerOf(app, ccid);
    const { anchor, head } = await (
      await whole('/udm/v10/audit/chain')
    ).json<{ anchor: ChainPoint; head: ChainPoint }>();
    const check = new ChainCheck(hashOf, anchor, head);
    for (const item of await entries(ccid)) expect(await check.take(item)).toBeNull();
    expect(await check.close()).toBeNull();
  });

  it('what cannot be entered is refused and not done; reads go on', async () => {
    const away = {
      idFromName: () => 0,
      get: () => ({ append: async () => Promise.reject(new Error('away')) }),
    };
    const { app: cut, created } = makeApp({
      audit: new AuditTrail({ config, objects: away as never, later: () => undefined }),
    });
    const ccid = newCenter();
    await seed(ccid);
    const call = await callerOf(cut, ccid);
    const body = JSON.stringify(
      ROWS.find(({ method, path }) => method === 'POST' && path === '/export/jobs')?.success.json,
    );
    const made = await call('/udm/v10/export/jobs', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect([made.status, made.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await made.json()).toMatchObject({ status: { detail: { code: 'audit-away' } } });
    expect(created).toEqual([]);
    expect((await call('/udm/v10/export/jobs')).status).toBe(200);
  });
});
