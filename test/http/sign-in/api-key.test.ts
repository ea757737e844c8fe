import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import {
  addUser,
  callerOf,
  makeApp,
  newCenter,
  signToken,
  START,
  type App,
  withToken,
  type Failed,
} from '../harness.ts';

/** An app remembers what it has read for half a minute: each test has one of its own. */
const newApp = (): ReturnType<typeof makeApp> => makeApp();

async function newKey(app: App, ccid: string, body: object): Promise<{ id: string; key: string }> {
  const call = await callerOf(app, ccid);
  const headers = { 'Content-Type': 'application/json' };
  const response = await call('/udm/v10/api-keys', { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBe(201);
  return response.json();
}
const demand = (ccid: string) =>
  env.DB.prepare('INSERT INTO center_settings (ccid, require_api_key) VALUES (?, 1)').bind(ccid).run();

/** Asks for the list of jobs; answers the status, and the code of a refusal. */
async function ask(
  app: App,
  headers: Record<string, string>,
  path = '/udm/v10/export/jobs',
): Promise<string> {
  const response = await app.request(path, { headers });
  if (response.status < 400) return String(response.status);
  return `${response.status} ${(await response.json<Failed>()).status.detail.code}`;
}

describe('x-api-key', () => {
  it('beside a token and alone, of the own center, of another, of none; demanded and not', async () => {
    const { app, clock } = newApp();
    const [open, strict] = [newCenter(), newCenter()];
    const keys: Record<string, string> = {
      'none at all': '',
      'of a gateway': 'anything',
      'without roles': (await newKey(app, strict, { name: 'plain' })).key,
      'with roles': (await newKey(app, strict, { name: 'machine', roles: ['auditor'] })).key,
      'of the other': (await newKey(app, open, { name: 'plain' })).key,
      'that ended': (await newKey(app, strict, { name: 'old', expiresAt: '2026-11-20T12:00:01Z' })).key,
    };
    await demand(strict);
    // What was read of the center before is gone by then.
    clock.now = START + 31_000;
    const table: readonly [key: string, beside: string, demanded: string, alone: string][] = [
      ['none at all', '204', '403 api-key-needed', '401 no-token'],
      ['of a gateway', '204', '403 api-key-needed', '401 api-key-refused'],
      ['without roles', '403 api-key-foreign', '204', '401 api-key-without-roles'],
      ['with roles', '403 api-key-foreign', '204', '204'],
      ['of the other', '204', '403 api-key-foreign', '401 api-key-without-roles'],
      ['that ended', '204', '403 api-key-needed', '401 api-key-refused'],
    ];
    const bearer = async (ccid: string) => ({ Authorization: `Bearer ${await signToken(ccid)}` });
    for (const [name, beside, demanded, alone] of table) {
      const shown: Record<string, string> = keys[name] ? { 'x-api-key': keys[name] } : {};
      const found = [
        await ask(app, { ...(await bearer(open)), ...shown }),
        await ask(app, { ...(await bearer(strict)), ...shown }),
        await ask(app, shown),
      ];
      expect([name, ...found]).toEqual([name, beside, demanded, alone]);
    }
    // A bad token is not saved by a good key.
    expect(await ask(app, { Authorization: 'Bearer x', 'x-api-key': keys['with roles']! })).toBe(
      '401 token-invalid',
    );
  });

  it('acts alone with its own roles, and is noted as used once a minute', async () => {
    const { app, clock } = newApp();
    const ccid = newCenter();
    const { id, key } = await newKey(app, ccid, { name: 'machine', roles: ['auditor'] });
    const used = () =>
      env.DB.prepare('SELECT last_used_at FROM api_keys WHERE id = ?').bind(id).first('last_used_at');
    const me = await app.request('/udm/v10/me', { headers: { 'x-api-key': key } });
    expect(await me.json()).toMatchObject({ kind: 'key', name: id, ccid, roles: ['auditor'] });
    const response = await app.request('/udm/v10/files/x', { headers: { 'x-api-key': key } });
    expect(response.status).toBe(403);
    expect(await used()).toBe(START);
    clock.now = START + 45_000;
    await ask(app, { 'x-api-key': key });
    expect(await used()).toBe(START);
    clock.now = START + 90_000;
    await ask(app, { 'x-api-key': key });
    expect(await used()).toBe(START + 90_000);
  });
});

describe('within a minute', () => {
  it('roles that were taken away are gone, and those that were given come with the next token', async () => {
    const { app, clock } = newApp();
    const ccid = newCenter();
    await addUser('u', { ccid, password: 'p', roles: ['importer', 'security'] });
    const headers = {
      Authorization: `Bearer ${await signToken(ccid, { roles: ['auditor', 'importer'], claims: { sub: 'u' } })}`,
    };
    expect(await ask(app, headers)).toBe('403 privilege-missing');
    await addUser('u', { ccid, password: 'p', roles: ['auditor', 'security'] });
    clock.now = START + 31_000;
    expect(await ask(app, headers)).toBe('204');
    const me = await (await app.request('/udm/v10/me', { headers })).json();
    expect(me).toMatchObject({ roles: ['auditor'] });
  });
});

it('a contact center can keep the certificate to administrators', async () => {
  const { app } = newApp();
  const ccid = newCenter();
  const status = async (role: string): Promise<number> => {
    const call = await callerOf(app, ccid, [role]);
    return (await call('/udm/v10/cipher/a.pem', { method: 'POST' })).status;
  };
  expect([await status('exporter'), await status('administrator')]).toEqual([415, 415]);
  await env.DB.prepare('INSERT INTO center_settings (ccid, cipher_by_administrators_only) VALUES (?, 1)')
    .bind(ccid)
    .run();
  expect([await status('exporter'), await status('administrator')]).toEqual([403, 415]);
  const call = await callerOf(app, ccid, ['exporter']);
  expect((await (await call('/udm/v10/me')).json<{ privileges: string[] }>()).privileges).not.toContain(
    'cipher.write',
  );
});

describe('access tokens', () => {
  const { app } = newApp();
  const uses = (token: string) => app.request('/udm/v10/export/jobs', withToken(token));

  it('open the API', async () => {
    expect((await uses(await signToken(newCenter()))).status).toBe(204);
  });

  it('are refused as RFC 6750 says, by the header that has them', async () => {
    const response = await uses(await signToken('c', { claims: { exp: START / 1000 } }));
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect((await response.json<Failed>()).status).toMatchObject({
      code: 401,
      detail: { field: 'Authorization' },
    });
  });

  it('are needed: no header, another scheme', async () => {
    expect((await app.request('/udm/v10/export/jobs')).status).toBe(401);
    const basicHeader = { headers: { Authorization: `Basic ${btoa('app:app-secret')}` } };
    expect((await app.request('/udm/v10/export/jobs', basicHeader)).status).toBe(401);
  });

  it.each([
    ['importer', 'GET', '/udm/v10/export/jobs', 'jobs.read'],
    ['exporter', 'POST', '/udm/v10/import/contacts', 'import'],
    ['auditor', 'POST', '/udm/v10/export/jobs', 'jobs.write'],
    ['auditor', 'GET', '/udm/v10/files/x', 'files.download'],
    ['auditor', 'POST', '/udm/v10/cipher/x', 'cipher.write'],
    ['toString', 'GET', '/udm/v10/cipher', 'cipher.read'],
  ])('of role %s may not %s %s', async (role, method, path, privilege) => {
    const response = await app.request(path, {
      method,
      ...withToken(await signToken('c', { roles: [role] })),
    });
    expect(response.status).toBe(403);
    const { status } = await response.json<Failed>();
    expect(status.message).toContain(privilege);
  });
});
