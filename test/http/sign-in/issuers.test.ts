import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { configuredIssuer } from '../../../src/model/issuer.ts';
import { outsideKeys } from '../../../src/identity/outside-keys.ts';
import { between } from '../../support/between.ts';
import { addUser, callerOf, config, makeApp, newCenter, START, type Failed } from '../harness.ts';
import { ISSUER, OutsideIssuer } from './outside-issuer.ts';

const issuer = new OutsideIssuer();
const outside = () => outsideKeys(env.DB, issuer.ask);
const { app, clock } = makeApp({ outside: outside() });
const ccid = newCenter();
/** Another isolate: it knows what D1 knows. */
const elsewhere = () => makeApp({ outside: outside() }).app;
const uses = async (token: string, by = app) => {
  const answer = await by.request('/udm/v10/export/jobs', { headers: { Authorization: `Bearer ${token}` } });
  return answer.status;
};
const codeOf = async (answer: Response) => (await answer.json<Failed>()).status.detail.code;
const NEW = {
  name: 'Acme',
  issuer: ISSUER,
  audience: 'udm-acme',
  algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
};
const post = async (body: object, roles?: readonly string[], center = ccid, by = app) =>
  (await callerOf(by, center, roles))('/udm/v10/issuers', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

/** Keys at another address, of which a token can be signed. */
async function foreignKeys(address: string) {
  const other = new OutsideIssuer();
  await other.newKey('foreign');
  issuer.keys.set('foreign', other.keys.get('foreign')!);
  const jwks = async (asked: string | URL, init?: RequestInit) =>
    String(asked) === address ? Response.json({ keys: other.published }) : issuer.ask(asked, init);
  return { keyId: 'foreign', jwks };
}

let added: object = {};
beforeAll(async () => {
  await issuer.newKey('k1');
  added = await (await post({ ...NEW, clientId: 'udm', clientSecret: 'the secret' })).json();
});

describe('the issuers of a contact center', () => {
  it('are listed and removed by its own people alone, and their secret is sealed', async () => {
    expect(added).toMatchObject({ name: 'Acme', clientId: 'udm' });
    expect(JSON.stringify(added)).not.toContain('the secret');
    const list = await (await callerOf(app, ccid))('/udm/v10/issuers');
    const { items } = await list.json<{ items: { id: string; roleNames: object }[] }>();
    expect(items).toMatchObject([{ issuer: ISSUER, claims: { name: 'preferred_username', roles: 'roles' } }]);
    const other = await callerOf(app, newCenter());
    expect((await other(`/udm/v10/issuers/${items[0]?.id}`, { method: 'DELETE' })).status).toBe(404);
    const kept = await env.DB.prepare('SELECT client_secret FROM issuers').first<string>('client_secret');
    expect(kept).toMatch(/^test\./);
    // Whoever says by which keys an issuer signs can be whom it has sent before.
    expect(await codeOf(await post({ ...NEW, audience: 'x' }, ['security']))).toBe('administrators-only');
    const security = await callerOf(app, ccid, ['security']);
    expect((await security(`/udm/v10/issuers/${items[0]?.id}`, { method: 'DELETE' })).status).toBe(403);
    const modest = { ...NEW, audience: 'modest', roleNames: { Reader: 'auditor' } };
    expect(await codeOf(await post(modest, ['security']))).toBe('administrators-only');
    expect((await post(modest)).status).toBe(201);
  });

  it('change in part, and only by administrators', async () => {
    const own = newCenter();
    const made = await post({ ...NEW, audience: 'changing', clientId: 'udm' }, undefined, own);
    const { id } = await made.json<{ id: string }>();
    const patch = async (body: object, roles?: readonly string[], center = own) =>
      (await callerOf(app, center, roles))(`/udm/v10/issuers/${id}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      });
    const secretOf = () =>
      env.DB.prepare('SELECT client_secret FROM issuers WHERE id = ?')
        .bind(id)
        .first<string>('client_secret');
    expect(await (await patch({ name: 'Other', claims: { roles: 'groups' } })).json()).toMatchObject({
      name: 'Other',
      audience: 'changing',
      clientId: 'udm',
      claims: { name: 'preferred_username', roles: 'groups' },
    });
    // One claim, and none: nothing goes back to what it is unless given.
    await patch({ claims: { name: 'email' } });
    await patch({ claims: { roles: 'teams' } });
    expect(await (await patch({ claims: {} })).json()).toMatchObject({
      claims: { name: 'email', roles: 'teams' },
      algorithms: NEW.algorithms,
    });
    const secret = await patch({ clientSecret: 'the secret' });
    expect(JSON.stringify(await secret.json())).not.toContain('the secret');
    expect(await secretOf()).toMatch(/^test\./);
    // A secret is one client's: it does not go to the issuer as another's.
    expect(await (await patch({ clientId: 'another' })).json()).toMatchObject({ clientId: 'another' });
    expect(await secretOf()).toBeNull();
    expect(await (await patch({ clientId: '' })).json()).toMatchObject({ clientId: null });
    // Nor is it kept for nobody.
    for (const body of [{ clientSecret: 'the secret' }, { clientSecret: 'the secret', clientId: '' }])
      expect(await codeOf(await patch(body))).toBe('issuer-client-missing');
    const nobody = { ...NEW, audience: 'of nobody', clientSecret: 'the secret' };
    expect(await codeOf(await post(nobody))).toBe('issuer-client-missing');
    const jwks = `${ISSUER}/keys`;
    expect(await (await patch({ jwks })).json()).toMatchObject({ jwks });
    expect(await (await patch({ jwks: '' })).json()).toMatchObject({ jwks: null });
    expect(await codeOf(await patch({ jwks: 'https://10.0.0.1/keys' }))).toBe('address-private');
    expect(await codeOf(await patch({ audience: 'x' }))).toBe('unknown-member');
    expect(await codeOf(await patch({ name: 'x' }, ['security']))).toBe('administrators-only');
    expect((await patch({ name: 'x' }, undefined, newCenter())).status).toBe(404);
    const modest = await patch({ roleNames: { Reader: 'auditor' } });
    expect(await modest.json()).toMatchObject({ roleNames: { Reader: 'auditor' } });
    expect(await codeOf(await patch({ name: 'x' }, ['security']))).toBe('administrators-only');
  });

  it('keep what another request changes of one at the same time, and are judged as they are then', async () => {
    const own = newCenter();
    const made = await post({ ...NEW, audience: 'at once', roleNames: { R: 'auditor' } }, undefined, own);
    const { id } = await made.json<{ id: string }>();
    const raced = between(env.DB);
    const by = makeApp({ outside: outside(), db: raced.db }).app;
    const patch = async (body: object, roles?: readonly string[]) =>
      (await callerOf(by, own, roles))(`/udm/v10/issuers/${id}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      });
    raced.before(/^update "issuers"/, () => patch({ algorithms: ['ES256'], clientId: 'udm' }));
    expect(await (await patch({ claims: { roles: 'groups' }, name: 'Other' })).json()).toMatchObject({
      name: 'Other',
      clientId: 'udm',
      algorithms: ['ES256'],
      claims: { roles: 'groups' },
    });
    raced.before(/^update "issuers"/, () => patch({ roleNames: { R: 'administrator' } }));
    expect(await codeOf(await patch({ jwks: '' }, ['security']))).toBe('administrators-only');
  });

  it('are ten, with one set of keys, also where two are named or changed at once', async () => {
    const own = newCenter();
    const raced = between(env.DB);
    const by = makeApp({ outside: outside(), db: raced.db }).app;
    const add = async (audience: string, change: object = {}) => {
      const answer = await post({ ...NEW, audience, ...change }, undefined, own, by);
      return answer.ok ? (await answer.json<{ id: string }>()).id : codeOf(answer);
    };
    const jwks = `${ISSUER}/keys`;
    raced.before(/^insert into "issuers"/, () => add('race 1'));
    expect(await add('race 2', { jwks })).toBe('issuer-keys-differ');
    const [, id] = await Promise.all([add('race 3'), add('race 4')]);
    const call = await callerOf(by, own);
    const { items } = await (await call('/udm/v10/issuers')).json<{ items: { id: string }[] }>();
    for (const one of items)
      if (one.id !== id) await call(`/udm/v10/issuers/${one.id}`, { method: 'DELETE' });
    raced.before(/^update "issuers"/, () => add('race 5'));
    const change = await call(`/udm/v10/issuers/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ jwks }),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(await codeOf(change)).toBe('issuer-keys-differ');
    for (let count = 2; count < 9; count += 1) await add(`more ${count}`);
    raced.before(/^insert into "issuers"/, () => add('the tenth'));
    expect(await add('the eleventh')).toBe('limit-reached');
  });

  it.each<[string, object]>([
    ['address-private', { issuer: 'https://10.0.0.1' }],
    ['address-private', { jwks: 'https://localhost/keys' }],
    ['not-an-address', { issuer: 'http://id.acme.example' }],
    ['issuer-document', { issuer: 'https://id.other.example' }],
    ['not-one-of', { algorithms: ['HS256'] }],
    ['not-one-of', { algorithms: ['none'] }],
    ['audience-taken', {}],
  ])('are refused with %s: %j', async (code, change) => {
    const refused = await post({ ...NEW, ...change }, undefined, newCenter());
    expect(await codeOf(refused)).toBe(code);
  });

  it('have one set of keys for each `issuer`: the keys of another entry would sign for its people', async () => {
    const own = newCenter();
    const jwks = `${ISSUER}/keys`;
    const of = async (audience: string, change: object = {}, center = own) => {
      const answer = await post({ ...NEW, audience, ...change }, undefined, center);
      return answer.ok ? (await answer.json<{ id: string }>()).id : codeOf(answer);
    };
    const first = await of('one');
    expect(await of('two', { jwks: 'https://keys.other.example/jwks' })).toBe('issuer-keys-differ');
    expect(await of('two', { jwks })).toBe('issuer-keys-differ');
    const second = await of('two');
    const call = await callerOf(app, own);
    const patch = async (id: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'PATCH', body: JSON.stringify(body), headers };
      const answer = await call(`/udm/v10/issuers/${id}`, init);
      return answer.ok ? 'ok' : codeOf(answer);
    };
    expect([await patch(first, { jwks }), await patch(second, { name: 'x', jwks: '' })]).toEqual([
      'issuer-keys-differ',
      'ok',
    ]);
    await call(`/udm/v10/issuers/${second}`, { method: 'DELETE' });
    expect(await patch(first, { jwks })).toBe('ok');
    expect([await of('three'), await of('three', { jwks })]).toEqual([
      'issuer-keys-differ',
      expect.stringMatching(/^i-/),
    ]);
    // Another center's entries speak for that center alone.
    expect(await of('four', {}, newCenter())).toMatch(/^i-/);
  });

  it('are none beside one of the configuration that has other keys, also where that one came later', async () => {
    const own = newCenter();
    const jwks = 'https://keys.other.example/jwks';
    const { jwks: keys, keyId } = await foreignKeys(jwks);
    const at = { outside: outsideKeys(env.DB, keys) };
    const before = makeApp(at).app;
    const entry = { ...NEW, audience: 'forged', jwks };
    expect((await post(entry, undefined, own, before)).status).toBe(201);
    const forged = await issuer.token({ aud: 'forged' }, { kid: keyId });
    expect(await uses(forged, before)).toBe(204);
    const trusted = configuredIssuer.parse({ name: 'All', issuer: ISSUER, audience: 'all', ccid: own });
    const issuers = [{ ...trusted, clientSecret: null }];
    const later = makeApp({ ...at, config: { ...config, issuers } }).app;
    expect(await uses(forged, later)).toBe(401);
    const refused = await post({ ...entry, audience: 'forged too' }, undefined, own, later);
    expect(await codeOf(refused)).toBe('issuer-keys-differ');
    expect((await post({ ...NEW, audience: 'beside' }, undefined, newCenter(), later)).status).toBe(201);
  });

  it('are not this service itself', async () => {
    expect(await codeOf(await post({ ...NEW, issuer: config.issuer }))).toBe('issuer-own');
  });
});

describe('a token of an outside issuer', () => {
  it('speaks for its contact center with the roles that the names stand for', async () => {
    const ask = await issuer.token({ auth_time: START / 1_000 });
    const me = await app.request('/udm/v10/me', { headers: { Authorization: `Bearer ${ask}` } });
    expect(await me.json()).toMatchObject({ name: 'olga', ccid, kind: 'user', roles: ['exporter'] });
    expect(await uses(ask)).toBe(204);
    expect(await uses(await issuer.token({ roles: ['administrator', 'UDM UCSX Importer'] }))).toBe(403);
  });

  it('counts as of when it says that its person signed in, and as never where it names a time to come', async () => {
    const asked = async (claims: object) => {
      const headers = {
        Authorization: `Bearer ${await issuer.token({ roles: ['UDM UCSX Administrator'], ...claims })}`,
      };
      const answer = await app.request('/udm/v10/users/nobody', { method: 'DELETE', headers });
      return codeOf(answer);
    };
    const seconds = START / 1_000;
    expect(await asked({ auth_time: seconds })).toBe('no-user');
    for (const auth_time of [undefined, seconds - 300, START, -1, '1'])
      expect([auth_time, await asked({ auth_time })]).toEqual([auth_time, 'sign-in-again']);
  });

  it('is refused where its name is somebody else’s here', async () => {
    await addUser('local', { ccid, password: 'a password', roles: ['administrator'] });
    expect(await uses(await issuer.token({ preferred_username: 'local' }))).toBe(401);
  });

  it('keeps its name where it manages access: a user of it, made by who is no administrator, would shut them out', async () => {
    const roles = ['UDM UCSX Administrator'];
    const ask = await issuer.token({ preferred_username: 'rita', roles, sub: 'rita-1' });
    const plain = await issuer.token({ preferred_username: 'paul', sub: 'paul-1' });
    expect([await uses(ask), await uses(plain)]).toEqual([204, 204]);
    const add = async (name: string, by: string) =>
      (await callerOf(app, ccid, [by]))('/udm/v10/users', {
        method: 'POST',
        body: JSON.stringify({ name, roles: ['exporter'] }),
        headers: { 'Content-Type': 'application/json' },
      });
    expect(await codeOf(await add('rita', 'security'))).toBe('administrators-only');
    expect(await uses(ask, elsewhere())).toBe(204);
    expect((await add('paul', 'security')).status).toBe(201);
    // Who has not come for long is not waited for, and an administrator may give the name.
    await env.DB.prepare('UPDATE outside_people SET seen_at = 1').run();
    expect((await add('rita', 'security')).status).toBe(201);
  });

  it('is refused where its name has characters that nobody sees', async () => {
    for (const name of ['ol\u200Bga', '\u202Eolga'])
      expect(await uses(await issuer.token({ preferred_username: name, sub: 's-1' }))).toBe(401);
  });

  it('is good by every algorithm, from when its key is published', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      for (const [kid, alg] of [
        ['k2', 'ES256'],
        ['k3', 'EdDSA'],
        ['k4', 'PS256'],
      ] as const) {
        vi.advanceTimersByTime(31_000);
        await issuer.newKey(kid, alg);
        expect([alg, await uses(await issuer.token({}, { kid, alg }))]).toEqual([alg, 204]);
      }
      const before = issuer.asked;
      const old = await issuer.token();
      // Known keys cost no question, also where an isolate has just begun.
      expect([await uses(old), await uses(old, elsewhere()), issuer.asked]).toEqual([204, 204, before]);
      // A made-up key is asked for once in half a minute.
      const made = await issuer.token({}, { kid: 'made-up', key: issuer.keys.get('k1') });
      expect([await uses(made), await uses(made), issuer.asked]).toEqual([401, 401, before]);
      await issuer.newKey('k5', 'RS256', false);
      vi.advanceTimersByTime(601_000);
      expect(await uses(await issuer.token({}, { kid: 'k5' }))).toBe(204);
      // An issuer that is away: what is known goes on, what is not is 503.
      issuer.away = true;
      vi.advanceTimersByTime(60_000);
      expect(await uses(await issuer.token({}, { kid: 'k5' }))).toBe(204);
      vi.advanceTimersByTime(601_000);
      expect(await uses(await issuer.token({}, { kid: 'k5' }))).toBe(503);
    } finally {
      issuer.away = false;
      vi.useRealTimers();
    }
  });

  it('is refused within a minute once its issuer is removed', async () => {
    const own = newCenter();
    const made = await post({ ...NEW, audience: 'short-lived' }, undefined, own);
    const { id } = await made.json<{ id: string }>();
    clock.now = START + 30_000;
    const token = await issuer.token({ aud: 'short-lived' }, { kid: 'k5' });
    expect(await uses(token)).toBe(204);
    await (
      await callerOf(app, own)
    )(`/udm/v10/issuers/${id}`, { method: 'DELETE' });
    clock.now = START + 60_000;
    expect(await uses(token)).toBe(401);
    clock.now = START;
  });
});
