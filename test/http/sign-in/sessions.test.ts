import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgetSessions } from '../../../src/store/sessions.ts';
import { documentOf, expectDeclared } from '../openapi/documents.ts';
import { addUser, makeApp, START, type Failed } from '../harness.ts';
import { Browser } from './browser.ts';

const MINUTE = 60_000;
const { app, clock } = makeApp();
const codeOf = async (response: Response) => (await response.json<Failed>()).status.detail.code;
const browser = async (name = 'ada') => {
  const fresh = new Browser(app);
  expect((await fresh.signIn(name, 'a password')).status).toBe(200);
  return fresh;
};
interface Listed {
  readonly count: number;
  readonly items: readonly { readonly id: string; readonly current: boolean; readonly userAgent: string }[];
}
const own = async (of: Browser) => (await of.ask('GET', '/udm/v10/me/sessions')).json<Listed>();

beforeAll(async () => {
  await addUser('ada', { ccid: 'adas', password: 'a password', roles: ['exporter'] });
  await addUser('bob', { ccid: 'adas', password: 'a password', roles: ['exporter'] });
});

describe('signing in with a browser', () => {
  it('sets a cookie that no script reads, and tells who is signed in', async () => {
    const response = await new Browser(app).signIn('ada', 'a password');
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^__Host-udm=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(await response.json()).toEqual({
      name: 'ada',
      ccid: 'adas',
      roles: ['exporter'],
      privileges: expect.arrayContaining(['jobs.write']),
      secondFactor: { enabled: false, required: false, recoveryCodes: 0 },
      authTime: new Date(START).toISOString(),
    });
  });

  it('takes the contact center by itself or before the name, and only the right one', async () => {
    const fresh = new Browser(app);
    expect((await fresh.signIn('ada', 'a password', { tenant: 'adas' })).status).toBe(200);
    expect((await fresh.signIn('adas\\ada', 'a password')).status).toBe(200);
    const answers = [
      await fresh.signIn('ada', 'a password', { tenant: 'others' }),
      await fresh.signIn('ada', 'wrong'),
      await fresh.signIn('nobody', 'a password'),
    ];
    for (const answer of answers)
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'user-refused']);
  });

  it('keeps a hash of the token alone', async () => {
    const { cookie } = await browser();
    const { results } = await env.DB.prepare('SELECT * FROM sessions').all();
    expect(JSON.stringify(results)).not.toContain(cookie.split('=')[1]);
  });

  it('sets a cookie without Secure on plain http of the loopback, and takes each where it belongs', async () => {
    const local = new Browser(app, 'http://127.0.0.1:8787');
    const response = await local.signIn('ada', 'a password');
    expect(response.headers.get('Set-Cookie')).toMatch(/^udm=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await local.ask('GET', '/udm/v10/export/jobs')).status).toBe(204);
    const elsewhere = new Browser(app);
    elsewhere.cookie = local.cookie;
    expect((await elsewhere.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
  });
});

