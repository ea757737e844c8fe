import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { base32, codeOfStep, stepOfCode } from '../../../src/identity/totp.ts';
import { addClient, callerOf, config, makeApp, START, withToken, type Failed } from '../harness.ts';
import { fc } from '../../support/property.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { PASSWORD, peopleOf, STEP } from './enrolled.ts';

const { app, clock } = makeApp();
const { newBrowser, shownCode, signedIn, begin, enrolled, grant } = peopleOf(app, clock);
let document: Document;

beforeAll(async () => {
  document = await documentOf(app, 'v10');
  await addClient('app', { ccid: 'platform', secret: 'app-secret', roles: [] });
});
beforeEach(() => {
  clock.now = START;
});

const codeOf = async (response: Response) => (await response.json<Failed>()).status.detail.code;

describe('one-time codes', () => {
  it('are those of RFC 6238, appendix B, in six digits', () => {
    const secret = new TextEncoder().encode('12345678901234567890');
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const table = [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ] as const;
    for (const [seconds, code] of table) expect(codeOfStep(secret, Math.floor(seconds / 30))).toBe(code);
  });

  it('are good a step early and late, and behind the last one alone', () => {
    const secret = new Uint8Array(20).fill(7);
    const draw = fc.record({
      step: fc.integer({ min: 10, max: 100_000_000 }),
      drift: fc.integer({ min: -3, max: 3 }),
      last: fc.integer({ min: -3, max: 3 }),
    });
    fc.assert(
      fc.property(draw, ({ step, drift, last }) => {
        const code = codeOfStep(secret, step + drift);
        // Of three codes at a time two may be the same by chance.
        const near = [-1, 0, 1].map((other) => codeOfStep(secret, step + other));
        fc.pre(new Set([...near, code]).size === (Math.abs(drift) <= 1 ? 3 : 4));
        const good = Math.abs(drift) <= 1 && drift > last;
        const found = stepOfCode(secret, code, { now: step * STEP, lastStep: step + last });
        expect(found).toBe(good ? step + drift : null);
      }),
    );
  });
});

describe('setting a second factor up', () => {
  it('shows the secret once, counts once confirmed, and answers as the document says', async () => {
    const { browser, name, ccid } = await signedIn();
    const begun = await browser.ask('POST', '/udm/v10/me/second-factor');
    const told = await (await callerOf(app, ccid))(`/udm/v10/users/${name}`);
    expect(await told.json()).toMatchObject({ secondFactor: false });
    const operation = document.paths['/udm/v10/me/second-factor']?.['post'];
    const { secret, uri } = (await expectDeclared(document, operation!, begun.clone())) as Record<
      string,
      string
    >;
    expect(uri).toContain(`secret=${secret}`);
    expect((await newBrowser().signIn(name, PASSWORD)).status).toBe(200);
    const { results } = await env.DB.prepare('SELECT * FROM second_factors').all();
    expect(JSON.stringify(results)).not.toContain(secret);

    const wrong = await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code: '000000' });
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'code-wrong']);
    const other = newBrowser();
    await other.signIn(name, PASSWORD);
    const code = shownCode(secret!);
    const confirmed = await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code });
    expect(new Set((await confirmed.json<{ recoveryCodes: string[] }>()).recoveryCodes).size).toBe(10);
    expect((await other.ask('GET', '/udm/v10/me')).status).toBe(401);
    const me = await (await browser.ask('GET', '/udm/v10/me')).json<Record<string, unknown>>();
    expect(me).toMatchObject({
      secondFactor: { enabled: true, required: false, recoveryCodes: 10 },
      notices: [{ code: 'second-factor-changed' }],
    });
    const again = await browser.ask('POST', '/udm/v10/me/second-factor');
    expect([again.status, await codeOf(again)]).toEqual([400, 'second-factor-there']);
    // The code that confirmed is spent, too.
    expect((await other.signIn(name, PASSWORD, { code })).status).toBe(401);
  });

  it('is confirmed within ten minutes by one of five codes, which the name waits for, by somebody who signed in lately', async () => {
    const { name, browser } = await signedIn();
    let secret = await begin(browser);
    const confirm = async (code = shownCode(secret)) => {
      const answer = await browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code });
      return answer.ok ? 'confirmed' : codeOf(answer);
    };
    const begun = clock.now;
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await confirm('000000')).toBe('code-wrong');
    expect(await confirm()).toBe('too-many-tries');
    clock.now += 2_000;
    expect(await confirm()).toBe('second-factor-not-begun');
    secret = await begin(browser);
    clock.now = begun + 301_000;
    expect(await confirm()).toBe('sign-in-again');
    clock.now = begun + 603_000;
    await browser.signIn(name, PASSWORD);
    expect(await confirm()).toBe('second-factor-not-begun');
    secret = await begin(browser);
    expect(await confirm()).toBe('confirmed');
    clock.now = begun;
  });

  it('is for users; clients have none', async () => {
    const answer = await app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('app:app-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token } = await answer.json<{ access_token: string }>();
    const refused = await app.request('/udm/v10/me/second-factor', {
      method: 'POST',
      ...withToken(access_token),
    });
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'user-needed']);
  });
});

