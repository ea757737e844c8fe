import { env } from 'cloudflare:workers';
import { decodeJwt } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addClient, addUser, config, makeApp, START, withToken } from '../harness.ts';
import { entriesAfter } from '../audit-entries.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';

const DAY = 86_400_000;
const { app, clock, settled } = makeApp();
const entries = entriesAfter(settled);
interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}
const post = (path: string, form: Record<string, string>, client: string | null = 'app') =>
  app.request(`/auth/v3/oauth/${path}`, {
    method: 'POST',
    headers: client === null ? {} : { Authorization: `Basic ${btoa(`${client}:${client}-secret`)}` },
    body: new URLSearchParams(form),
  });
const signIn = async (): Promise<Tokens> =>
  (await post('token', { grant_type: 'password', username: 'ada', password: 'a password' })).json<Tokens>();
const refresh = (token: string, client = 'app') =>
  post('token', { grant_type: 'refresh_token', refresh_token: token }, client);
const next = async (token: string): Promise<Tokens> => (await refresh(token)).json<Tokens>();
const uses = async (token: string) => (await app.request('/udm/v10/export/jobs', withToken(token))).status;

beforeAll(async () => {
  const platform = { ccid: 'adas', roles: [], platform: true };
  for (const id of ['app', 'other']) await addClient(id, { ...platform, secret: `${id}-secret` });
  await addClient('bound', { ccid: 'adas', roles: ['auditor'], secret: 'bound-secret', platform: false });
  await addUser('ada', { ccid: 'adas', password: 'a password', roles: ['exporter', 'auditor'] });
});
beforeEach(() => {
  clock.now = START;
});

