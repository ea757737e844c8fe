import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { outsideKeys } from '../../../src/identity/outside-keys.ts';
import { addClient, addUser, callerOf, config, makeApp, newCenter, START } from '../harness.ts';
import { Jar, of, ORIGIN } from './outside-browser.ts';
import { ISSUER, OutsideIssuer } from './outside-issuer.ts';

const issuer = new OutsideIssuer();
const outside = outsideKeys(env.DB, issuer.ask);
const { app, clock } = makeApp({ outside });
const ccid = newCenter();
let id = '';

beforeAll(async () => {
  // The library that reads answers has no clock but the machine's.
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  await issuer.newKey('k1');
  const body = {
    name: 'Acme',
    issuer: ISSUER,
    audience: 'udm-acme',
    clientId: 'udm-acme',
    clientSecret: 's3cret',
  };
  const added = await (
    await callerOf(app, ccid)
  )('/udm/v10/issuers', {
    method: 'POST',
    body: JSON.stringify({ ...body, algorithms: ['RS256', 'ES256'] }),
    headers: { 'Content-Type': 'application/json' },
  });
  ({ id } = await added.json<{ id: string }>());
});
afterAll(() => vi.useRealTimers());
beforeEach(() => {
  clock.now = START;
});

/** Signs in, with an ID token and an answer that may be changed. */
async function signIn(
  claims: object = {},
  {
    jar = new Jar(app, id),
    answer = {},
    header = {},
  }: { jar?: Jar; answer?: Record<string, string>; header?: object } = {},
) {
  const at = await jar.begin();
  issuer.answer = { id_token: await issuer.token({ nonce: of(at, 'nonce'), ...claims }, header) };
  const location = await jar.comeBack({ code: 'c', state: of(at, 'state'), iss: ISSUER, ...answer });
  return { jar, at, location };
}

