import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addClient, addUser, makeApp, signToken, START, withToken } from '../harness.ts';
import { Browser } from './browser.ts';
import { programOf, type Tokens } from './program.ts';

const { app, clock } = makeApp();
const program = programOf(app);
const PROGRAMS = '/udm/v10/me/programs';
const browser = new Browser(app);
const namesake = new Browser(app);
beforeAll(async () => {
  const ada = { password: 'a password', roles: ['exporter', 'auditor'] };
  await addUser('ada', { ccid: 'adas', ...ada });
  await addUser('ada', { ccid: 'others', ...ada });
  await addClient('reports', { ccid: 'adas', secret: 's', roles: ['auditor'], platform: false });
  await addClient('bare', { ccid: 'adas', secret: 's', roles: [], platform: false });
  await env.DB.prepare(
    `UPDATE clients SET redirect_uris = '["https://tool.example/cb"]' WHERE id = 'bare'`,
  ).run();
  await browser.signIn(String.raw`adas\ada`, 'a password');
  await namesake.signIn(String.raw`others\ada`, 'a password');
});
beforeEach(async () => {
  clock.now = START;
  await env.DB.prepare('DELETE FROM token_families').run();
});

const codeOf = (from = browser) => program.codeOf(from);
const letIn = async (from = browser) => (await program.change(await codeOf(from))).json<Tokens>();
const byPassword = async () => {
  const form = { grant_type: 'password', username: String.raw`adas\ada`, password: 'a password' };
  return (await program.token(form, 'reports:s')).json<Tokens>();
};
const renew = (refresh: string) => program.refresh(refresh);
const uses = async ({ access_token: access }: Tokens) =>
  (await app.request('/udm/v10/export/jobs', withToken(access))).status;
interface Listed {
  readonly count: number;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}
const listed = async (from = browser) => (await from.ask('GET', PROGRAMS)).json<Listed>();

describe('the programs that are signed in as somebody', () => {
  it('are those that were let in or given the password, with what they have, once each', async () => {
    await letIn();
    clock.now = START + 60_000;
    const { refresh_token: second } = await letIn();
    await letIn(namesake);
    await byPassword();
    clock.now = START + 120_000;
    expect((await renew(second)).status).toBe(200);
    const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();
    expect(await listed()).toEqual({
      count: 2,
      items: [
        {
          id: 'udm',
          name: 'udm',
          ofService: true,
          roles: ['exporter', 'auditor'],
          byPassword: false,
          signIns: 2,
          since: at(0),
          usedAt: at(120),
          expiresAt: at(120 + 30 * 86_400),
        },
        {
          id: 'reports',
          name: 'reports',
          ofService: false,
          roles: ['auditor'],
          byPassword: true,
          signIns: 1,
          since: at(60),
          usedAt: at(60),
          expiresAt: at(60 + 30 * 86_400),
        },
      ],
    });
    clock.now = START + 30 * 86_400_000;
    await byPassword();
    const late = await signToken('adas', { claims: { sub: 'ada', client_id: 'udm' } });
    const byToken = await app.request(PROGRAMS, withToken(late));
    expect((await byToken.json<Listed>()).items.map(({ id }) => id)).toEqual(['reports', 'udm']);
  });

  it('do nothing to how their person signs in, but for the platform’s own', async () => {
    const redirect = { client_id: 'bare', redirect_uri: 'https://tool.example/cb' };
    const code = await program.codeOf(browser, redirect);
    const bare = await (await program.change(code, redirect, 'bare:s')).json<Tokens>();
    const tokens = { bare, reports: await byPassword(), udm: await letIn() };
    const OWN: readonly [string, string, object?][] = [
      ['GET', '/sessions'],
      ['DELETE', '/sessions/x'],
      ['GET', '/programs'],
      ['DELETE', '/programs/x'],
      ['PATCH', '', { currentPassword: 'not it', newPassword: 'a long enough secret' }],
      ['DELETE', '/notices'],
      ['DELETE', '/second-factor'],
      ['POST', '/second-factor/recovery-codes'],
      ['POST', '/second-factor'],
      ['POST', '/second-factor/confirm', { code: '000000' }],
      ['DELETE', '/sessions'],
    ];
    for (const [method, path, body] of OWN)
      for (const [by, { access_token: access }] of Object.entries(tokens)) {
        const { headers } = withToken(access);
        const answer = await app.request(`/udm/v10/me${path}`, {
          method,
          headers: { ...headers, 'Content-Type': 'application/json' },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        expect([by, method, path, answer.status === 403]).toEqual([by, method, path, by !== 'udm']);
        if (by !== 'udm')
          expect(await answer.json()).toMatchObject({ status: { detail: { code: 'program-may-not' } } });
      }
    expect((await app.request('/udm/v10/me', withToken(bare.access_token))).status).toBe(200);
    await browser.signIn(String.raw`adas\ada`, 'a password');
  });

  it('end with what they could go on with, and nobody else’s', async () => {
    const [mine, theirs, other] = [await letIn(), await letIn(namesake), await byPassword()];
    const underWay = await codeOf();
    expect((await browser.ask('DELETE', `${PROGRAMS}/udm`)).status).toBe(204);
    expect((await renew(mine.refresh_token)).status).toBe(400);
    expect((await program.change(underWay)).status).toBe(400);
    expect([await uses(mine), await uses(theirs), await uses(other)]).toEqual([401, 204, 204]);
    expect((await renew(theirs.refresh_token)).status).toBe(200);
    expect((await listed()).items.map(({ id }) => id)).toEqual(['reports']);
    const again = await browser.ask('DELETE', `${PROGRAMS}/udm`);
    expect([again.status, await again.json()]).toMatchObject([
      404,
      { status: { detail: { code: 'no-program' } } },
    ]);
    // A program may be let in again, and may end itself.
    const { access_token: access } = await letIn();
    const itself = await app.request(`${PROGRAMS}/udm`, { method: 'DELETE', ...withToken(access) });
    expect(itself.status).toBe(204);
  });

  it('have a role no longer than they, and their user, have it', async () => {
    const { access_token: access } = await byPassword();
    const reads = async () => (await app.request('/udm/v10/users', withToken(access))).status;
    const roles = (given: string) =>
      env.DB.prepare(`UPDATE clients SET roles = ? WHERE id = 'reports'`).bind(given).run();
    expect(await reads()).toBe(200);
    await roles('[]');
    clock.now = START + 31_000;
    expect(await reads()).toBe(403);
    await roles('["auditor"]');
  });

  it('are none of clients and keys, and of nobody who is not signed in', async () => {
    const { access_token: access } = await (
      await program.token({ grant_type: 'client_credentials' }, 'reports:s')
    ).json<Tokens>();
    const answer = await app.request(PROGRAMS, withToken(access));
    expect(await answer.json()).toEqual({ count: 0, items: [] });
    const gone = await app.request(`${PROGRAMS}/udm`, { method: 'DELETE', ...withToken(access) });
    expect(gone.status).toBe(404);
    expect((await new Browser(app).ask('GET', PROGRAMS)).status).toBe(401);
  });
});
