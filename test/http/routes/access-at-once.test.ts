import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { between } from '../../support/between.ts';
import { addUser, callerOf, makeApp, newCenter, START } from '../harness.ts';
import { PASSWORD as PEOPLES, peopleOf, STEP } from '../sign-in/enrolled.ts';
import { CONSENT, programOf, queryOf } from '../sign-in/program.ts';
import { asked, codeOf, PASSWORD, prepare, send, signIn } from './access-calls.ts';

const raced = between(env.DB);
const { app, clock } = makeApp({ db: raced.db });
const people = { ...peopleOf(app, clock), PASSWORD: PEOPLES };
beforeAll(() => prepare(app));

const accept = (link: string | undefined, password: string) =>
  app.request(
    '/auth/v3/invitation',
    send('POST', { token: link?.slice(link.indexOf('#') + 1) ?? '', password }),
  );
const stands = (ccid: string, name: string) =>
  env.DB.prepare('SELECT roles, disabled FROM users WHERE ccid = ? AND name = ?').bind(ccid, name).first();

describe('of two who change one at once', () => {
  it('neither takes back what the other changed of a user', async () => {
    const ccid = newCenter();
    const call = await callerOf(app, ccid);
    await addUser('anna', { ccid, password: 'p', roles: ['exporter'] });
    raced.before(/^update "users"/, () => asked(call, 'PATCH', '/users/anna', { disabled: true }));
    const [status, shown] = await asked(call, 'PATCH', '/users/anna', { roles: ['importer'] });
    expect([status, shown]).toMatchObject([200, { roles: ['importer'], disabled: true }]);
    raced.before(/^update "users"/, () => asked(call, 'PATCH', '/users/anna', { roles: [] }));
    const [, enabled] = await asked(call, 'PATCH', '/users/anna', { disabled: false });
    expect(enabled).toMatchObject({ roles: [], disabled: false });
    expect(await stands(ccid, 'anna')).toEqual({ roles: '[]', disabled: 0 });
    expect((await asked(call, 'PATCH', '/users/anna', {}))[1]).toMatchObject({ roles: [], disabled: false });
  });

  it.each([
    ['clients', 'clients'],
    ['api-keys', 'api_keys'],
  ])('neither takes back what the other changed of %s', async (path, table) => {
    const call = await callerOf(app, newCenter());
    const body = { name: 'n', roles: ['exporter'] };
    const [, { id }] = await asked<{ id: string }>(call, 'POST', `/${path}`, body);
    const update = new RegExp(`^update "${table}"`);
    raced.before(update, () => asked(call, 'PATCH', `/${path}/${id}`, { roles: ['auditor'] }));
    const [, named] = await asked(call, 'PATCH', `/${path}/${id}`, { name: 'other' });
    expect(named).toMatchObject({ name: 'other', roles: ['auditor'] });
    expect((await asked(call, 'GET', `/${path}/${id}`))[1]).toMatchObject({ roles: ['auditor'] });
    raced.before(update, () => asked(call, 'PATCH', `/${path}/${id}`, { name: 'third' }));
    const [, renewed] = await asked(call, 'POST', `/${path}/${id}/secret`);
    expect(renewed).toMatchObject({ name: 'third' });
    expect((await asked(call, 'PATCH', `/${path}/${id}`, {}))[1]).toMatchObject({ name: 'third' });
    raced.before(update, () => asked(call, 'DELETE', `/${path}/${id}`));
    expect((await asked(call, 'PATCH', `/${path}/${id}`, { name: 'gone' }))[0]).toBe(404);
  });

  it('who may not touch administrators touches none who has just become one', async () => {
    const ccid = newCenter();
    const [root, security] = [await callerOf(app, ccid), await callerOf(app, ccid, ['security'])];
    await addUser('root', { ccid, password: 'p', roles: ['administrator'] });
    const raised = { roles: ['administrator'] };
    for (const [statement, method, path, body] of [
      [/^update "users"/, 'PATCH', '', { disabled: true }],
      [/^delete from "users"/, 'DELETE', '', undefined],
      [/^insert into "invitations"/, 'POST', '/invitation', undefined],
    ] as const) {
      await addUser('climber', { ccid, password: 'p', roles: ['exporter'] });
      raced.before(statement, () => asked(root, 'PATCH', '/users/climber', raised));
      const init = body ? send(method, body) : { method };
      const refused = await security(`/udm/v10/users/climber${path}`, init);
      expect([method, await codeOf(refused)]).toEqual([method, 'administrators-only']);
      expect(await stands(ccid, 'climber')).toEqual({ roles: '["administrator"]', disabled: 0 });
    }
    for (const [path, table] of [
      ['clients', 'clients'],
      ['api-keys', 'api_keys'],
    ] as const) {
      const [, { id }] = await asked<{ id: string }>(root, 'POST', `/${path}`, { name: 'n', roles: [] });
      raced.before(new RegExp(`^(update|delete from) "${table}"`), () =>
        asked(root, 'PATCH', `/${path}/${id}`, raised),
      );
      const taken = await security(`/udm/v10/${path}/${id}/secret`, { method: 'POST' });
      expect(await codeOf(taken)).toBe('administrators-only');
    }
  });
});

