import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { addUser, callerOf, makeApp, newCenter, signToken, type Failed } from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { PASSWORD, send, type Call } from './access-calls.ts';

/** Two contact centers whose users, clients and keys have the same names: nothing that is done in one is seen in the other. */

const { app } = makeApp();
interface Made {
  readonly id: string;
  readonly secret: string;
  readonly key: string;
}
interface Twin {
  readonly ccid: string;
  readonly call: Call;
  readonly client: Made;
  readonly key: Made;
  readonly password: string;
}

async function twin(): Promise<Twin> {
  const ccid = newCenter();
  const password = `${PASSWORD} of ${ccid.length}${crypto.randomUUID()}`;
  const call = await callerOf(app, ccid);
  await addUser('ann', { ccid, password, roles: ['exporter'] });
  const make = async (path: string, name: string) => {
    const made = await call(`/udm/v10/${path}`, send('POST', { name, roles: ['exporter'] }));
    expect(made.status).toBe(201);
    return made.json<Made>();
  };
  return { ccid, call, client: await make('clients', 'app'), key: await make('api-keys', 'gate'), password };
}

let mine: Twin;
let other: Twin;
beforeAll(async () => {
  mine = await twin();
  other = await twin();
});

/** All that a contact center shows of who may do what; times of last use aside, which asking changes. */
const wholeOf = async ({ call }: Twin): Promise<string> => {
  const paths = ['users', 'clients', 'api-keys', 'issuers', 'settings', 'users/ann/sessions'];
  const answers = await Promise.all(paths.map(async (path) => (await call(`/udm/v10/${path}`)).text()));
  return answers.join('\n').replaceAll(/"lastUsed\w*":("[^"]*"|null)/g, '');
};
const grant = (client: Made, form: Record<string, string>) =>
  Promise.resolve(
    app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
      body: new URLSearchParams(form),
    }),
  );
const browserOf = async ({ ccid, password }: Twin) => {
  const browser = new Browser(app);
  expect((await browser.signIn(`${ccid}\\ann`, password)).status).toBe(200);
  return browser;
};

it('signs in whom the contact center has: by its name, by its client, and by nobody else’s password', async () => {
  const browser = await browserOf(mine);
  expect(await (await browser.ask('GET', '/udm/v10/me')).json()).toMatchObject({ ccid: mine.ccid });
  expect((await browser.signIn(`${mine.ccid}\\ann`, other.password)).status).toBe(401);
  // The name alone is two people's; through the client of one contact center it is that one's.
  expect((await browser.signIn('ann', mine.password)).status).toBe(401);
  const password = { grant_type: 'password', username: 'ann' };
  expect((await grant(mine.client, { ...password, password: mine.password })).status).toBe(200);
  expect((await grant(mine.client, { ...password, password: other.password })).status).toBe(400);
  const foreign = { grant_type: 'password', username: `${other.ccid}\\ann`, password: other.password };
  expect((await grant(mine.client, foreign)).status).toBe(400);
});

it('takes the key of one beside a token of the other for what it is', async () => {
  const token = await signToken(mine.ccid);
  const asked = async (key: Made) => {
    const headers = { Authorization: `Bearer ${token}`, 'x-api-key': key.key };
    return app.request('/udm/v10/export/jobs', { headers });
  };
  expect((await asked(mine.key)).status).toBe(204);
  const refused = await asked(other.key);
  expect((await refused.json<Failed>()).status.detail.code).toBe('api-key-foreign');
});

it('changes, ends and removes its own alone', async () => {
  await browserOf(other);
  const before = await wholeOf(other);
  const ask = async (method: string, path: string, body?: object) =>
    (await mine.call(`/udm/v10/${path}`, body ? send(method, body) : { method })).status;
  // By id, those of the other are none.
  for (const path of [`clients/${other.client.id}`, `api-keys/${other.key.id}`]) {
    expect(await ask('GET', path)).toBe(404);
    expect(await ask('PATCH', path, { name: 'taken' })).toBe(404);
    expect(await ask('POST', `${path}/secret`)).toBe(404);
    expect(await ask('DELETE', path)).toBe(404);
  }
  // By name, they are the own ones.
  expect(await ask('PATCH', 'users/ann', { roles: ['importer'] })).toBe(200);
  expect(await ask('POST', 'users/ann/invitation')).toBe(201);
  expect(await ask('DELETE', 'users/ann/second-factor')).toBeLessThan(500);
  expect(await ask('DELETE', 'users/ann/sessions')).toBe(204);
  expect(await ask('PATCH', 'users/ann', { disabled: true })).toBe(200);
  expect(await ask('DELETE', 'users/ann')).toBe(204);
  expect(await ask('DELETE', `clients/${mine.client.id}`)).toBe(204);
  expect(await ask('DELETE', `api-keys/${mine.key.id}`)).toBe(204);
  expect(await wholeOf(other)).toBe(before);
  const own = await wholeOf(mine);
  for (const text of [other.ccid, other.client.id, other.key.id]) expect(own).not.toContain(text);
  const sessions = await env.DB.prepare('SELECT count(*) AS n FROM sessions WHERE ccid = ?1')
    .bind(other.ccid)
    .first('n');
  expect(sessions).toBe(1);
  const browser = await browserOf(other);
  expect((await browser.ask('GET', '/udm/v10/me')).status).toBe(200);
  expect((await grant(other.client, { grant_type: 'client_credentials' })).status).toBe(200);
});
