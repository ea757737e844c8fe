import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUser, callerOf, makeApp, newCenter, START, withToken } from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { asked, codeOf, PASSWORD, prepare, send } from './access-calls.ts';

const { app, clock } = makeApp();
beforeAll(() => prepare(app));

interface Made {
  readonly id: string;
  readonly secret?: string;
  readonly key?: string;
}

describe('clients and API keys of two contact centers with the same names', () => {
  it.each(['clients', 'api-keys'] as const)(
    '%s are made, shown without their secret, and removed',
    async (path) => {
      const [mine, other] = [await callerOf(app, newCenter()), await callerOf(app, newCenter())];
      const body = { name: 'Nightly', roles: ['exporter'] };
      const [status, made] = await asked<Made>(mine, 'POST', `/${path}`, body);
      const [, theirs] = await asked<Made>(other, 'POST', `/${path}`, body);
      expect([status, (await asked(mine, 'POST', `/${path}`, body))[0]]).toEqual([201, 409]);
      const secret = made.secret ?? made.key ?? '';
      expect(Buffer.from(secret.replace('udm_', ''), 'base64url').byteLength).toBe(32);
      const [, page] = await asked<{ items: Made[] }>(mine, 'GET', `/${path}?name=night`);
      expect(page.items.map(({ id }) => id)).toEqual([made.id]);
      expect(JSON.stringify([page, (await asked(mine, 'GET', `/${path}/${made.id}`))[1]])).not.toContain(
        secret,
      );
      for (const method of ['GET', 'DELETE'])
        expect((await asked(mine, method, `/${path}/${theirs.id}`))[0]).toBe(404);
      expect((await asked(mine, 'DELETE', `/${path}/${made.id}`))[0]).toBe(204);
      expect((await asked(mine, 'GET', `/${path}/${made.id}`))[0]).toBe(404);
      expect((await asked(other, 'GET', `/${path}/${theirs.id}`))[0]).toBe(200);
    },
  );

  it("sign in by the secret that was shown once; the public client is nobody's", async () => {
    const call = await callerOf(app, newCenter());
    const [, made] = await asked<Made>(call, 'POST', '/clients', { name: 'c', roles: ['auditor'] });
    const grant = () =>
      app.request('/auth/v3/oauth/token', {
        method: 'POST',
        headers: {
          Authorization: `Basic ${btoa(`${made.id}:${made.secret}`)}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
    expect(await (await grant()).json()).toMatchObject({ scope: 'auditor' });
    expect(
      (await asked<{ roles: string[] }>(call, 'PATCH', `/clients/${made.id}`, { roles: ['exporter'] }))[1]
        .roles,
    ).toEqual(['exporter']);
    expect(await (await grant()).json()).toMatchObject({ scope: 'exporter' });
    for (const method of ['GET', 'DELETE']) expect((await asked(call, method, '/clients/udm'))[0]).toBe(404);
  });

  it('end when they are told to, and not before now', async () => {
    const call = await callerOf(app, newCenter());
    const past = await call(
      '/udm/v10/api-keys',
      send('POST', { name: 'k', expiresAt: new Date(START).toISOString() }),
    );
    expect(await codeOf(past)).toBe('expiry-past');
    const expiresAt = '2027-01-01T00:00:00.000Z';
    const [, made] = await asked<Made>(call, 'POST', '/api-keys', { name: 'k', expiresAt });
    expect(made).toMatchObject({ roles: null, expiresAt, lastUsedAt: null });
  });
});

describe('changing clients and API keys', () => {
  it('gives other names, roles and ends, and leaves what is not given', async () => {
    const call = await callerOf(app, newCenter());
    const [, client] = await asked<Made>(call, 'POST', '/clients', { name: 'c', roles: ['auditor'] });
    const [, key] = await asked<Made>(call, 'POST', '/api-keys', { name: 'k', roles: ['auditor'] });
    const path = { client: `/clients/${client.id}`, key: `/api-keys/${key.id}` };
    const named = { name: 'other', roles: ['auditor'] };
    expect((await asked(call, 'PATCH', path.client, { name: 'other' }))[1]).toMatchObject(named);
    expect((await asked(call, 'PATCH', path.key, { name: 'other' }))[1]).toMatchObject(named);
    expect((await asked(call, 'GET', '/clients?name=OTHER'))[1]).toMatchObject({ count: 1 });
    const expiresAt = '2027-01-01T00:00:00.000Z';
    const ending = { name: 'other', roles: null, expiresAt };
    expect((await asked(call, 'PATCH', path.key, { roles: [], expiresAt }))[1]).toMatchObject(ending);
    expect((await asked(call, 'PATCH', path.key, { name: 'k' }))[1]).toMatchObject({
      expiresAt,
      roles: null,
    });
    expect((await asked(call, 'PATCH', path.key, { expiresAt: '' }))[1]).toMatchObject({ expiresAt: null });
    const past = await call(`/udm/v10${path.key}`, send('PATCH', { expiresAt: '2020-01-01T00:00:00Z' }));
    expect(await codeOf(past)).toBe('expiry-past');
  });

  it('takes no name of another one, no administrator’s role from who is none, and nothing of another center', async () => {
    const ccid = newCenter();
    const [call, stranger] = [await callerOf(app, ccid), await callerOf(app, newCenter())];
    const security = await callerOf(app, ccid, ['security']);
    for (const kind of ['clients', 'api-keys']) {
      await asked(call, 'POST', `/${kind}`, { name: 'one', roles: [] });
      const [, made] = await asked<Made>(call, 'POST', `/${kind}`, { name: 'two', roles: [] });
      const path = `/udm/v10/${kind}/${made.id}`;
      const taken = await call(path, send('PATCH', { name: 'one' }));
      expect([taken.status, await codeOf(taken)]).toEqual([409, 'name-taken']);
      expect((await call(path, send('PATCH', { name: 'two' }))).status).toBe(200);
      const raised = await security(path, send('PATCH', { roles: ['administrator'] }));
      expect(await codeOf(raised)).toBe('administrators-only');
      for (const init of [send('PATCH', { name: 'three' }), send('POST', {})]) {
        const at = init.method === 'POST' ? `${path}/secret` : path;
        expect((await stranger(at, init)).status).toBe(404);
      }
    }
  });

  it('makes another secret, and the one from before is good no more', async () => {
    const call = await callerOf(app, newCenter());
    const [, client] = await asked<Made>(call, 'POST', '/clients', { name: 'c', roles: ['auditor'] });
    const grant = async (secret = '') => {
      const headers = { Authorization: `Basic ${btoa(`${client.id}:${secret}`)}` };
      const body = new URLSearchParams({ grant_type: 'client_credentials' });
      return (await app.request('/auth/v3/oauth/token', { method: 'POST', headers, body })).status;
    };
    const [, renewed] = await asked<Made>(call, 'POST', `/clients/${client.id}/secret`);
    expect([await grant(client.secret), await grant(renewed.secret)]).toEqual([401, 200]);
    const [, key] = await asked<Made>(call, 'POST', '/api-keys', { name: 'k', roles: ['auditor'] });
    const uses = async (shown = '') =>
      (await app.request('/udm/v10/me', { headers: { 'x-api-key': shown } })).status;
    expect(await uses(key.key)).toBe(200);
    const [, other] = await asked<Made>(call, 'POST', `/api-keys/${key.id}/secret`);
    expect(await uses(other.key)).toBe(200);
    clock.now += 30_000;
    expect([await uses(key.key), await uses(other.key)]).toEqual([401, 200]);
    clock.now = START;
  });

  it('keeps the last good key while one is demanded', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const key = async (name: string, expiresAt?: string) =>
      (await asked<Made>(call, 'POST', '/api-keys', { name, roles: ['administrator'], expiresAt }))[1].id;
    const [one, two] = [await key('one'), await key('two')];
    const short = await key('short', new Date(START + 60_000).toISOString());
    const demand = (requireApiKey: boolean) =>
      env.DB.prepare('INSERT OR REPLACE INTO center_settings (ccid, require_api_key) VALUES (?, ?)').bind(
        ccid,
        Number(requireApiKey),
      );
    await demand(true).run();
    // By a session, which needs no key.
    await addUser('keeper', { ccid, password: PASSWORD, roles: ['administrator'] });
    const browser = new Browser(app);
    await browser.signIn('keeper', PASSWORD, { tenant: ccid });
    clock.now = START + 61_000;
    const removes = async (id: string) => {
      const answer = await browser.ask('DELETE', `/udm/v10/api-keys/${id}`);
      return answer.ok ? 'removed' : codeOf(answer);
    };
    expect(await removes(one)).toBe('removed');
    expect(await removes(two)).toBe('own-api-key-first');
    expect(await removes(short)).toBe('removed');
    await demand(false).run();
    expect(await removes(two)).toBe('removed');
    clock.now = START;
  });

  it('ends what a client’s secret brought when another one takes its place, and not what that one brings', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    await addUser('u', { ccid, password: 'p', roles: ['auditor'] });
    const [, client] = await asked<Made>(call, 'POST', '/clients', { name: 'c', roles: ['auditor'] });
    const tokens = async (secret = '') => {
      const headers = { Authorization: `Basic ${btoa(`${client.id}:${secret}`)}` };
      const got = [
        { grant_type: 'client_credentials' },
        { grant_type: 'password', username: 'u', password: 'p' },
      ].map(async (form) => {
        const body = new URLSearchParams(form);
        const answer = await app.request('/auth/v3/oauth/token', { method: 'POST', headers, body });
        return (await answer.json<{ access_token: string }>()).access_token;
      });
      return Promise.all(got);
    };
    const use = (shown: readonly string[]) =>
      Promise.all(shown.map(async (token) => (await app.request('/udm/v10/me', withToken(token))).status));
    const first = await tokens(client.secret);
    expect(await use(first)).toEqual([200, 200]);
    // Twice within the same millisecond: these are two secrets, too.
    const renew = async () => (await asked<Made>(call, 'POST', `/clients/${client.id}/secret`))[1].secret;
    const second = await tokens(await renew());
    const third = await tokens(await renew());
    expect(await use(third)).toEqual([200, 200]);
    clock.now += 30_000;
    expect(await use([...first, ...second, ...third])).toEqual([401, 401, 401, 401, 200, 200]);
    clock.now = START;
  });
});