describe('signing in with a second factor', () => {
  it('needs a code behind the right password, and takes each once', async () => {
    const { name, secret } = await enrolled();
    const browser = newBrowser();
    const outcome = async (code?: string, password = PASSWORD) => {
      const answer = await browser.signIn(name, password, code === undefined ? {} : { code });
      return answer.ok ? 'in' : codeOf(answer);
    };
    expect(await outcome()).toBe('second-factor-needed');
    expect(await outcome('123')).toBe('second-factor-refused');
    expect(await outcome(shownCode(secret), 'wrong')).toBe('user-refused');
    const code = shownCode(secret);
    expect(await outcome(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe('in');
    expect(await outcome(code)).toBe('second-factor-refused');
    clock.now += STEP;
    expect(await outcome(shownCode(secret))).toBe('in');
    expect(await outcome(shownCode(secret, clock.now - STEP))).toBe('second-factor-refused');
  });

  it('takes recovery codes, each once, however they are typed; new ones end the old ones', async () => {
    const { name, browser, recoveryCodes } = await enrolled();
    const [one = '', two = '', three = ''] = recoveryCodes;
    const signIn = async (code: string) => (await browser.signIn(name, PASSWORD, { code })).status;
    expect(await signIn(one.toUpperCase().replaceAll('-', ' '))).toBe(200);
    expect(await signIn(one)).toBe(401);
    const renewed = await browser.ask('POST', '/udm/v10/me/second-factor/recovery-codes');
    expect(renewed.status).toBe(201);
    const { recoveryCodes: fresh } = await renewed.json<{ recoveryCodes: string[] }>();
    expect([await signIn(two), await signIn(fresh[0] ?? '')]).toEqual([401, 200]);
    expect(await signIn(three)).toBe(401);
  });

  it('is asked for anew by sign-in/again', async () => {
    const { browser, secret } = await enrolled();
    const bare = await browser.ask('POST', '/auth/v3/sign-in/again', { password: PASSWORD });
    expect([bare.status, await codeOf(bare)]).toEqual([401, 'second-factor-needed']);
    const full = { password: PASSWORD, code: shownCode(secret) };
    const again = await browser.ask('POST', '/auth/v3/sign-in/again', full);
    expect(await again.json()).toMatchObject({ secondFactor: { enabled: true, recoveryCodes: 10 } });
  });

  it('is guessed no longer by who knows the password and changes it in between', async () => {
    const { browser } = await enrolled();
    const guess = async (password: string) =>
      codeOf(await browser.ask('POST', '/auth/v3/sign-in/again', { password, code: '000000' }));
    for (let wrong = 0; wrong < 4; wrong += 1) expect(await guess(PASSWORD)).toBe('second-factor-refused');
    const newPassword = 'another password of mine';
    const change = { currentPassword: PASSWORD, newPassword };
    expect((await browser.ask('PATCH', '/udm/v10/me', change)).status).toBe(200);
    expect(await guess(newPassword)).toBe('second-factor-refused');
    expect(await guess(newPassword)).toBe('too-many-tries');
  });

  it('is not passed by by the password grant', async () => {
    const { name, secret } = await enrolled();
    for (const [form, code] of [
      [{ username: name }, 'second-factor-needed'],
      [{ username: name, otp: '000000' }, 'second-factor-refused'],
    ] as const) {
      const refused = await grant(form);
      expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_grant', code }]);
    }
    expect((await grant({ username: name, otp: shownCode(secret) })).status).toBe(200);
  });

  it('outlives the key that its secret was wrapped by: by its next use, or by a recovery code', async () => {
    const [first] = config.wrapKeys;
    const other = { ...first!, id: 'next' };
    const [used, unused] = [await enrolled(), await enrolled()];
    const between = makeApp({ config: { ...config, wrapKeys: [other, first!] } });
    const after = makeApp({ config: { ...config, wrapKeys: [other] } });
    const signIn = async (made: typeof after, { name }: { name: string }, code: string) => {
      made.clock.now = clock.now;
      return (await newBrowser(made.app).signIn(name, PASSWORD, { code })).status;
    };
    expect(await signIn(between, used, shownCode(used.secret))).toBe(200);
    clock.now += STEP;
    expect(await signIn(after, used, shownCode(used.secret))).toBe(200);
    expect(await signIn(after, unused, shownCode(unused.secret))).toBe(401);
    expect(await signIn(after, unused, unused.recoveryCodes[0] ?? '')).toBe(200);
  });
});
