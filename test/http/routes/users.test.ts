import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasHash } from '../../../src/identity/secrets.ts';
import { addClient, addUser, callerOf, makeApp, newCenter, START, type Failed } from '../harness.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';

const { app, clock } = makeApp();
const PASSWORD = 'a long enough secret';
let document: Document;
beforeAll(async () => {
  document = await documentOf(app, 'v10');
  await addClient('app', { ccid: 'platform', secret: 'app-secret', roles: [] });
});

type Call = Awaited<ReturnType<typeof callerOf>>;
const send = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
});
const codeOf = async (response: Response): Promise<string> =>
  (await response.json<Failed>()).status.detail.code;

/** Asks, and holds the answer against the document. */
async function asked<T>(call: Call, method: string, path: string, body?: object): Promise<[number, T]> {
  const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
  const declaredPath = `/udm/v10${path.split('?')[0]}`
    .replace(/\/(users)\/[^/]+/, '/$1/{name}')
    .replace(/\/(clients|api-keys)\/[^/]+/, '/$1/{id}');
  const operation = document.paths[declaredPath]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${declaredPath} is not declared`);
  return [response.status, (await expectDeclared(document, operation, response)) as T];
}

function signIn(username: string, password: string): Promise<Response> {
  const headers = {
    Authorization: `Basic ${btoa('app:app-secret')}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ grant_type: 'password', username, password }).toString();
  return Promise.resolve(app.request('/auth/v3/oauth/token', { method: 'POST', headers, body }));
}
const accept = (token: string, password: string) =>
  app.request('/auth/v3/invitation', send('POST', { token, password }));
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);

interface User {
  readonly id: string;
  readonly name: string;
  readonly roles: string[];
  readonly disabled: boolean;
  readonly invited: boolean;
  readonly invitation?: string;
}

describe('users of two contact centers with the same names', () => {
  it('are added, listed, changed and removed, each in its own', async () => {
    const centers = [newCenter(), newCenter()];
    for (const [at, ccid] of centers.entries()) {
      const call = await callerOf(app, ccid);
      const body = { name: 'anna', roles: ['exporter', 'auditor'], password: `${PASSWORD} ${at}` };
      expect((await asked(call, 'POST', '/users', { ...body, password: `${PASSWORD} ${ccid}` }))[0]).toBe(
        400,
      );
      const [status, added] = await asked<User>(call, 'POST', '/users', body);
      expect([status, added.id, added.roles, added.invited]).toEqual([
        201,
        'anna',
        ['exporter', 'auditor'],
        false,
      ]);
      expect(added.invitation).toBeUndefined();
      expect((await asked(call, 'POST', '/users', body))[0]).toBe(409);
      expect((await signIn(`${ccid}\\anna`, body.password)).status).toBe(200);
      const [, page] = await asked<{ count: number; items: User[] }>(
        call,
        'GET',
        '/users?name=ANN&role=auditor&disabled=false',
      );
      expect([page.count, page.items.map(({ name }) => name)]).toEqual([1, ['anna']]);
      expect(JSON.stringify(page)).not.toContain('scrypt');
    }
    const [mine, other] = [await callerOf(app, centers[0]!), await callerOf(app, centers[1]!)];
    await asked(mine, 'PATCH', '/users/anna', { roles: ['importer'] });
    expect((await asked<User>(other, 'GET', '/users/anna'))[1].roles).toEqual(['exporter', 'auditor']);
    await asked(mine, 'PATCH', '/users/anna', { disabled: true });
    expect((await signIn(`${centers[0]}\\anna`, `${PASSWORD} 0`)).status).not.toBe(200);
    expect((await signIn(`${centers[1]}\\anna`, `${PASSWORD} 1`)).status).toBe(200);
    expect((await asked(mine, 'DELETE', '/users/anna'))[0]).toBe(204);
    expect((await asked(mine, 'GET', '/users/anna'))[0]).toBe(404);
    expect((await asked(mine, 'DELETE', '/users/anna'))[0]).toBe(404);
    expect((await asked<User>(other, 'GET', '/users/anna'))[1].disabled).toBe(false);
    expect((await signIn('anna', `${PASSWORD} 1`)).status).toBe(200);
  });

  it('are listed by pages as everything is', async () => {
    const call = await callerOf(app, newCenter());
    for (const name of ['b', 'a', 'C']) await asked(call, 'POST', '/users', { name, roles: [] });
    const page = (query: string) =>
      asked<{ items: User[]; nextCursor?: string }>(call, 'GET', `/users?${query}`);
    const [, first] = await page('orderField=name&cursor=&size=2');
    expect(first.items.map(({ name }) => name)).toEqual(['a', 'b']);
    const [, next] = await page(`orderField=name&size=2&cursor=${first.nextCursor}`);
    // The caller is one, too.
    expect([next.items.map(({ name }) => name), next.nextCursor]).toEqual([['C', 'somebody'], undefined]);
    expect((await page('orderField=roles'))[0]).toBe(400);
  });
});