describe('signing in at an outside issuer', () => {
  it('is offered by contact center, and tells nothing of users', async () => {
    const asked = async (query: string) => (await app.request(`/auth/v3/issuers${query}`)).json();
    expect(await asked(`?tenant=${ccid}`)).toEqual({ items: [{ id, name: 'Acme' }], passwords: true });
    expect(await asked('?tenant=nobody')).toEqual({ items: [], passwords: true });
    expect(await asked('')).toEqual({ items: [], passwords: true });
  });

  it('opens a session of whom the issuer sent, on the page that was asked for', async () => {
    const { jar, at, location } = await signIn();
    expect([at.origin + at.pathname, of(at, 'redirect_uri')]).toEqual([
      `${ISSUER}/authorize`,
      `${ORIGIN}/auth/v3/callback`,
    ]);
    expect([of(at, 'code_challenge_method'), of(at, 'response_type')]).toEqual(['S256', 'code']);
    expect(location).toBe('/jobs?x=1');
    expect(await (await jar.me()).json()).toMatchObject({
      name: 'olga',
      ccid,
      issuer: ISSUER,
      roles: ['exporter'],
    });
    expect(issuer.form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    // Both are form-encoded before they are joined (RFC 6749, 2.3.1).
    expect(decodeURIComponent(atob(issuer.authorization.replace('Basic ', '')))).toBe('udm-acme:s3cret');
    expect([...jar.cookies.keys()]).toEqual(['__Host-udm']);
    const list = await (await callerOf(app, ccid))('/udm/v10/users?name=olga');
    expect(await list.json()).toMatchObject({ items: [{ name: 'olga', issuer: ISSUER, invited: false }] });
  });

  it('brings the roles that the issuer says now, also by another algorithm', async () => {
    await issuer.newKey('k2', 'ES256');
    vi.advanceTimersByTime(31_000);
    const { jar } = await signIn({ roles: ['UDM UCSX Auditor'] }, { header: { kid: 'k2', alg: 'ES256' } });
    expect(await (await jar.me()).json()).toMatchObject({ roles: ['auditor'] });
  });

  it('ends there, too, where the issuer offers it', async () => {
    const { jar } = await signIn();
    const answer = await jar.ask('/auth/v3/sign-out', { method: 'POST' });
    const { location } = await answer.json<{ location: string }>();
    expect(location).toBe(
      `${ISSUER}/end?client_id=udm-acme&post_logout_redirect_uri=${encodeURIComponent(`${ORIGIN}/sign-in`)}`,
    );
    expect((await jar.me()).status).toBe(401);
  });

  it.each<[string, string, object, Record<string, string>?]>([
    ['no name', 'outside-refused', { preferred_username: '' }],
    ['the person’s no', 'outside-denied', {}, { error: 'access_denied' }],
  ])('is refused: %s', async (_, code, claims, answer = {}) => {
    const { jar, location } = await signIn(claims, { answer });
    expect(location).toBe(`/sign-in?problem=${code}`);
    expect((await jar.me()).status).toBe(401);
  });

  it('in a window of its own comes back to a page that tells the one behind it, also in vain', async () => {
    const jar = new Jar(app, id);
    const at = await jar.begin('', '/sign-in/done');
    expect(await jar.comeBack({ error: 'access_denied', state: of(at, 'state'), iss: ISSUER })).toBe(
      '/sign-in/done?problem=outside-denied',
    );
  });

  it('is refused where the issuer refuses the code, and the next one is not', async () => {
    issuer.status = 400;
    const refused = await signIn({}, { answer: { code: 'spent' } });
    issuer.status = 200;
    expect(refused.location).toBe('/sign-in?problem=outside-refused');
    expect((await signIn()).location).toBe('/jobs?x=1');
  });

  const weighty = async (jar: Jar) => {
    const answer = await jar.ask('/udm/v10/me/second-factor', { method: 'DELETE' });
    return (await answer.json<{ status: { detail: { code: string } } }>()).status.detail.code;
  };
  it('counts as of when the issuer says that the person signed in there, and as never where it does not', async () => {
    const seconds = START / 1_000;
    for (const [claims, code] of [
      [{ auth_time: seconds - 299 }, 'no-second-factor'],
      [{ auth_time: seconds - 300 }, 'sign-in-again'],
      // When a token was made says nothing of a person who was signed in there already.
      [{}, 'sign-in-again'],
      [{ auth_time: 0 }, 'sign-in-again'],
      // A clock that is a little ahead, and a time to come: milliseconds in the place of seconds would count for ever.
      [{ auth_time: seconds + 30 }, 'no-second-factor'],
      [{ auth_time: START }, 'sign-in-again'],
    ] as const)
      expect([claims, await weighty((await signIn(claims)).jar)]).toEqual([claims, code]);
  });

  it('is proven anew there: asked for by prompt and max_age, and refused where the issuer does not say so', async () => {
    const { jar } = await signIn();
    const cookie = jar.cookies.get('__Host-udm');
    const again = async (claims: object) => {
      const at = await jar.begin('&again=true');
      expect([of(at, 'prompt'), of(at, 'max_age')]).toEqual(['login', '0']);
      issuer.answer = { id_token: await issuer.token({ nonce: of(at, 'nonce'), ...claims }) };
      return jar.comeBack({ code: 'c', state: of(at, 'state'), iss: ISSUER });
    };
    // Whoever has the browser may have left out of the address that it asks again.
    for (const claims of [{}, { auth_time: START / 1_000 - 300 }])
      expect(await again(claims)).toBe('/sign-in?problem=outside-not-again');
    const other = { preferred_username: 'otto', sub: 's-otto', auth_time: START / 1_000 };
    expect(await again(other)).toBe('/sign-in?problem=outside-another');
    expect([jar.cookies.get('__Host-udm'), await weighty(jar)]).toEqual([cookie, 'sign-in-again']);
    expect(await again({ auth_time: START / 1_000 })).toBe('/jobs?x=1');
    expect(await weighty(jar)).toBe('no-second-factor');
    expect(jar.cookies.get('__Host-udm')).not.toBe(cookie);
  });

  it('makes nobody of who has a password here, comes from elsewhere, or is disabled', async () => {
    await addUser('anna', { ccid, password: 'a password', roles: ['administrator'] });
    const taken = '/sign-in?problem=outside-name-taken';
    expect((await signIn({ preferred_username: 'anna' })).location).toBe(taken);
    expect((await signIn({ sub: 's-another' })).location).toBe(taken);
    await env.DB.prepare(`UPDATE users SET disabled = 1 WHERE name = 'olga'`).run();
    expect((await signIn()).location).toBe('/sign-in?problem=user-refused');
    await env.DB.prepare(`UPDATE users SET disabled = 0 WHERE name = 'olga'`).run();
  });

  it('asks nobody for a second factor whom the issuer has asked', async () => {
    await env.DB.prepare(`INSERT INTO center_settings (ccid, second_factor) VALUES (?, '["all"]')`)
      .bind(ccid)
      .run();
    clock.now = START + 60_000;
    const { jar } = await signIn();
    expect(await (await jar.me()).json()).toMatchObject({ secondFactor: { required: false } });
    expect((await jar.ask('/udm/v10/export/jobs')).status).toBe(204);
    await env.DB.prepare('DELETE FROM center_settings WHERE ccid = ?').bind(ccid).run();
  });
});

describe('a service without passwords', () => {
  const off = makeApp({ config: { ...config, passwordSignIn: false } });
  const post = (path: string, body: object) =>
    off.app.request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'X-UDM-Request': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  it('takes none, and says so before the sign-in', async () => {
    expect((await post('/auth/v3/sign-in', { userName: 'anna', password: 'a password' })).status).toBe(403);
    expect((await post('/auth/v3/invitation', { token: 't', password: 'a long enough one' })).status).toBe(
      403,
    );
    await addClient('app', { ccid, secret: 'app-secret', roles: [] });
    const ask = (by: typeof app) =>
      by.request('/auth/v3/oauth/token', {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa('app:app-secret')}` },
        body: new URLSearchParams({ grant_type: 'password', username: 'anna', password: 'a password' }),
      });
    expect((await ask(app)).status).toBe(200);
    expect(await (await ask(off.app)).json()).toMatchObject({ error: 'unauthorized_client' });
    expect(await (await off.app.request('/auth/v3/issuers')).json()).toMatchObject({ passwords: false });
  });
});
