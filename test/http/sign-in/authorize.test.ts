import { env } from 'cloudflare:workers';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addClient, addUser, callerOf, config, makeApp, START, withToken, type Failed } from '../harness.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';
import { Browser } from './browser.ts';
import { AUTHORIZE, CONSENT, programOf, queryOf, type Change, type Tokens } from './program.ts';

const { app, clock } = makeApp();
const program = programOf(app);
const { authorize } = program;
const browser = new Browser(app);
beforeAll(async () => {
  await addUser('ada', { ccid: 'adas', password: 'a password', roles: ['exporter', 'auditor'] });
  const client = { ccid: 'adas', secret: 'reports-secret', roles: ['auditor'], platform: false };
  await addClient('reports', client);
  await addClient('foreign', { ...client, ccid: 'others' });
  const uris = JSON.stringify(['https://reports.example/callback?of=udm']);
  await env.DB.prepare(`UPDATE clients SET redirect_uris = ? WHERE id IN ('reports', 'foreign')`)
    .bind(uris)
    .run();
  await browser.signIn('ada', 'a password');
});
beforeEach(() => {
  clock.now = START;
});
const REPORTS = { client_id: 'reports', redirect_uri: 'https://reports.example/callback?of=udm' };

const decide = (change: Change = {}, allow = true) => program.decide(browser, change, allow);
const codeOf = (change: Change = {}) => program.codeOf(browser, change);
const { change } = program;
const uses = async (token: string) => (await app.request('/udm/v10/export/jobs', withToken(token))).status;