describe('what a contact center demands', () => {
  it('is not lifted by who may only add to it, when an administrator adds at the same time', async () => {
    const ccid = newCenter();
    const [root, security] = [await callerOf(app, ccid), await callerOf(app, ccid, ['security'])];
    const demand = (roles: string[]) => send('PATCH', { secondFactor: roles });
    raced.before(/^insert into "center_settings"/, () =>
      asked(root, 'PATCH', '/settings', { secondFactor: ['administrator'] }),
    );
    const refused = await security('/udm/v10/settings', demand(['exporter']));
    expect(await codeOf(refused)).toBe('administrators-only');
    raced.before(/^insert into "center_settings"/, () =>
      asked(root, 'PATCH', '/settings', { cipherByAdministratorsOnly: true }),
    );
    const added = await security('/udm/v10/settings', demand(['administrator', 'exporter']));
    expect(await added.json()).toMatchObject({
      secondFactor: ['exporter', 'administrator'],
      cipherByAdministratorsOnly: true,
    });
  });
});

describe('of two who renew one at once', () => {
  it.each([
    ['clients', /^update "clients"/],
    ['api-keys', /^update "api_keys"/],
  ])('one gets a secret of %s that is good, and the other none', async (path, statement) => {
    const call = await callerOf(app, newCenter());
    const [, { id }] = await asked<{ id: string }>(call, 'POST', `/${path}`, {
      name: 'n',
      roles: ['auditor'],
    });
    const renew = () => asked<object>(call, 'POST', `/${path}/${id}/secret`);
    let first = 0;
    raced.before(statement, async () => void ([first] = await renew()));
    const [second, refused] = await renew();
    expect([first, second]).toEqual([201, 409]);
    expect(refused).toMatchObject({ status: { detail: { code: 'renewed-meanwhile' } } });
  });

  it('one gets recovery codes that are good, and the other none', async () => {
    const { browser } = await people.enrolled();
    const renew = () => browser.ask('POST', '/udm/v10/me/second-factor/recovery-codes');
    let first = 0;
    raced.before(/^update "second_factors"/, async () => void (first = (await renew()).status));
    const second = await renew();
    expect([first, second.status, await codeOf(second)]).toEqual([201, 409, 'renewed-meanwhile']);
    clock.now = START;
  });
});

