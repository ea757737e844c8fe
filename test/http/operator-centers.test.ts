import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import type { HeldByCenter } from '../../src/jobs/centers/held.ts';
import type { RemovalStep } from '../../src/jobs/centers/removal.ts';
import { auditObjectName } from '../../src/model/object-names.ts';
import {
  carryOut,
  entriesOfRun,
  firstRun,
  importAll,
  interaction,
  newCenter as newCenterWithCertificate,
  submit,
} from '../support/center.ts';
import { addClient, addUser, callerOf, config, jobView, makeApp, newCenter, type Failed } from './harness.ts';

const KEY = 'k'.repeat(32);
const { app, clock, settled } = makeApp({ config: { ...config, operatorKey: new Secret(KEY) } });

const ask = (path: string, method = 'GET', body?: unknown) =>
  app.request(`/udm/operator/centers${path}`, {
    method,
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const json = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
const codeOf = async (response: Response): Promise<string> =>
  (await response.json<Failed>()).status.detail.code;
const held = async (ccid: string) => (await (await ask(`/${ccid}`)).json<{ held: HeldByCenter }>()).held;

/** Goes on until nothing is left; answers what was removed. */
async function remove(ccid: string, withAudit: boolean) {
  const removed: Record<string, number> = {};
  let last: RemovalStep | null = null;
  for (let next: unknown = { step: 'jobs', withAudit }, steps = 0; next; steps += 1) {
    expect(steps).toBeLessThan(100);
    last = await (await ask(`/${ccid}/remove`, 'POST', next)).json<RemovalStep>();
    for (const [what, count] of Object.entries(last.removed)) removed[what] = (removed[what] ?? 0) + count;
    ({ next } = last);
  }
  return { removed, left: last?.left };
}

describe('the operator of contact centers', () => {
  it('lists them, shows one, and changes what it may have', async () => {
    const ccid = newCenter();
    await callerOf(app, ccid);
    const { centers } = await (await ask('?after=center')).json<{ centers: { ccid: string }[] }>();
    expect(centers).toContainEqual({ ccid, suspended: false, dollars: 0 });
    const changed = await ask(`/${ccid}`, 'PATCH', { limits: { runs: 16, jobs: 20_000 } });
    expect(await changed.json()).toMatchObject({
      ccid,
      suspendedAt: null,
      limits: { runs: 16, jobs: 20_000 },
      cost: { dollars: 0, budget: null },
    });
    const again = await ask(`/${ccid}`, 'PATCH', { limits: { runs: null } });
    expect(await again.json()).toMatchObject({ limits: { runs: null, jobs: 20_000, recordBytes: null } });
  });

  it.each([{ limits: { runs: 0 } }, { limits: { speed: 1 } }, { suspended: 'yes' }, { ccid: 'other' }, null])(
    'refuses the change %j',
    async (change) => {
      const answer = await ask(`/${newCenter()}`, 'PATCH', change);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'not-a-center-change']);
    },
  );

  it('suspends one: nobody is let in, and runs wait until it goes on; its neighbour is not asked to', async () => {
    const ccid = await newCenterWithCertificate('suspended');
    const [own, other] = [await callerOf(app, ccid), await callerOf(app, newCenter())];
    await ask(`/${ccid}`, 'PATCH', { suspended: true });
    const refused = await own('/udm/v10/me');
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'center-suspended']);
    expect((await other('/udm/v10/me')).status).toBe(200);
    const job = await submit(ccid);
    const inside = () =>
      runInDurableObject(env.CENTER.get(env.CENTER.idFromName(ccid)), (_, { storage: { sql } }) =>
        sql.exec('SELECT id FROM runs WHERE active = 1').toArray(),
      );
    expect(await inside()).toEqual([]);
    await ask(`/${ccid}`, 'PATCH', { suspended: false });
    expect(await inside()).toEqual([{ id: firstRun(job) }]);
    clock.now += 31_000;
    expect((await own('/udm/v10/me')).status).toBe(200);
  });

  it('opens no sign-in to a suspended one, whatever it is asked by', async () => {
    const ccid = newCenter();
    const password = 'a long enough secret';
    await addUser('anna', { ccid, password, roles: ['exporter'] });
    await addClient('of-suspended', { ccid, secret: 'secret', roles: ['exporter'], platform: false });
    const basic = `Basic ${btoa('of-suspended:secret')}`;
    const token = async (form: Record<string, string>) =>
      (
        await app.request('/auth/v3/oauth/token', {
          method: 'POST',
          headers: { Authorization: basic },
          body: new URLSearchParams(form),
        })
      ).json<{ code?: string; refresh_token?: string }>();
    const byPassword = { grant_type: 'password', username: 'anna', password };
    const { refresh_token: refresh = '' } = await token(byPassword);
    const invited = await app.request('/udm/operator/users', {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ccid, name: 'new', roles: ['administrator'] }),
    });
    const { invitation } = await invited.json<{ invitation: string }>();
    await ask(`/${ccid}`, 'PATCH', { suspended: true });
    for (const form of [
      byPassword,
      { grant_type: 'client_credentials' },
      { grant_type: 'refresh_token', refresh_token: refresh },
    ])
      expect(await token(form), form.grant_type).toMatchObject({
        error: 'invalid_grant',
        code: 'center-suspended',
      });
    expect(await token({ ...byPassword, password: 'wrong' })).toMatchObject({ code: 'user-refused' });
    const headers = { Origin: 'http://localhost', 'X-UDM-Request': '1', 'Content-Type': 'application/json' };
    const page = await app.request('/auth/v3/sign-in', {
      method: 'POST',
      headers,
      body: JSON.stringify({ userName: 'anna', tenant: ccid, password }),
    });
    expect([page.status, await codeOf(page), page.headers.get('set-cookie')]).toEqual([
      403,
      'center-suspended',
      null,
    ]);
    const redeem = () =>
      app.request(
        '/auth/v3/invitation',
        json('POST', { token: invitation.replace(/^.*#/, ''), password: 'another long secret' }),
      );
    expect(await codeOf(await redeem())).toBe('center-suspended');
    await ask(`/${ccid}`, 'PATCH', { suspended: false });
    expect((await redeem()).ok).toBe(true);
  });

  it('removes one that has been suspended, whole, and touches nothing of its neighbour', async () => {
    const centers = [
      await newCenterWithCertificate('leaving'),
      await newCenterWithCertificate('leaving-not'),
    ];
    const [ccid = '', neighbour = ''] = centers;
    for (const one of centers) {
      await callerOf(app, one);
      await importAll(one, 'interactions', [
        interaction('A'),
        interaction('B', { TEXT: 'x'.repeat(1_100_000) }),
      ]);
      await carryOut(one, await submit(one));
      await submit(one, { schedulerParam: { runs: 'daily' } });
      await submit(one);
      const caller = await callerOf(app, one);
      expect((await caller('/udm/v10/api-keys', json('POST', { name: 'k' }))).status).toBe(201);
      await settled();
    }
    const before = await held(neighbour);
    expect(before).toMatchObject({
      rows: { record_centers: 1, jobs: 3, runs: 2, artifacts: 1, users: 1, api_keys: 1 },
      records: { Interaction: 2 },
      files: { artifacts: 1, history: 1 },
      jobs: 3,
    });

    expect(await codeOf(await ask(`/${ccid}/remove`, 'POST', { step: 'jobs' }))).toBe('center-not-suspended');
    await ask(`/${ccid}`, 'PATCH', { suspended: true });
    expect((await ask(`/${ccid}/remove`, 'POST', { step: 'jobs' })).status).toBe(409);
    clock.now += 180_000;
    const { removed, left } = await remove(ccid, false);
    expect(removed).toMatchObject({ jobs: 3, files: 2, records: 2, users: 1 });
    expect(left).toMatchObject({ rows: {}, files: {}, jobs: 0, records: {} });

    expect(await held(ccid)).toMatchObject({ rows: {}, files: {}, jobs: 0 });
    expect(await held(neighbour)).toEqual(before);
    const [, , third = -1] = await env.CENTER.get(env.CENTER.idFromName(neighbour)).jobs(0, 10);
    await carryOut(neighbour, jobView(third));
    expect(Object.keys(await entriesOfRun(neighbour, third + 1))).toContain('manifest.json');
    const { centers: known } = await (await ask('?after=leavim')).json<{ centers: { ccid: string }[] }>();
    expect(known.map((center) => center.ccid)).toEqual(expect.not.arrayContaining([ccid]));
    expect(known.map((center) => center.ccid)).toContain(neighbour);
  });

  it('keeps the audit log, and removes it where that is said', async () => {
    const ccid = newCenter();
    const log = env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(ccid)));
    const caller = await callerOf(app, ccid);
    await caller('/udm/v10/settings', json('PATCH', { requireApiKey: false }));
    await settled();
    const entries = (await held(ccid)).audit;
    expect(entries).toBeGreaterThan(0);
    await ask(`/${ccid}`, 'PATCH', { suspended: true });
    clock.now += 180_000;
    expect((await remove(ccid, false)).left).toMatchObject({ audit: entries });
    const anew = () =>
      app.request('/udm/operator/users', {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ccid, name: 'new', roles: ['administrator'] }),
      });
    // They would read what is kept of whoever had the name before.
    expect(await codeOf(await anew())).toBe('center-former');
    await ask(`/${ccid}`, 'PATCH', { suspended: true });
    clock.now += 180_000;
    expect(await remove(ccid, true)).toMatchObject({
      removed: { 'audit entries': entries },
      left: { audit: 0 },
    });
    expect((await log.ends()).head.id).toBe(0);
    expect((await anew()).status).toBe(201);
    const { items } = await env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(null))).scan({
      filter: {},
      descending: true,
      after: null,
      skip: 0,
      limit: 100,
      upTo: null,
    });
    const steps = JSON.stringify(items).split(`center:${ccid}`).length - 1;
    expect(steps).toBeGreaterThanOrEqual(8);
    await caller('/udm/v10/settings', json('PATCH', { requireApiKey: false }));
  });
});