describe('a session', () => {
  it('may do what the user may, by the roles of this moment', async () => {
    await addUser('eve', { ccid: 'eves', password: 'a password', roles: ['exporter'] });
    const eve = await browser('eve');
    expect((await eve.ask('GET', '/udm/v10/export/jobs')).status).toBe(204);
    await env.DB.prepare(`UPDATE users SET roles = '["importer"]' WHERE name = 'eve'`).run();
    expect((await eve.ask('GET', '/udm/v10/export/jobs')).status).toBe(403);
    await env.DB.prepare(`UPDATE users SET disabled = 1 WHERE name = 'eve'`).run();
    expect(await codeOf(await eve.ask('GET', '/udm/v10/export/jobs'))).toBe('session-ended');
  });

  it('ends 30 minutes after its last use, and what a page asks by itself is no use', async () => {
    const [busy, idle] = [await browser(), await browser()];
    for (const path of ['/udm/v10/export/jobs', '/udm/v10/export/jobs?bgUpdate=False'])
      for (let minutes = 0; minutes < 20; minutes += 10) {
        clock.now += 10 * MINUTE;
        expect((await busy.ask('GET', path)).status).toBe(204);
        const seen = await idle.ask('GET', '/udm/v10/export/jobs?bgUpdate=True');
        expect(seen.status).toBe(clock.now - START < 30 * MINUTE ? 204 : 401);
      }
    clock.now = START;
  });

  it('is not one of another user of the same name, who was added since', async () => {
    await addUser('late', { ccid: 'adas', password: 'a password', roles: ['exporter'] });
    const late = await browser('late');
    expect((await late.ask('GET', '/udm/v10/me')).status).toBe(200);
    await env.DB.prepare(`UPDATE users SET created_at = ? WHERE name = 'late'`)
      .bind(START + 1)
      .run();
    expect((await late.ask('GET', '/udm/v10/me')).status).toBe(401);
  });

  it('ends after 12 hours, however it is used', async () => {
    const busy = await browser();
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      clock.now = START + minutes * MINUTE;
      expect((await busy.ask('GET', '/udm/v10/export/jobs')).status).toBe(204);
    }
    clock.now = START + 12 * 60 * MINUTE;
    expect((await busy.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
    expect(await forgetSessions(env.DB, clock.now, 1_000)).toBeGreaterThan(0);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM sessions').first('n')).toBe(0);
    clock.now = START;
  });

  it('writes its use down once a minute', async () => {
    const busy = await browser();
    const noted = () => env.DB.prepare('SELECT max(used_at) AS at FROM sessions').first<number>('at');
    clock.now = START + MINUTE - 1;
    await busy.ask('GET', '/udm/v10/export/jobs');
    expect(await noted()).toBe(START);
    clock.now = START + MINUTE;
    await busy.ask('GET', '/udm/v10/export/jobs');
    expect(await noted()).toBe(START + MINUTE);
    clock.now = START;
  });

  it('renews the time of its sign-in, and its token, for the right password', async () => {
    const here = await browser();
    const before = here.cookie;
    clock.now += 10 * MINUTE;
    expect((await here.ask('POST', '/auth/v3/sign-in/again', { password: 'wrong' })).status).toBe(401);
    const again = await here.ask('POST', '/auth/v3/sign-in/again', { password: 'a password' });
    expect(await again.json()).toMatchObject({ authTime: new Date(clock.now).toISOString() });
    expect(here.cookie).not.toBe(before);
    expect((await own(here)).items.find(({ current }) => current)).toBeDefined();
    const old = new Browser(app);
    old.cookie = before;
    expect((await old.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
    clock.now = START;
  });
});

describe('changes by cookie', () => {
  it('are held to where they come from, and nothing else is', async () => {
    const here = await browser();
    for (const headers of [{ Origin: 'https://evil.example' }, { 'X-UDM-Request': '' }])
      expect((await here.ask('GET', '/udm/v10/export/jobs', undefined, headers)).status).toBe(204);
  });

  it('are taken from the address that the deployment says to have', async () => {
    const other = makeApp({
      config: { ...makeApp().services.config, origin: 'https://own.example' },
    });
    const here = new Browser(other.app);
    const request = { userName: 'ada', password: 'a password' };
    const headers = { Origin: 'https://own.example' };
    expect((await here.ask('POST', '/auth/v3/sign-in', request, headers)).status).toBe(200);
  });

  it('are not asked of access tokens', async () => {
    const here = await browser();
    const refused = await here.ask('DELETE', '/udm/v10/files?filename=x', undefined, {
      Authorization: 'Bearer x',
      Origin: 'https://evil.example',
    });
    expect(await codeOf(refused)).toBe('token-invalid');
  });
});

describe('one’s own sessions', () => {
  it('are listed and ended, and nobody else’s', async () => {
    await env.DB.prepare('DELETE FROM sessions').run();
    const [here, there, bobs] = [await browser(), await browser(), await browser('bob')];
    const { count, items } = await own(here);
    expect([count, items.filter(({ current }) => current).length]).toEqual([2, 1]);
    expect(items[0]).toMatchObject({ address: '192.0.2.7', userAgent: 'Test/1' });
    const other = items.find(({ current }) => !current)?.id ?? '';
    expect((await bobs.ask('DELETE', `/udm/v10/me/sessions/${other}`)).status).toBe(404);
    expect((await here.ask('DELETE', `/udm/v10/me/sessions/${other}`)).status).toBe(204);
    expect((await there.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
    expect((await here.ask('DELETE', '/udm/v10/me/sessions')).status).toBe(204);
    expect((await here.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
    expect((await own(bobs)).count).toBe(1);
  });

  it('are 50 at most: the oldest ends', async () => {
    await env.DB.prepare(`DELETE FROM sessions`).run();
    const oldest = await browser();
    clock.now += 1;
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
       INSERT INTO sessions SELECT 'h' || i, 'i' || i, 'adas', 'ada', ?1 + i, ?1, ?1, ?1 + 60000, ?1 + 60000, '', '' FROM n`,
    )
      .bind(START)
      .run();
    clock.now = START + 100;
    const newest = await browser();
    expect((await own(newest)).count).toBe(50);
    expect((await oldest.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
    clock.now = START;
    // What comes next is older than these, and would be the one that ends.
    await env.DB.prepare('DELETE FROM sessions').run();
  });
});

it('signing out ends the session, by a form of the own page too, and has the browser forget it', async () => {
  const here = await browser();
  const kept = here.cookie;
  const form = { 'X-UDM-Request': '', 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await here.ask('POST', '/auth/v3/sign-out', undefined, form)).status).toBe(204);
  expect(here.cookie).toBe('');
  here.cookie = kept;
  expect((await here.ask('GET', '/udm/v10/export/jobs')).status).toBe(401);
  expect((await new Browser(app).ask('POST', '/auth/v3/sign-out')).status).toBe(204);
});

it('answers as its document says', async () => {
  const document = await documentOf(app, 'v10');
  const here = new Browser(app);
  const answers: [string, string, Response][] = [
    ['/auth/v3/sign-in', 'post', await here.signIn('ada', 'wrong')],
    ['/auth/v3/sign-in', 'post', await here.signIn('ada', 'a password')],
    [
      '/auth/v3/sign-in/again',
      'post',
      await here.ask('POST', '/auth/v3/sign-in/again', { password: 'a password' }),
    ],
    ['/udm/v10/me/sessions', 'get', await here.ask('GET', '/udm/v10/me/sessions')],
    ['/udm/v10/me/sessions/{id}', 'delete', await here.ask('DELETE', '/udm/v10/me/sessions/x')],
    ['/udm/v10/me/sessions', 'delete', await here.ask('DELETE', '/udm/v10/me/sessions')],
    ['/auth/v3/sign-out', 'post', await here.ask('POST', '/auth/v3/sign-out')],
  ];
  expect(answers.map(([, , { status }]) => status)).toEqual([401, 200, 200, 200, 404, 204, 204]);
  for (const [path, method, response] of answers)
    await expectDeclared(document, document.paths[path]![method]!, response);
});