describe('an invitation', () => {
  it('ends when its user gets other roles, or is disabled, and not by what changes nothing', async () => {
    const ccid = newCenter();
    const [root, security] = [await callerOf(app, ccid), await callerOf(app, ccid, ['security'])];
    await addUser('climber', { ccid, password: 'p', roles: ['exporter'] });
    const invite = async () =>
      (await asked<{ invitation: string }>(security, 'POST', '/users/climber/invitation'))[1].invitation;
    const held = await invite();
    await asked(root, 'PATCH', '/users/climber', { roles: ['exporter', 'administrator'] });
    expect(await codeOf(await accept(held, PASSWORD))).toBe('invitation-refused');
    expect((await signIn(app, `${ccid}\\climber`, PASSWORD)).status).not.toBe(200);
    await addUser('root', { ccid, password: 'p', roles: ['administrator'] });
    await asked(root, 'PATCH', '/users/climber', { roles: ['exporter'] });
    const disabled = await invite();
    await asked(root, 'PATCH', '/users/climber', { disabled: true });
    await asked(root, 'PATCH', '/users/climber', { disabled: false });
    expect(await codeOf(await accept(disabled, PASSWORD))).toBe('invitation-refused');
    const good = await invite();
    await asked(root, 'PATCH', '/users/climber', { roles: ['exporter'], disabled: false });
    expect((await accept(good, PASSWORD)).status).toBe(200);
  });

  it('gives no password to somebody who gets other roles while it is used', async () => {
    const ccid = newCenter();
    const [root, security] = [await callerOf(app, ccid), await callerOf(app, ccid, ['security'])];
    await addUser('climber', { ccid, password: 'p', roles: ['exporter'] });
    const [, { invitation }] = await asked<{ invitation: string }>(
      security,
      'POST',
      '/users/climber/invitation',
    );
    raced.before(/^update "users" set "password_hash"/, () =>
      asked(root, 'PATCH', '/users/climber', { roles: ['administrator'] }),
    );
    expect(await codeOf(await accept(invitation, PASSWORD))).toBe('invitation-refused');
    expect((await signIn(app, `${ccid}\\climber`, PASSWORD)).status).not.toBe(200);
  });
});

describe('what a user is told', () => {
  it('is not lost of two at once, and is the latest ten', async () => {
    const { browser } = await people.signedIn();
    const told = async () => {
      const me = await (await browser.ask('GET', '/udm/v10/me')).json<{ notices: { code: string }[] }>();
      return me.notices.map(({ code }) => code);
    };
    const secret = await people.begin(browser);
    const change = { currentPassword: people.PASSWORD, newPassword: PASSWORD };
    raced.before(/^update "users" set "notices"/, () => browser.ask('PATCH', '/udm/v10/me', change));
    await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code: people.shownCode(secret) });
    expect(await told()).toEqual(['password-changed', 'second-factor-changed']);
    const renew = () => browser.ask('POST', '/udm/v10/me/second-factor/recovery-codes');
    for (let count = 0; count < 8; count += 1) await renew();
    expect((await told()).slice(0, 2)).toEqual(['password-changed', 'second-factor-changed']);
    await renew();
    expect(await told()).toEqual(Array<string>(10).fill('second-factor-changed'));
    expect((await browser.ask('DELETE', '/udm/v10/me/notices')).status).toBe(204);
    expect(await told()).toEqual([]);
  });

  it('is forgotten as far as it was seen: what came meanwhile is told yet', async () => {
    const { browser } = await people.signedIn();
    const told = async () =>
      (await (await browser.ask('GET', '/udm/v10/me')).json<{ notices: { code: string; time: string }[] }>())
        .notices;
    const secret = await people.begin(browser);
    await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code: people.shownCode(secret) });
    const [seen] = await told();
    const change = { currentPassword: people.PASSWORD, newPassword: PASSWORD };
    raced.before(/^update "users" set "notices"/, async () => {
      clock.now += 1;
      await browser.ask('PATCH', '/udm/v10/me', change);
    });
    const until = encodeURIComponent(seen?.time ?? '');
    expect((await browser.ask('DELETE', `/udm/v10/me/notices?until=${until}`)).status).toBe(204);
    expect((await told()).map(({ code }) => code)).toEqual(['password-changed']);
  });
});

