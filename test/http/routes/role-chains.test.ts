import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, signToken, withToken } from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { asked, codeOf, PASSWORD, prepare, send, type Call } from './access-calls.ts';

/** Nobody but an administrator comes by a role for oneself, over however many steps. */

const { app } = makeApp();
beforeAll(() => prepare(app));

interface Made {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

const callBy =
  (headers: Record<string, string>): Call =>
  async (path, init) =>
    app.request(path, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } });

/** A client that signs in for itself. */
async function clientCall({ id, secret }: Made): Promise<Call> {
  const grant = await app.request('/auth/v3/oauth/token', {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = await grant.json<{ access_token: string }>();
  return callBy({ Authorization: `Bearer ${token}` });
}

const PEOPLE = [
  ['boss', 'administrator'],
  ['somebody', 'security'],
  ['guard', 'security'],
  ['plain', 'importer'],
];

/** A center with an administrator, somebody of `security`, and keys and a client that it made while it was an administrator. */
async function center() {
  const ccid = newCenter();
  for (const [name, role] of PEOPLE)
    await env.DB.prepare(
      "INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at) VALUES (?1, ?2, ?2, '', ?3, 0)",
    )
      .bind(ccid, name, JSON.stringify([role]))
      .run();
  const boss = await signToken(ccid, { claims: { sub: 'boss' } });
  const administrator = callBy(withToken(boss).headers);
  const security = await callerOf(app, ccid, ['security']);
  const add = async (path: string, name: string, roles: string[]) =>
    (await asked<Made>(administrator, 'POST', path, { name, roles }))[1];
  const key = await add('/api-keys', 'k', ['security']);
  const client = await add('/clients', 'c', ['security']);
  const high = await add('/api-keys', 'high', ['administrator']);
  const low = await add('/api-keys', 'low', ['importer']);
  for (const table of ['api_keys', 'clients'])
    await env.DB.prepare(`UPDATE ${table} SET created_by = 'somebody', maker = 'somebody' WHERE ccid = ?`)
      .bind(ccid)
      .run();
  const calls = {
    administrator,
    security,
    key: callBy({ 'x-api-key': key.key }),
    client: await clientCall(client),
    high: callBy({ 'x-api-key': high.key }),
  };
  return { calls, ids: { KEY: key.id, CLIENT: client.id, HIGH: high.id, LOW: low.id } };
}

const WITH = (...roles: string[]) => ({ roles });
const NEW = (...roles: string[]) => ({ name: 'new', roles });
type Who = 'security' | 'key' | 'client' | 'high';
const MANAGING: readonly Who[] = ['security', 'key', 'client'];

const CHAINS: readonly [
  who: readonly Who[],
  method: string,
  path: string,
  body: object | null,
  code: string,
][] = [
  // Somebody who manages, made by who manages, would give the roles back.
  [MANAGING, 'POST', '/users', NEW('security'), 'administrators-only'],
  [MANAGING, 'POST', '/users', NEW('administrator'), 'administrators-only'],
  [MANAGING, 'PATCH', '/users/plain', WITH('security'), 'administrators-only'],
  [MANAGING, 'PATCH', '/users/guard', WITH('exporter'), 'administrators-only'],
  [MANAGING, 'POST', '/users/guard/invitation', null, 'administrators-only'],
  [MANAGING, 'DELETE', '/users/guard/second-factor', null, 'administrators-only'],
  [MANAGING, 'POST', '/api-keys', NEW('security'), 'administrators-only'],
  [MANAGING, 'POST', '/api-keys', NEW('importer', 'administrator'), 'administrators-only'],
  [MANAGING, 'PATCH', '/api-keys/LOW', WITH('security'), 'administrators-only'],
  [MANAGING, 'POST', '/clients', NEW('security'), 'administrators-only'],
  [MANAGING, 'POST', '/clients', NEW('administrator'), 'administrators-only'],
  // Whoever has the secret of a machine that manages is it.
  [['security', 'client'], 'POST', '/api-keys/KEY/secret', null, 'administrators-only'],
  [['security', 'client'], 'PATCH', '/api-keys/KEY', WITH('exporter'), 'administrators-only'],
  [['security', 'key'], 'POST', '/clients/CLIENT/secret', null, 'administrators-only'],
  [['security', 'key'], 'PATCH', '/clients/CLIENT', WITH('exporter'), 'administrators-only'],
  // Nothing to oneself.
  [['security'], 'PATCH', '/users/somebody', WITH('security', 'exporter'), 'own-roles'],
  [['key', 'client'], 'PATCH', '/users/somebody', WITH('security', 'exporter'), 'administrators-only'],
  [['key'], 'PATCH', '/api-keys/KEY', WITH('security', 'exporter', 'importer'), 'own-record'],
  [['key'], 'PATCH', '/api-keys/KEY', { expiresAt: '' }, 'own-record'],
  [['key'], 'POST', '/api-keys/KEY/secret', null, 'own-record'],
  [['key'], 'DELETE', '/api-keys/KEY', null, 'own-record'],
  [['client'], 'DELETE', '/clients/CLIENT', null, 'own-record'],
  [['client'], 'PATCH', '/clients/CLIENT', WITH('security', 'exporter'), 'own-record'],
  [['client'], 'POST', '/clients/CLIENT/secret', null, 'own-record'],
  [['high'], 'PATCH', '/api-keys/HIGH', WITH('administrator', 'exporter'), 'own-record'],
  [['high'], 'PATCH', '/users/somebody', WITH('security', 'exporter'), 'own-roles'],
  // What keeps the certificate from them.
  [MANAGING, 'PATCH', '/settings', { cipherByAdministratorsOnly: false }, 'administrators-only'],
  [MANAGING, 'PATCH', '/settings', { cipherByAdministratorsOnly: true }, 'administrators-only'],
  // Administrators are not shut out.
  [MANAGING, 'DELETE', '/users/boss/sessions', null, 'administrators-only'],
  [MANAGING, 'DELETE', '/users/boss', null, 'administrators-only'],
  [MANAGING, 'PATCH', '/users/boss', { disabled: true }, 'administrators-only'],
  [MANAGING, 'DELETE', '/users/boss/second-factor', null, 'administrators-only'],
  [MANAGING, 'POST', '/users/boss/invitation', null, 'administrators-only'],
];

describe('nobody gets further than the own roles', () => {
  it('by any of these steps', async () => {
    const { calls, ids } = await center();
    const answers: unknown[] = [];
    for (const [who, method, path, body] of CHAINS)
      for (const one of who) {
        const at = path.replace(/KEY|CLIENT|HIGH|LOW/, (word) => ids[word as keyof typeof ids]);
        const answer = await calls[one](`/udm/v10${at}`, body ? send(method, body) : { method });
        const code = answer.ok ? '' : await codeOf(answer);
        answers.push([one, method, path, body, answer.status, code]);
      }
    expect(answers).toEqual(
      CHAINS.flatMap(([who, method, path, body, code]) =>
        who.map((one) => [one, method, path, body, 403, code]),
      ),
    );
  });

  it('by a machine that one made before one managed nothing any more', async () => {
    const { calls } = await center();
    expect((await asked(calls.administrator, 'PATCH', '/users/somebody', WITH('importer')))[0]).toBe(200);
    for (const machine of [calls.key, calls.client, calls.high]) {
      const raised = await machine('/udm/v10/users/somebody', send('PATCH', WITH('importer', 'exporter')));
      expect([raised.status, await codeOf(raised)]).toEqual([403, 'own-roles']);
    }
  });

  it('by a machine that a machine of one’s own made, over however many, also where those between are gone', async () => {
    const { calls, ids } = await center();
    let call = calls.high;
    const links: string[] = [];
    for (const kind of ['api-keys', 'clients', 'api-keys']) {
      const [, made] = await asked<Made>(call, 'POST', `/${kind}`, {
        name: `link ${links.length}`,
        roles: ['administrator'],
      });
      links.push(`/${kind}/${made.id}`);
      call = kind === 'clients' ? await clientCall(made) : callBy({ 'x-api-key': made.key });
    }
    const raise = () => call('/udm/v10/users/somebody', send('PATCH', WITH('security', 'exporter')));
    expect(await codeOf(await raise())).toBe('own-roles');
    for (const link of [`/api-keys/${ids.HIGH}`, ...links.slice(0, 2)])
      expect((await asked(calls.administrator, 'DELETE', link))[0]).toBe(204);
    expect(await codeOf(await raise())).toBe('own-roles');
    // Of others, whom nobody of the chain is.
    expect((await asked(call, 'PATCH', '/users/guard', WITH('exporter')))[0]).toBe(200);
  });
});

describe('who manages users', () => {
  it('by somebody one has made, whom an administrator promotes later', async () => {
    const { calls } = await center();
    const { administrator, security } = calls;
    const name = `made-${newCenter()}`;
    await asked(security, 'POST', '/users', { name, roles: ['exporter'], password: PASSWORD });
    const browser = new Browser(app);
    expect((await browser.signIn(name, PASSWORD)).status).toBe(200);
    const [status, promoted] = await asked(administrator, 'PATCH', `/users/${name}`, {
      roles: ['administrator'],
    });
    expect([status, promoted]).toMatchObject([200, { roles: ['administrator'], invited: true }]);
    expect((await browser.ask('GET', '/udm/v10/me')).status).toBe(401);
    expect((await browser.signIn(name, PASSWORD)).status).toBe(401);
  });

  it('by somebody one has invited, and whose password and second factor one has chosen', async () => {
    const { calls } = await center();
    const { administrator, security } = calls;
    const taken = async (by: typeof security, name: string, path: string, body?: object) => {
      const [, { invitation }] = await asked<{ invitation: string }>(by, 'POST', path, body);
      const token = new URL(invitation).hash.slice(1);
      const accepted = await app.request('/auth/v3/invitation', send('POST', { token, password: PASSWORD }));
      expect(accepted.status).toBe(200);
      expect((await new Browser(app).signIn(name, PASSWORD)).status).toBe(200);
    };
    const invited = `invited-${newCenter()}`;
    const path = `/users/${invited}`;
    await taken(security, invited, '/users', { name: invited, roles: ['exporter'] });
    const browser = new Browser(app);
    await browser.signIn(invited, PASSWORD);
    // Changed by who has it: it is theirs still.
    const changed = { currentPassword: PASSWORD, newPassword: `${PASSWORD} anew` };
    expect((await browser.ask('PATCH', '/udm/v10/me', changed)).status).toBe(200);
    await env.DB.prepare(
      `INSERT INTO second_factors (ccid, user_name, secret, confirmed_at) SELECT ccid, name, 'x', 1 FROM users WHERE name = ?1`,
    )
      .bind(invited)
      .run();
    const [status, promoted] = await asked(administrator, 'PATCH', path, { roles: ['administrator'] });
    expect([status, promoted]).toMatchObject([200, { invited: true, secondFactor: false }]);
    expect((await browser.signIn(invited, `${PASSWORD} anew`)).status).toBe(401);
    // By an administrator's invitation it is theirs; so it is where one invited from the first.
    await taken(administrator, invited, `${path}/invitation`);
    const own = `own-${newCenter()}`;
    await taken(administrator, own, '/users', { name: own, roles: ['exporter'] });
    expect(await asked(administrator, 'PATCH', `/users/${own}`, { roles: ['administrator'] })).toMatchObject([
      200,
      { invited: false },
    ]);
  });

  it('does for others what the role is for', async () => {
    const { calls, ids } = await center();
    for (const call of [calls.security, calls.key, calls.client]) {
      const name = `exporter ${crypto.randomUUID()}`;
      const [status] = await asked(call, 'POST', '/users', { name, roles: ['exporter'] });
      expect(status).toBe(201);
      const path = `/users/${encodeURIComponent(name)}`;
      expect((await asked(call, 'PATCH', path, WITH('importer', 'auditor')))[0]).toBe(200);
      expect((await asked(call, 'POST', `${path}/invitation`))[0]).toBe(201);
      expect((await asked(call, 'DELETE', `${path}/sessions`))[0]).toBe(204);
      expect((await asked(call, 'DELETE', path))[0]).toBe(204);
      expect((await asked(call, 'POST', `/api-keys/${ids.LOW}/secret`))[0]).toBe(201);
      expect((await asked(call, 'POST', '/clients', { name, roles: ['exporter'] }))[0]).toBe(201);
      expect((await asked(call, 'PATCH', '/settings', { secondFactor: ['exporter'] }))[0]).toBe(200);
    }
    expect((await asked(calls.security, 'DELETE', '/users/somebody/sessions'))[0]).toBe(204);
    expect((await asked(calls.security, 'PATCH', '/users/somebody', { roles: [] }))[0]).toBe(200);
  });

  it('is made, changed and removed by administrators', async () => {
    const { calls, ids } = await center();
    for (const call of [calls.administrator, calls.high]) {
      const name = `s ${crypto.randomUUID()}`;
      expect((await asked(call, 'POST', '/users', { name, roles: ['security'] }))[0]).toBe(201);
      const path = `/users/${encodeURIComponent(name)}`;
      expect((await asked(call, 'PATCH', path, WITH('security', 'exporter')))[0]).toBe(200);
      expect((await asked(call, 'DELETE', path))[0]).toBe(204);
      expect((await asked(call, 'PATCH', `/api-keys/${ids.KEY}`, WITH('security')))[0]).toBe(200);
      expect((await asked(call, 'PATCH', `/clients/${ids.CLIENT}`, WITH('security')))[0]).toBe(200);
      expect((await asked(call, 'DELETE', '/users/boss/sessions'))[0]).toBe(204);
      expect((await asked(call, 'PATCH', '/settings', { cipherByAdministratorsOnly: true }))[0]).toBe(200);
    }
  });
});
