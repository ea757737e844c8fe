import { env } from 'cloudflare:workers';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/identity/password.ts';
import { addClient, addUser, config, makeApp, newCenter, START, withToken } from '../harness.ts';

const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`;
const { app } = makeApp();

function tokenRequest(
  parameters: Record<string, string> | string,
  authorization = basic('app', 'app-secret'),
) {
  return app.request('/auth/v3/oauth/token', {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString(),
  });
}
interface Tokens {
  access_token: string;
  refresh_token?: string;
  [more: string]: unknown;
}

beforeAll(async () => {
  await addClient('app', { ccid: 'clients-center', secret: 'app-secret', roles: ['importer'] });
  await addUser('ada', { ccid: 'adas-center', password: 'pässword', roles: ['exporter', 'importer'] });
});

describe('POST /auth/v3/oauth/token', () => {
  it('reads no form of a client that shows wrong credentials', async () => {
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls += 1;
          controller.enqueue(new Uint8Array(100));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      Authorization: basic('app', 'wrong'),
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const response = await app.request('/auth/v3/oauth/token', { method: 'POST', headers, body });
    expect([response.status, pulls]).toEqual([401, 0]);
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
  });

  it('gives no token for a password where that is off, and says so in its description', async () => {
    const off = makeApp({ config: { ...config, passwordGrant: false } }).app;
    const asked = async (by: typeof app, form: Record<string, string>) => {
      const headers = { Authorization: basic('app', 'app-secret') };
      const body = new URLSearchParams(form);
      const answer = await by.request('/auth/v3/oauth/token', { method: 'POST', headers, body });
      return [answer.status, await answer.json<Tokens>()];
    };
    expect(await asked(off, { grant_type: 'password', username: 'ada', password: 'pässword' })).toMatchObject(
      [400, { error: 'unauthorized_client', code: 'password-grant-off' }],
    );
    expect(await asked(off, { grant_type: 'client_credentials' })).toMatchObject([200, {}]);
    const described = await off.request('/.well-known/openid-configuration');
    const { grant_types_supported: grants } = await described.json<{ grant_types_supported: string[] }>();
    expect(grants).toEqual(['authorization_code', 'client_credentials', 'refresh_token']);
  });

  it('signs a user in with the ccid and roles of the user', async () => {
    const response = await tokenRequest({ grant_type: 'password', username: 'ada', password: 'pässword' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const tokens = await response.json<Tokens>();
    expect(Object.keys(tokens).sort()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'scope',
      'token_type',
    ]);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', kid: 'test' });
    expect(decodeJwt(tokens.access_token)).toEqual({
      iss: config.issuer,
      aud: config.audience,
      sub: 'ada',
      ccid: 'adas-center',
      roles: ['exporter', 'importer'],
      kind: 'user',
      client_id: 'app',
      sid: expect.any(String),
      auth_time: START / 1000,
      iat: START / 1000,
      exp: START / 1000 + 3600,
      jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect((await app.request('/udm/v10/export/jobs', withToken(tokens.access_token))).status).toBe(204);
  });

  it('takes the contact center before the name, and only the right one', async () => {
    const right = { grant_type: 'password', username: 'adas-center\\ada', password: 'pässword' };
    expect((await tokenRequest(right)).status).toBe(200);
    const wrong = await tokenRequest({ ...right, username: 'clients-center\\ada' });
    expect(await wrong.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('takes the name alone where only one contact center has it, or the client is of one', async () => {
    const [mine, other] = [newCenter(), newCenter()];
    await addUser('admin', { ccid: mine, password: 'mine', roles: [] });
    await addUser('admin', { ccid: other, password: 'others', roles: [] });
    await addClient('of-mine', { ccid: mine, secret: 's', roles: [], platform: false });
    const own = basic('of-mine', 's');
    const tries: [
      username: string,
      password: string,
      authorization: string | undefined,
      ccid: string | null,
    ][] = [
      ['admin', 'mine', undefined, null],
      [`${mine}\\admin`, 'mine', undefined, mine],
      [`${mine}\\admin`, 'others', undefined, null],
      [`${other}\\admin`, 'others', undefined, other],
      ['admin', 'mine', own, mine],
      ['admin', 'others', own, null],
      [`${other}\\admin`, 'others', own, null],
      ['ada', 'pässword', own, null],
    ];
    for (const [username, password, authorization, ccid] of tries) {
      const response = await tokenRequest({ grant_type: 'password', username, password }, authorization);
      expect([username, password, response.status]).toEqual([username, password, ccid === null ? 400 : 200]);
      if (ccid === null) continue;
      const tokens = await response.json<Tokens>();
      expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: 'admin', ccid });
      const again = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
      const renewed = await (await tokenRequest(again, authorization)).json<Tokens>();
      expect(decodeJwt(renewed.access_token)).toMatchObject({ sub: 'admin', ccid });
    }
  });

  it('refuses who is invited or disabled as it refuses a wrong password', async () => {
    const ccid = newCenter();
    await addUser('invited', { ccid, password: 'p', roles: [] });
    await addUser('locked', { ccid, password: 'p', roles: [] });
    await env.DB.prepare(`UPDATE users SET password_hash = '' WHERE name = 'invited'`).run();
    await env.DB.prepare(`UPDATE users SET disabled = 1 WHERE name = 'locked'`).run();
    const said = new Set<string>();
    for (const [username, password] of [
      ['ada', 'wrong'],
      ['invited', 'p'],
      ['invited', 'x'],
      ['locked', 'p'],
    ] as const)
      said.add(await (await tokenRequest({ grant_type: 'password', username, password })).text());
    expect([...said]).toEqual([expect.stringContaining('invalid_grant')]);
  });

  it('hashes a secret anew that a person once chose, and takes none of the public client', async () => {
    const slow = await hashPassword('chosen', new Uint8Array(16));
    await addClient('old', { ccid: 'clients-center', secret: 'x', roles: [] });
    await env.DB.prepare(`UPDATE clients SET secret_hash = ? WHERE id = 'old'`).bind(slow).run();
    const hashOf = () =>
      env.DB.prepare(`SELECT secret_hash FROM clients WHERE id = 'old'`).first('secret_hash');
    const grant = { grant_type: 'client_credentials' };
    expect((await tokenRequest(grant, basic('old', 'wrong'))).status).toBe(401);
    expect(await hashOf()).toBe(slow);
    expect((await tokenRequest(grant, basic('old', 'chosen'))).status).toBe(200);
    expect(await hashOf()).toMatch(/^[0-9a-f]{64}$/);
    expect((await tokenRequest(grant, basic('old', 'chosen'))).status).toBe(200);
    expect((await tokenRequest(grant, basic('udm', ''))).status).toBe(401);
  });

  it('signs a client in for itself without a refresh token', async () => {
    const tokens = await (await tokenRequest({ grant_type: 'client_credentials' })).json<Tokens>();
    expect(tokens.refresh_token).toBeUndefined();
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      ccid: 'clients-center',
      roles: ['importer'],
      sub: 'app',
    });
  });

  it('answers unknown users and wrong passwords, unknown clients and wrong secrets alike', async () => {
    const password = { grant_type: 'password', username: 'ada', password: 'wrong' };
    const known = await tokenRequest(password);
    const unknown = await tokenRequest({ ...password, username: 'nobody' });
    expect([known.status, unknown.status]).toEqual([400, 400]);
    expect(await known.json()).toEqual(await unknown.json());
    const wrongSecret = await tokenRequest(password, basic('app', 'wrong'));
    const noClient = await tokenRequest(password, basic('nobody', 'wrong'));
    expect([wrongSecret.status, noClient.status]).toEqual([401, 401]);
    expect(wrongSecret.headers.get('WWW-Authenticate')).toMatch(/^Basic/);
    expect(await wrongSecret.json()).toEqual(await noClient.json());
  });

  it.each([
    [{ grant_type: 'urn:ietf:params:oauth:grant-type:device_code' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code' }, 400, 'invalid_request'],
    [{ grant_type: 'constructor' }, 400, 'unsupported_grant_type'],
    [{}, 400, 'invalid_request'],
    [{ grant_type: 'password', username: 'ada' }, 400, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 400, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'made-up' }, 400, 'invalid_grant'],
    [{ grant_type: 'client_credentials', client_secret: 'x' }, 400, 'invalid_request'],
    ['grant_type=password&grant_type=password', 400, 'invalid_request'],
    ['x='.padEnd(20_000, 'x'), 400, 'invalid_request'],
  ])('refuses %j', async (parameters, status, error) => {
    const response = await tokenRequest(parameters);
    expect(response.status).toBe(status);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ error, error_description: expect.any(String) });
  });

  it('refuses JSON, and a client without Basic', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const json = await app.request('/auth/v3/oauth/token', { method: 'POST', headers, body: '{}' });
    expect(await json.json()).toMatchObject({ error: 'invalid_request' });
    const bare = await tokenRequest({ grant_type: 'client_credentials' }, 'Bearer x');
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ error: 'invalid_client' });
  });
});
