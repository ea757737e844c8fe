import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { SIGN_IN_AGAIN } from '../../../src/model/sign-in-again.ts';
import { addClient, addUser, callerOf, makeApp, newCenter, signToken, START, withToken } from '../harness.ts';
import { documentOf, type Document } from '../openapi/documents.ts';
import { Browser } from './browser.ts';

const MINUTE = 60_000;
const PASSWORD = 'a password';
const { app, clock } = makeApp();
const documents: Document[] = [];
const post = (json: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(json),
  headers: { 'Content-Type': 'application/json' },
});

beforeAll(async () => {
  for (const version of ['v10', 'v4', 'v3']) documents.push(await documentOf(app, version));
  await addUser('ada', { ccid: 'adas', password: PASSWORD, roles: ['administrator'] });
  await addClient('app', { ccid: 'adas', secret: 'app-secret', roles: ['administrator'] });
});
beforeEach(() => {
  clock.now = START;
});

/** Every operation of the documents, with a path that names nothing. */
const operations = () =>
  documents.flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        id: operation.operationId ?? '',
        description: (operation as { description?: string }).description ?? '',
        method: method.toUpperCase(),
        path: path.replaceAll(/\{\w+\}/g, 'none'),
      })),
    ),
  );
const asksAgain = async (response: Response): Promise<boolean> =>
  response.status === 403 && (await response.text()).includes('"sign-in-again"');

it('is asked of whom the table says, by every operation of every version, and the documents tell it', async () => {
  const browser = new Browser(app);
  await browser.signIn('ada', PASSWORD);
  // Of the command line's client: other programs change nothing of how their people sign in.
  const token = await signToken('adas', { claims: { sub: 'ada', client_id: 'udm' } });
  const seen = new Set<string>();
  const ends = ['endOwnSessions', 'endOwnSession'];
  // Of signing in itself only what lets a program in is asked about.
  const asking = operations().filter(
    ({ id, path }) => (path.startsWith('/udm/') || id in SIGN_IN_AGAIN) && !ends.includes(id),
  );
  for (const { id, method, path, description } of asking) {
    const asked = SIGN_IN_AGAIN[id];
    if (asked) seen.add(id);
    expect([id, description.includes('sign-in-again')]).toEqual([id, asked !== undefined]);
    clock.now = START + 4 * MINUTE;
    expect([id, await asksAgain(await browser.ask(method, path))]).toEqual([id, false]);
    clock.now = START + 5 * MINUTE;
    const later = await asksAgain(await browser.ask(method, path));
    const byToken = await asksAgain(await app.request(path, { method, ...withToken(token) }));
    expect([id, later, byToken]).toEqual([id, asked !== undefined, asked === 'people']);
  }
  expect([...seen].toSorted()).toEqual(Object.keys(SIGN_IN_AGAIN).toSorted());
});

it('is over with sign-in/again, and the request that was refused goes through', async () => {
  const browser = new Browser(app);
  await browser.signIn('ada', PASSWORD);
  clock.now += 6 * MINUTE;
  const add = () => browser.ask('POST', '/udm/v10/users', { name: 'eve', roles: ['exporter'] });
  expect((await add()).status).toBe(403);
  expect((await browser.ask('POST', '/auth/v3/sign-in/again', { password: PASSWORD })).status).toBe(200);
  expect((await add()).status).toBe(201);
});

it('is not over with a refresh token, which proves nobody; with a token of a new sign-in it is', async () => {
  const tokens = async (form: Record<string, string>) => {
    const headers = { Authorization: `Basic ${btoa('app:app-secret')}` };
    const init = { method: 'POST', headers, body: new URLSearchParams(form) };
    return (await app.request('/auth/v3/oauth/token', init)).json<Record<string, string>>();
  };
  const byPassword = { grant_type: 'password', username: 'ada', password: PASSWORD };
  const first = await tokens(byPassword);
  clock.now += 6 * MINUTE;
  const renewed = await tokens({ grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' });
  const change = (token = '') =>
    app.request('/udm/v10/users/nobody', { method: 'DELETE', ...withToken(token) });
  expect(await asksAgain(await change(renewed['access_token']))).toBe(true);
  expect((await change((await tokens(byPassword))['access_token'])).status).toBe(404);
  // The client for itself is a machine: there is nobody to ask.
  const machine = await tokens({ grant_type: 'client_credentials' });
  clock.now += 6 * MINUTE;
  expect((await change(machine['access_token'])).status).toBe(404);
});

it('is asked of nobody by an API key that acts alone, and not of the demonstration user', async () => {
  const ccid = newCenter();
  const call = await callerOf(app, ccid);
  const made = await call('/udm/v10/api-keys', post({ name: 'machine', roles: ['security'] }));
  const { key } = await made.json<{ key: string }>();
  clock.now += 6 * MINUTE;
  const init = { method: 'DELETE', headers: { 'x-api-key': key } };
  expect((await app.request('/udm/v10/users/nobody', init)).status).toBe(404);
  expect(await asksAgain(await call('/udm/v10/users/nobody', { method: 'DELETE' }))).toBe(true);
  await env.DB.prepare('UPDATE users SET local = 1 WHERE ccid = ?').bind(ccid).run();
  expect((await call('/udm/v10/users/nobody', { method: 'DELETE' })).status).toBe(404);
});

it('is asked of a person whose token does not tell when it was signed in', async () => {
  const token = await signToken(newCenter(), { claims: { auth_time: undefined } });
  const init = { method: 'DELETE', ...withToken(token) };
  expect(await asksAgain(await app.request('/udm/v10/users/nobody', init))).toBe(true);
});
