import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasHash } from '../../../src/identity/secrets.ts';
import { addUser, callerOf, makeApp, newCenter, START } from '../harness.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';
import { asked, codeOf, PASSWORD, prepare, send, signIn as signInBy } from './access-calls.ts';

const { app, clock } = makeApp();
beforeAll(() => prepare(app));
const signIn = (username: string, password: string) => signInBy(app, username, password);
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
    const document = await documentOf(app, 'v10');
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
    // Names that look like another one, too.
    for (const path of ['/users', '/clients', '/api-keys'])
      for (const name of ['ro\u200Bot', '\u202Etoor']) {
        const answer = await call(`/udm/v10${path}`, send('POST', { name, roles: ['exporter'] }));
        expect(await codeOf(answer)).toBe('account-name');
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