describe('an invitation', () => {
  it('lets a user choose a password once, and works for a forgotten one', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid, ['security']);
    const [, added] = await asked<User>(call, 'POST', '/users', { name: 'ivan', roles: ['exporter'] });
    expect([added.invited, new URL(added.invitation ?? '').pathname]).toEqual([true, '/invitation']);
    const token = tokenOf(added.invitation ?? '');
    expect(
      await env.DB.prepare('SELECT hash FROM invitations WHERE ccid = ?').bind(ccid).first('hash'),
    ).toSatisfy((hash: string) => hasHash(token, hash));
    expect(await codeOf(await accept(token, 'too short'))).toBe('password-length');
    const accepted = await accept(token, PASSWORD);
    const declared = document.paths['/auth/v3/invitation']!['post']!;
    expect(await expectDeclared(document, declared, accepted)).toEqual({ ccid, name: 'ivan' });
    expect(await codeOf(await accept(token, `another ${PASSWORD}`))).toBe('invitation-refused');
    expect((await signIn(`${ccid}\\ivan`, PASSWORD)).status).toBe(200);
    const [, first] = await asked<User>(call, 'POST', '/users/ivan/invitation');
    const [, second] = await asked<User>(call, 'POST', '/users/ivan/invitation');
    expect((await signIn(`${ccid}\\ivan`, PASSWORD)).status).toBe(200);
    expect(await codeOf(await accept(tokenOf(first.invitation ?? ''), PASSWORD))).toBe('invitation-refused');
    const statuses = await Promise.all(
      ['one', 'two'].map(
        async (word) => (await accept(tokenOf(second.invitation ?? ''), `${word} ${PASSWORD}`)).status,
      ),
    );
    expect(statuses.toSorted((left, right) => left - right)).toEqual([200, 400]);
    expect((await signIn(`${ccid}\\ivan`, PASSWORD)).status).not.toBe(200);
  });

  it('ends after 72 hours, and with its user', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    const [, added] = await asked<User>(call, 'POST', '/users', { name: 'late', roles: [] });
    const token = tokenOf(added.invitation ?? '');
    clock.now = START + 72 * 3_600_000;
    expect((await accept(token, PASSWORD)).status).toBe(400);
    clock.now = START;
    await asked(call, 'PATCH', '/users/late', { disabled: true });
    expect((await accept(token, PASSWORD)).status).toBe(400);
  });
});

describe('nobody', () => {
  it('takes the last administrator away who can sign in', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    await addUser('root', { ccid, password: 'p', roles: ['administrator', 'exporter'] });
    await asked(call, 'POST', '/users', { name: 'invited', roles: ['administrator'] });
    const change = (method: string, body?: object) =>
      call('/udm/v10/users/root', body ? send(method, body) : { method });
    for (const [method, body] of [
      ['PATCH', { disabled: true }],
      ['PATCH', { roles: ['exporter'] }],
      ['DELETE'],
    ] as const)
      expect([await codeOf(await change(method, body))]).toEqual(['last-administrator']);
    expect((await change('PATCH', { roles: ['administrator'] })).status).toBe(200);
    await addUser('second', { ccid, password: 'p', roles: ['administrator'] });
    const both = ['root', 'second'].map(async (name) => call(`/udm/v10/users/${name}`, { method: 'DELETE' }));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.toSorted((left, right) => left - right)).toEqual([204, 400]);
  });

  it('becomes or makes an administrator, or gets at one, but as one; and nobody gives roles to oneself', async () => {
    const ccid = newCenter();
    await addUser('root', { ccid, password: 'p', roles: ['administrator'] });
    await addUser('somebody', { ccid, password: 'p', roles: ['security'] });
    const call = await callerOf(app, ccid, ['security']);
    const refused: [method: string, path: string, body: object | undefined, code: string][] = [
      ['POST', '/users', { name: 'x', roles: ['administrator'] }, 'administrators-only'],
      ['PATCH', '/users/somebody', { roles: ['security', 'administrator'] }, 'administrators-only'],
      ['PATCH', '/users/somebody', { roles: ['security', 'exporter'] }, 'own-roles'],
      ['PATCH', '/users/root', { disabled: true }, 'administrators-only'],
      ['DELETE', '/users/root', undefined, 'administrators-only'],
      ['POST', '/users/root/invitation', undefined, 'administrators-only'],
      ['POST', '/clients', { name: 'x', roles: ['administrator'] }, 'administrators-only'],
      ['POST', '/api-keys', { name: 'x', roles: ['administrator'] }, 'administrators-only'],
    ];
    for (const [method, path, body, code] of refused) {
      const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
      expect([method, path, response.status, await codeOf(response)]).toEqual([method, path, 403, code]);
    }
    expect((await asked(call, 'POST', '/users', { name: 'x', roles: ['exporter'] }))[0]).toBe(201);
    expect((await asked(call, 'PATCH', '/users/somebody', { roles: [] }))[0]).toBe(200);
  });
});