describe('GET /auth/v3/oauth/authorize', () => {
  it('leads to the page where a person decides, with what was asked', async () => {
    const answer = await authorize(queryOf());
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/authorize?${queryOf()}`]);
    await expectDeclared(
      await documentOf(app, 'v10'),
      (await documentOf(app, 'v10')).paths[AUTHORIZE]!['get']!,
      answer,
    );
  });

  it('takes any port of the loopback, and every other address letter by letter', async () => {
    const taken: [string, string][] = [
      ['udm', 'http://127.0.0.1/callback'],
      ['udm', 'http://[::1]:1/callback'],
      ['reports', 'https://reports.example/callback?of=udm'],
    ];
    for (const [client_id, redirect_uri] of taken)
      expect([redirect_uri, (await authorize(queryOf({ client_id, redirect_uri }))).status]).toEqual([
        redirect_uri,
        302,
      ]);
  });

  it.each<[string, Change]>([
    ['unsupported_response_type', { response_type: 'token' }],
    ['unsupported_response_type', { response_type: null }],
    ['unsupported_response_type', { response_mode: 'fragment' }],
    ['invalid_request', { code_challenge: null }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: null }],
    ['invalid_request', { nonce: 'n'.repeat(2_001) }],
    ['interaction_required', { prompt: 'none' }],
  ])('tells a program %s', async (error, wrong) => {
    const answer = await authorize(queryOf(wrong));
    const to = new URL(answer.headers.get('Location') ?? '');
    expect([answer.status, to.origin, to.pathname]).toEqual([302, 'http://127.0.0.1:49152', '/callback']);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ error, state: 's-1', iss: config.issuer });
    expect(to.searchParams.has('code')).toBe(false);
    expect((await browser.ask('POST', CONSENT, { request: queryOf(wrong), allow: true })).status).toBe(400);
  });
});

describe('the addresses of a client', () => {
  const ask = async (method: string, path: string, body: object) => {
    const answer = await (
      await callerOf(app, 'adas')
    )(`/udm/v10/clients${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    return [answer.status, await answer.json<{ id: string; redirectUris: string[] } & Failed>()] as const;
  };
  it('are named by its contact center, beside its roles', async () => {
    const [, made] = await ask('POST', '', { name: 'Dashboard', roles: ['auditor'] });
    expect(made.redirectUris).toEqual([]);
    const redirectUris = ['https://dash.example/back', 'http://[::1]/back'];
    const [, changed] = await ask('PATCH', `/${made.id}`, { redirectUris });
    expect(changed).toMatchObject({ redirectUris, roles: ['auditor'] });
    const [, kept] = await ask('PATCH', `/${made.id}`, { roles: [] });
    expect(kept).toMatchObject({ redirectUris, roles: [] });
    const request = queryOf({ client_id: made.id, redirect_uri: 'http://[::1]:8/back' });
    expect((await authorize(request)).status).toBe(302);
  });

  it.each([
    'http://dash.example/back',
    'http://localhost/back',
    'https://dash.example/#x',
    'https://u:p@dash.example/',
    'https://dash.example/ x',
    String.raw`https:\\dash.example`,
    'javascript:alert(1)',
    'dash:/back',
    '/back',
  ])('are none like %s', async (address) => {
    const [status, refused] = await ask('POST', '', { name: 'x', roles: [], redirectUris: [address] });
    expect([status, refused.status.detail.code]).toEqual([400, 'not-a-redirect-uri']);
  });
});

describe('the decision of a person', () => {
  it('is about what the page shows', async () => {
    const shown = async (query: string) => (await browser.ask('GET', `${CONSENT}?${query}`)).json();
    expect(await shown(queryOf())).toEqual({
      client: 'udm',
      name: 'udm',
      ofService: true,
      address: 'http://127.0.0.1:49152',
      local: true,
      roles: ['exporter', 'auditor'],
    });
    expect(await shown(queryOf(REPORTS))).toMatchObject({
      ofService: false,
      local: false,
      address: 'https://reports.example',
      roles: ['auditor'],
    });
  });

  it('is a code, or that there is none, with state and issuer, behind what the address has', async () => {
    const allowed = await decide(REPORTS);
    expect(Object.fromEntries(allowed.searchParams)).toEqual({
      of: 'udm',
      code: expect.any(String),
      state: 's-1',
      iss: config.issuer,
    });
    const denied = await decide({ state: null }, false);
    expect(Object.fromEntries(denied.searchParams)).toEqual({ error: 'access_denied', iss: config.issuer });
  });

  it('takes a session, of the contact center of the program, and a page of this service', async () => {
    const body = { request: queryOf(), allow: true };
    const stranger = new Browser(app);
    expect((await stranger.ask('POST', CONSENT, body)).status).toBe(401);
    const foreign = await browser.ask('POST', CONSENT, {
      request: queryOf({ ...REPORTS, client_id: 'foreign' }),
      allow: true,
    });
    expect([foreign.status, (await foreign.json<Failed>()).status.detail.code]).toEqual([
      403,
      'program-foreign',
    ]);
    const { access_token: token } = await (await change(await codeOf())).json<Tokens>();
    const byToken = await app.request(CONSENT, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect((await byToken.json<Failed>()).status.detail.code).toBe('session-needed');
  });
});

describe('the grant authorization_code', () => {
  it('signs in whoever allowed it, as of when they signed in', async () => {
    clock.now = START + 30_000;
    const answer = await change(await codeOf());
    const tokens = await answer.json<Tokens>();
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      sub: 'ada',
      ccid: 'adas',
      roles: ['exporter', 'auditor'],
      kind: 'user',
      client_id: 'udm',
      auth_time: START / 1000,
    });
    expect(tokens.id_token).toBeUndefined();
    expect(await uses(tokens.access_token)).toBe(204);
    const renewed = await app.request('/auth/v3/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'udm',
        refresh_token: tokens.refresh_token,
      }),
    });
    expect(renewed.status).toBe(200);
  });

  it('gives an ID token where the scope is openid, which opens nothing', async () => {
    const code = await codeOf({ scope: 'openid profile', nonce: 'n-1' });
    const { id_token: idToken = '' } = await (await change(code)).json<Tokens>();
    const keys = createLocalJWKSet(await (await app.request('/.well-known/jwks.json')).json());
    // The client is called as the audience of access tokens is: an ID token must not pass for one.
    expect(config.audience).toBe('udm');
    const { payload } = await jwtVerify(idToken, keys, {
      issuer: config.issuer,
      audience: 'udm',
      currentDate: new Date(START),
    });
    expect(payload).toMatchObject({ sub: 'ada', ccid: 'adas', nonce: 'n-1', auth_time: START / 1000 });
    expect(await uses(idToken)).toBe(401);
  });

  it('gives a client no role that it has not, and takes its secret', async () => {
    const code = await codeOf(REPORTS);
    const form = { redirect_uri: REPORTS.redirect_uri };
    expect((await change(code, form, 'reports:wrong')).status).toBe(401);
    const tokens = await (await change(code, form, 'reports:reports-secret')).json<Tokens>();
    expect(decodeJwt(tokens.access_token)).toMatchObject({ roles: ['auditor'], client_id: 'reports' });
  });

  it.each(['code', 'redirect_uri', 'code_verifier'])('refuses a request without %s', async (name) => {
    const answer = await change(await codeOf(), { [name]: '' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('keeps codes as SHA-256 only', async () => {
    const code = await codeOf();
    const rows = await env.DB.prepare('SELECT * FROM authorization_codes').all();
    expect(rows.results.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.results)).not.toContain(code);
  });
});