describe('what is opened by a password', () => {
  it('is not there after another one is chosen while it was looked at, or the user disabled', async () => {
    const ccid = newCenter();
    const root = await callerOf(app, ccid);
    await addUser('somebody', { ccid, password: 'the old password', roles: ['exporter'] });
    const change = { currentPassword: 'the old password', newPassword: PASSWORD };
    raced.before(/^insert into "token_families"/, () => asked(root, 'PATCH', '/me', change));
    expect((await signIn(app, `${ccid}\\somebody`, 'the old password')).status).toBe(400);
    const browser = (password: string) =>
      app.request('/auth/v3/sign-in', {
        ...send('POST', { userName: 'somebody', tenant: ccid, password }),
        headers: { 'Content-Type': 'application/json', Origin: 'http://localhost', 'X-UDM-Request': '1' },
      });
    raced.before(/^insert into "sessions"/, () =>
      asked(root, 'PATCH', '/me', { currentPassword: PASSWORD, newPassword: `another ${PASSWORD}` }),
    );
    const refused = await browser(PASSWORD);
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'user-refused']);
    raced.before(/^insert into "sessions"/, () =>
      env.DB.prepare('UPDATE users SET disabled = 1 WHERE ccid = ?').bind(ccid).run(),
    );
    expect((await browser(`another ${PASSWORD}`)).status).toBe(401);
    const left = env.DB.prepare(`SELECT (SELECT count(*) FROM sessions WHERE ccid = ?1)
      + (SELECT count(*) FROM token_families WHERE ccid = ?1) AS "left"`);
    expect(await left.bind(ccid).first('left')).toBe(0);
  });

  it('is not there after a second factor is set up or removed while it was looked at', async () => {
    const { name, browser } = await people.signedIn();
    const secret = await people.begin(browser);
    const confirm = () =>
      browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code: people.shownCode(secret) });
    raced.before(/^insert into "sessions"/, confirm);
    const other = people.newBrowser();
    expect(await codeOf(await other.signIn(name, people.PASSWORD))).toBe('user-refused');
    clock.now += STEP;
    const removed = () => browser.ask('DELETE', '/udm/v10/me/second-factor');
    raced.before(/^insert into "token_families"/, removed);
    const granted = await people.grant({ username: name, otp: people.shownCode(secret) });
    expect([granted.status, await granted.json()]).toMatchObject([400, { code: 'user-refused' }]);
    expect((await people.grant({ username: name })).status).toBe(200);
    clock.now = START;
  });

  it('is no proof of who it is to a session that goes on, after another one is chosen', async () => {
    const { browser } = await people.signedIn();
    const next = 'another password of mine';
    // From the same session, which stays: by a copy of its cookie, or both would have the new one.
    const same = people.newBrowser();
    same.cookie = browser.cookie;
    const change = { currentPassword: people.PASSWORD, newPassword: next };
    raced.before(/^update "sessions" set "hash"/, () => same.ask('PATCH', '/udm/v10/me', change));
    const again = (password: string) => browser.ask('POST', '/auth/v3/sign-in/again', { password });
    expect((await again(people.PASSWORD)).status).toBe(401);
    expect((await again(next)).status).toBe(200);
  });

  it('gives no code to a program, once the session in which it was allowed has ended', async () => {
    const program = programOf(app);
    const { ccid, name, browser } = await people.signedIn();
    const root = await callerOf(app, ccid);
    raced.before(/^insert into "authorization_codes"/, () =>
      asked(root, 'DELETE', `/users/${name}/sessions`),
    );
    const allowed = { request: queryOf(), allow: true };
    const refused = await browser.ask('POST', CONSENT, allowed);
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'session-ended']);
    const left = env.DB.prepare(`SELECT count(*) AS "left" FROM authorization_codes WHERE ccid = ?`);
    expect(await left.bind(ccid).first('left')).toBe(0);
    await browser.signIn(name, people.PASSWORD);
    expect((await program.change(await program.codeOf(browser))).status).toBe(200);
  });
});