it.each([
  ['shorter7890', 'password-length'],
  ['x'.repeat(257), 'password-length'],
  ['ä'.repeat(11), 'password-length'],
  ['Password1234', 'password-common'],
  ['123456789012', 'password-common'],
  ['i am Käthe, indeed', 'password-holds-name'],
  ['a user of my data, at length', null],
  ['User-Data 2026!', 'password-holds-name'],
  ['kathe and something', null],
  ['x'.repeat(256), null],
])('the password %s of käthe@example.org: %s', async (password, code) => {
  const call = await callerOf(app, newCenter());
  const response = await call(
    '/udm/v10/users',
    send('POST', { name: 'käthe@example.org', roles: [], password }),
  );
  expect(response.status).toBe(code === null ? 201 : 400);
  if (code !== null) expect(await codeOf(response)).toBe(code);
});

it.each(['', ' a', 'a\\b', 'a/b', '..', 'a\u0000', 'x'.repeat(256), '\ud800'])(
  'takes no user, client or key named %j',
  async (name) => {
    const call = await callerOf(app, newCenter());
    for (const path of ['users', 'clients', 'api-keys'])
      expect((await call(`/udm/v10/${path}`, send('POST', { name, roles: [] }))).status).toBe(400);
  },
);

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
});

describe('what a contact center demands', () => {
  it('is nothing at first, changes in part, and is its own', async () => {
    const [mine, other] = [await callerOf(app, newCenter()), await callerOf(app, newCenter())];
    const none = { requireApiKey: false, cipherByAdministratorsOnly: false, secondFactor: [] };
    expect(await asked(mine, 'GET', '/settings')).toEqual([200, none]);
    const [, changed] = await asked(mine, 'PATCH', '/settings', { secondFactor: ['all'] });
    expect(changed).toEqual({ ...none, secondFactor: ['all'] });
    const [, again] = await asked(mine, 'PATCH', '/settings', { cipherByAdministratorsOnly: true });
    expect(again).toEqual({ ...none, secondFactor: ['all'], cipherByAdministratorsOnly: true });
    expect(await asked(other, 'GET', '/settings')).toEqual([200, none]);
    expect((await asked(mine, 'PATCH', '/settings', { secondFactors: [] }))[0]).toBe(400);
    const early = await mine('/udm/v10/settings', send('PATCH', { requireApiKey: true }));
    expect(await codeOf(early)).toBe('own-api-key-first');
    const roles = await asked<{ items: { name: string; privileges: string[] }[] }>(mine, 'GET', '/roles');
    expect(roles[1].items.find(({ name }) => name === 'security')?.privileges).toEqual([
      'users.read',
      'users.write',
      'audit.read',
    ]);
  });
});

describe('me', () => {
  it("tells who asks, and changes one's own password", async () => {
    const ccid = newCenter();
    await addUser('somebody', { ccid, password: 'the old password', roles: ['exporter'] });
    const call = await callerOf(app, ccid, ['exporter']);
    const [, me] = await asked<Record<string, unknown>>(call, 'GET', '/me');
    expect(me).toMatchObject({
      name: 'somebody',
      kind: 'user',
      ccid,
      roles: ['exporter'],
      passwordChangedAt: null,
      notices: [],
    });
    const { refresh_token: refresh } = await (
      await signIn(`${ccid}\\somebody`, 'the old password')
    ).json<{ refresh_token: string }>();
    const change = (currentPassword: string, newPassword: string) =>
      call('/udm/v10/me', send('PATCH', { currentPassword, newPassword }));
    expect(await codeOf(await change('not the old one', PASSWORD))).toBe('password-wrong');
    const short = (await (await change('the old password', 'short')).json<Failed>()).status.detail;
    expect([short.code, short.field]).toEqual(['password-length', 'newPassword']);
    const changed = await change('the old password', PASSWORD);
    expect(await changed.json()).toMatchObject({ notices: [{ code: 'password-changed' }] });
    expect((await signIn(`${ccid}\\somebody`, 'the old password')).status).not.toBe(200);
    expect((await signIn(`${ccid}\\somebody`, PASSWORD)).status).toBe(200);
    const renewed = await app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa('app:app-secret')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }).toString(),
    });
    expect(renewed.status).toBe(400);
    expect((await asked(call, 'DELETE', '/me/notices'))[0]).toBe(204);
    expect((await asked<{ notices: unknown[] }>(call, 'GET', '/me'))[1].notices).toEqual([]);
    // Whoever found a session open cannot guess its password through here.
    const guesses = [1, 2, 3, 4, 5, 6].map((n) => `guess number ${n}`);
    const codes: string[] = [];
    for (const guess of guesses) codes.push(await codeOf(await change(guess, 'another new one')));
    expect(codes).toEqual([...Array<string>(5).fill('password-wrong'), 'too-many-tries']);
  });
});