describe('the refresh tokens of a sign-in', () => {
  it('end after 90 days, however often they are used, and keep the time of the sign-in', async () => {
    let tokens = await signIn();
    for (let day = 20; day < 90; day += 20) {
      clock.now = START + day * DAY;
      tokens = await next(tokens.refresh_token);
      expect(decodeJwt(tokens.access_token)['auth_time']).toBe(START / 1_000);
    }
    clock.now = START + 90 * DAY;
    expect((await refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('bring no role that the client has not, unless it is the platform’s', async () => {
    const form = { grant_type: 'password', username: 'ada', password: 'a password' };
    const bound = await (await post('token', form, 'bound')).json<Tokens>();
    expect(decodeJwt(bound.access_token)['roles']).toEqual(['auditor']);
    expect(decodeJwt((await signIn()).access_token)['roles']).toEqual(['exporter', 'auditor']);
  });
});

describe('a refresh token', () => {
  it('works once, is replaced, and brings the roles of now', async () => {
    const rolf = { ccid: 'rolfs', password: 'p' };
    await addUser('rolf', { ...rolf, roles: ['exporter'] });
    const form = { grant_type: 'password', username: 'rolf', password: 'p' };
    const first = await (await post('token', form)).json<Tokens>();
    await env.DB.prepare(`UPDATE users SET roles = '["auditor"]' WHERE name = 'rolf'`).run();
    const second = await next(first.refresh_token);
    expect(decodeJwt(second.access_token)).toMatchObject({ ccid: 'rolfs', roles: ['auditor'] });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('that comes again is told to its user, and stands in the log of the center, once', async () => {
    await addUser('rita', { ccid: 'ritas', password: 'p', roles: ['exporter'] });
    const form = { grant_type: 'password', username: 'rita', password: 'p' };
    const first = await (await post('token', form)).json<Tokens>();
    await next(first.refresh_token);
    for (let again = 0; again < 3; again += 1) expect((await refresh(first.refresh_token)).status).toBe(400);
    const reused = (await entries('ritas')).filter(({ action }) => action === 'token.reused');
    expect(reused).toMatchObject([
      { actor: { type: 'user', name: 'rita', client: 'app' }, outcome: 'refresh-token-refused' },
    ]);
    const { access_token: access } = await (await post('token', form)).json<Tokens>();
    const me = await (await app.request('/udm/v10/me', withToken(access))).json();
    expect(me).toMatchObject({ notices: [{ code: 'token-reused' }] });
  });

  it('is stored as SHA-256 only', async () => {
    const { refresh_token: token } = await signIn();
    const [id, secret = ''] = token.split('.');
    expect(Buffer.from(secret, 'base64url').byteLength).toBe(32);
    const rows = await env.DB.prepare(`SELECT * FROM token_families WHERE id = ?`).bind(id).all();
    expect(rows.results).toHaveLength(1);
    expect(JSON.stringify(rows.results)).not.toContain(secret);
  });

  it('is refused to a deleted user, and after 30 days', async () => {
    await addUser('gone', { ccid: 'gones', password: 'p', roles: [] });
    const form = { grant_type: 'password', username: 'gone', password: 'p' };
    const { refresh_token: token } = await (await post('token', form)).json<Tokens>();
    clock.now = START + 30 * DAY;
    expect((await refresh(token)).status).toBe(400);
    clock.now = START;
    await env.DB.prepare(`DELETE FROM users WHERE name = 'gone'`).run();
    expect((await refresh(token)).status).toBe(400);
  });
});

describe('calling tokens back', () => {
  it('ends a sign-in by its refresh token, and one access token by itself', async () => {
    const [one, two] = [await signIn(), await signIn()];
    expect((await post('revoke', { token: one.refresh_token, token_type_hint: 'access_token' })).status).toBe(
      200,
    );
    expect((await refresh(one.refresh_token)).status).toBe(400);
    expect((await post('revoke', { token: two.access_token })).status).toBe(200);
    clock.now += 30_000;
    expect([await uses(one.access_token), await uses(two.access_token)]).toEqual([401, 401]);
    expect((await refresh(two.refresh_token)).status).toBe(200);
  });

  it('leaves alone what is another client’s, and says nothing of it', async () => {
    const { refresh_token, access_token } = await signIn();
    for (const token of [refresh_token, access_token, 'made-up', 'a.b.c'])
      expect((await post('revoke', { token }, 'other')).status).toBe(200);
    clock.now += 30_000;
    expect([await uses(access_token), (await refresh(refresh_token)).status]).toEqual([204, 200]);
  });

  it('needs a client, and a token', async () => {
    expect((await post('revoke', { token: 'x' }, 'nobody')).status).toBe(401);
    expect((await post('revoke', { token: 'x' }, null)).status).toBe(401);
    expect((await post('revoke', {})).status).toBe(400);
    expect((await post('revoke', { token: 'x', client_id: 'udm' }, null)).status).toBe(200);
  });
});

describe('what programs ask to find their way', () => {
  it('tells where the endpoints are, and each of them answers', async () => {
    for (const name of ['openid-configuration', 'oauth-authorization-server']) {
      const answer = await app.request(`https://udm.test/.well-known/${name}`);
      const told = await answer.json<Record<string, string>>();
      expect(told['issuer']).toBe(config.issuer);
      const endpoints = Object.entries(told).filter(([key]) => /_endpoint$|_uri$/.test(key));
      expect(endpoints.length).toBeGreaterThan(3);
      for (const [, url] of endpoints) expect((await app.request(url)).status).not.toBe(404);
    }
  });

  it('shows the public parts of the ring, and no other', async () => {
    const { keys } = await (await app.request('/.well-known/jwks.json')).json<{ keys: object[] }>();
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('tells whom a token stands for', async () => {
    const document = await documentOf(app, 'v10');
    const { access_token } = await signIn();
    for (const path of ['/auth/v3/userinfo', '/auth/v3/openid/userinfo']) {
      const answer = await app.request(path, withToken(access_token));
      await expectDeclared(document, document.paths[path]!['get']!, answer.clone());
      expect(await answer.json()).toEqual({
        sub: 'ada',
        user_name: 'ada',
        contact_center_id: 'adas',
        environment_id: 'adas',
        authorities: ['exporter', 'auditor'],
      });
      expect((await app.request(path)).status).toBe(401);
    }
  });
});
