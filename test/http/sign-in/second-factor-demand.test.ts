import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addClient, addUser, callerOf, makeApp, START, withToken, type Failed } from '../harness.ts';
import { PASSWORD, peopleOf, STEP } from './enrolled.ts';

const { app, clock } = makeApp();
const { newBrowser, shownCode, signedIn, begin, enrolled, grant } = peopleOf(app, clock);

beforeAll(async () => {
  await addClient('app', { ccid: 'platform', secret: 'app-secret', roles: [] });
});
beforeEach(() => {
  clock.now = START;
});

const codeOf = async (response: Response) => (await response.json<Failed>()).status.detail.code;

describe('a second factor that the center demands', () => {
  const demand = (ccid: string, roles: string) =>
    env.DB.prepare('INSERT OR REPLACE INTO center_settings (ccid, second_factor) VALUES (?, ?)')
      .bind(ccid, roles)
      .run();

  it('is set up before anything else, in sessions and by tokens', async () => {
    const { ccid, name, browser } = await signedIn();
    await demand(ccid, '["exporter"]');
    clock.now += STEP;
    const { access_token } = await (await grant({ username: name })).json<{ access_token: string }>();
    const byToken = await app.request('/udm/v10/export/jobs', withToken(access_token));
    for (const answer of [await browser.ask('GET', '/udm/v10/export/jobs'), byToken])
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'second-factor-first']);
    const me = await (await browser.ask('GET', '/udm/v10/me')).json<object>();
    expect(me).toMatchObject({ secondFactor: { enabled: false, required: true } });
    const secret = await begin(browser);
    await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code: shownCode(secret) });
    expect((await browser.ask('GET', '/udm/v10/export/jobs')).status).toBe(204);
    const removed = await browser.ask('DELETE', '/udm/v10/me/second-factor');
    expect([removed.status, await codeOf(removed)]).toEqual([400, 'second-factor-demanded']);
  });

  it('is removed by no administrator from the own sign-in, and from those of others', async () => {
    const { ccid, name, browser } = await enrolled(['administrator']);
    await demand(ccid, '["administrator"]');
    const path = `/udm/v10/users/${name}/second-factor`;
    const own = await browser.ask('DELETE', path);
    expect([own.status, await codeOf(own)]).toEqual([400, 'second-factor-demanded']);
    expect((await browser.ask('GET', '/udm/v10/export/jobs')).status).toBe(204);
    expect((await (await callerOf(app, ccid, ['exporter']))(path, { method: 'DELETE' })).status).toBe(403);
    const other = await enrolled();
    await env.DB.prepare('UPDATE second_factors SET ccid = ?1 WHERE ccid = ?2').bind(ccid, other.ccid).run();
    await env.DB.prepare('UPDATE users SET ccid = ?1 WHERE ccid = ?2').bind(ccid, other.ccid).run();
    const reset = await browser.ask('DELETE', `/udm/v10/users/${other.name}/second-factor`);
    expect(reset.status).toBe(204);
  });

  it('is of the roles that were named, and not of the demonstration user', async () => {
    const { ccid, name, browser } = await signedIn(['importer']);
    await demand(ccid, '["exporter"]');
    expect((await browser.ask('GET', '/udm/v10/export/jobs')).status).toBe(403);
    expect((await browser.ask('GET', '/udm/v10/me/sessions')).status).toBe(200);
    await demand(ccid, '["all"]');
    clock.now += STEP;
    const call = async () => codeOf(await browser.ask('POST', '/udm/v10/import/contacts'));
    expect(await call()).toBe('second-factor-first');
    await env.DB.prepare('UPDATE users SET local = 1 WHERE name = ?').bind(name).run();
    expect(await call()).not.toBe('second-factor-first');
  });
});

describe('removing a second factor', () => {
  it('leaves the password alone to sign in with, and tells the user', async () => {
    const { name, browser } = await enrolled();
    expect((await browser.ask('DELETE', '/udm/v10/me/second-factor')).status).toBe(204);
    expect((await newBrowser().signIn(name, PASSWORD)).status).toBe(200);
    expect((await browser.ask('DELETE', '/udm/v10/me/second-factor')).status).toBe(404);
  });

  it('is what an administrator does for who has lost it; the sessions end', async () => {
    const { ccid, name, browser, secret } = await enrolled();
    const path = `/udm/v10/users/${name}/second-factor`;
    const stranger = await callerOf(app, 'another-center');
    expect((await stranger(path, { method: 'DELETE' })).status).toBe(404);
    const administrator = await callerOf(app, ccid);
    const shown = async () => {
      const list = await administrator('/udm/v10/users?name=user-');
      const { items } = await list.json<{ items: { name: string; secondFactor: boolean }[] }>();
      const alone = await administrator(`/udm/v10/users/${name}`);
      const one = await alone.json<{ secondFactor: boolean }>();
      return [items.find((user) => user.name === name)?.secondFactor, one.secondFactor];
    };
    expect(await shown()).toEqual([true, true]);
    expect((await administrator(path, { method: 'DELETE' })).status).toBe(204);
    expect(await shown()).toEqual([false, false]);
    expect((await browser.ask('GET', '/udm/v10/me')).status).toBe(401);
    expect((await browser.signIn(name, PASSWORD, { code: shownCode(secret) })).status).toBe(200);
    const { notices } = await (
      await browser.ask('GET', '/udm/v10/me')
    ).json<{ notices: { code: string }[] }>();
    expect(notices.map(({ code }) => code)).toEqual(['second-factor-changed', 'second-factor-changed']);
  });

  it('of an administrator is for administrators', async () => {
    const { ccid, name } = await enrolled(['administrator']);
    const security = await callerOf(app, ccid, ['security']);
    const answer = await security(`/udm/v10/users/${name}/second-factor`, { method: 'DELETE' });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'administrators-only']);
  });

  it('goes with the user: another one of that name has none', async () => {
    const { ccid, name } = await enrolled();
    const administrator = await callerOf(app, ccid);
    expect((await administrator(`/udm/v10/users/${name}`, { method: 'DELETE' })).status).toBe(204);
    await addUser(name, { ccid, password: PASSWORD, roles: ['exporter'] });
    expect((await newBrowser().signIn(name, PASSWORD)).status).toBe(200);
  });
});
