import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUser, callerOf, makeApp, newCenter, type Failed } from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { asked, codeOf, PASSWORD, prepare, send, signIn as signInBy } from './access-calls.ts';

const { app } = makeApp();
beforeAll(() => prepare(app));
const signIn = (username: string, password: string) => signInBy(app, username, password);

describe('what a contact center demands', () => {
  it('is nothing at first, changes in part, and is its own', async () => {
    const theirs = newCenter();
    const [mine, other] = [await callerOf(app, newCenter()), await callerOf(app, theirs)];
    const none = {
      requireApiKey: false,
      cipherByAdministratorsOnly: false,
      secondFactor: [],
      budget: 0,
    };
    expect(await asked(mine, 'GET', '/settings')).toEqual([200, none]);
    const [, changed] = await asked(mine, 'PATCH', '/settings', { secondFactor: ['all'] });
    expect(changed).toEqual({ ...none, secondFactor: ['all'] });
    const [, again] = await asked(mine, 'PATCH', '/settings', { cipherByAdministratorsOnly: true });
    expect(again).toEqual({ ...none, secondFactor: ['all'], cipherByAdministratorsOnly: true });
    expect(await asked(other, 'GET', '/settings')).toEqual([200, none]);
    expect((await asked(mine, 'PATCH', '/settings', { secondFactors: [] }))[0]).toBe(400);
    const early = await mine('/udm/v10/settings', send('PATCH', { requireApiKey: true }));
    expect(await codeOf(early)).toBe('own-api-key-first');
    // Who manages users makes it demand more, and nobody but administrators less.
    const security = await callerOf(app, theirs, ['security']);
    const lift = async (body: object) => codeOf(await security('/udm/v10/settings', send('PATCH', body)));
    const demanding = { secondFactor: ['security', 'administrator'] };
    expect((await asked(security, 'PATCH', '/settings', demanding))[0]).toBe(200);
    for (const secondFactor of [[], ['security']])
      expect(await lift({ secondFactor })).toBe('administrators-only');
    expect((await asked(security, 'PATCH', '/settings', { secondFactor: ['all'] }))[0]).toBe(200);
    expect(await lift(demanding)).toBe('administrators-only');
    await asked(other, 'POST', '/api-keys', { name: 'k', roles: ['administrator'] });
    expect((await asked(security, 'PATCH', '/settings', { requireApiKey: true }))[0]).toBe(200);
    const browser = new Browser(app);
    await addUser('guard', { ccid: theirs, password: PASSWORD, roles: ['security'] });
    await addUser('boss', { ccid: theirs, password: PASSWORD, roles: ['administrator'] });
    await env.DB.prepare('UPDATE users SET local = 1 WHERE ccid = ?').bind(theirs).run();
    await browser.signIn('guard', PASSWORD, { tenant: theirs });
    const lifted = await browser.ask('PATCH', '/udm/v10/settings', { requireApiKey: false });
    expect(await codeOf(lifted)).toBe('administrators-only');
    await browser.signIn('boss', PASSWORD, { tenant: theirs });
    const back = await browser.ask('PATCH', '/udm/v10/settings', { requireApiKey: false, secondFactor: [] });
    expect(await back.json()).toMatchObject({ requireApiKey: false, secondFactor: [] });
    const roles = await asked<{ items: { name: string; privileges: string[] }[] }>(mine, 'GET', '/roles');
    expect(roles[1].items.find(({ name }) => name === 'security')?.privileges).toEqual([
      'users.read',
      'users.write',
      'audit.read',
      'audit.stream',
    ]);
  });
});

describe('me', () => {
  it("tells who asks, and changes one's own password", async () => {
    const ccid = newCenter();
    await addUser('somebody', { ccid, password: 'the old password', roles: ['exporter'] });
    const call = await callerOf(app, ccid, ['exporter']);
    const [, me] = await asked<Record<string, unknown>>(call, 'GET', '/me');
    expect(me).toMatchObject({
      name: 'somebody',
      kind: 'user',
      ccid,
      roles: ['exporter'],
      passwordChangedAt: null,
      notices: [],
    });
    const { refresh_token: refresh } = await (
      await signIn(`${ccid}\\somebody`, 'the old password')
    ).json<{ refresh_token: string }>();
    const change = (currentPassword: string, newPassword: string) =>
      call('/udm/v10/me', send('PATCH', { currentPassword, newPassword }));
    expect(await codeOf(await change('not the old one', PASSWORD))).toBe('password-wrong');
    const short = (await (await change('the old password', 'short')).json<Failed>()).status.detail;
    expect([short.code, short.field]).toEqual(['password-length', 'newPassword']);
    const changed = await change('the old password', PASSWORD);
    expect(await changed.json()).toMatchObject({ notices: [{ code: 'password-changed' }] });
    expect((await signIn(`${ccid}\\somebody`, 'the old password')).status).not.toBe(200);
    expect((await signIn(`${ccid}\\somebody`, PASSWORD)).status).toBe(200);
    const renewed = await app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa('app:app-secret')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh }).toString(),
    });
    expect(renewed.status).toBe(400);
    expect((await asked(call, 'DELETE', '/me/notices'))[0]).toBe(204);
    expect((await asked<{ notices: unknown[] }>(call, 'GET', '/me'))[1].notices).toEqual([]);
    // Whoever found a session open cannot guess its password through here.
    const guesses = [1, 2, 3, 4, 5, 6].map((n) => `guess number ${n}`);
    const codes: string[] = [];
    for (const guess of guesses) codes.push(await codeOf(await change(guess, 'another new one')));
    expect(codes).toEqual([...Array<string>(5).fill('password-wrong'), 'too-many-tries']);
  });
});
