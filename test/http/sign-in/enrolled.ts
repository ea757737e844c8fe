import { expect } from 'vitest';
import { codeOfStep } from '../../../src/identity/totp.ts';
import { addUser, type App } from '../harness.ts';
import { Browser } from './browser.ts';

/** How long a one-time code is shown, milliseconds. */
export const STEP = 30_000;
export const PASSWORD = 'a password';
let users = 0;

/** People of a service who have a second factor, or are to get one. `app` has the client `app:app-secret`. */
export function peopleOf(app: App, clock: { now: number }) {
  /** A browser at the address of one test: what is wrong there slows no other test. */
  const newBrowser = (at = app) => new Browser(at, 'https://udm.test', `198.51.100.${users}`);

  /** What an authenticator shows of a secret in base32. */
  function shownCode(secret: string, now = clock.now): string {
    const bits = Array.from(secret).map((char) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'),
    );
    const bytes = bits.join('').match(/.{8}/g) ?? [];
    return codeOfStep(
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)),
      Math.floor(now / STEP),
    );
  }

  /** A new user of a center of its own, signed in by password. */
  async function signedIn(roles: readonly string[] = ['exporter']) {
    const name = `user-${(users += 1)}`;
    const ccid = `of-${name}`;
    await addUser(name, { ccid, password: PASSWORD, roles });
    const browser = newBrowser();
    expect((await browser.signIn(name, PASSWORD)).status).toBe(200);
    return { name, ccid, browser };
  }
  async function begin(browser: Browser): Promise<string> {
    const response = await browser.ask('POST', '/udm/v10/me/second-factor');
    expect(response.status).toBe(201);
    return (await response.json<{ secret: string }>()).secret;
  }
  /** The same with a second factor; the step of the code that confirmed it is over. */
  async function enrolled(roles?: readonly string[]) {
    const user = await signedIn(roles);
    const secret = await begin(user.browser);
    const code = shownCode(secret);
    const confirmed = await user.browser.ask('POST', '/udm/v10/me/second-factor/confirm', { code });
    expect(confirmed.status).toBe(200);
    const { recoveryCodes } = await confirmed.json<{ recoveryCodes: string[] }>();
    clock.now += STEP;
    return { ...user, secret, recoveryCodes };
  }
  const grant = (form: Record<string, string>) =>
    app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('app:app-secret')}` },
      body: new URLSearchParams({ grant_type: 'password', password: PASSWORD, ...form }),
    });
  return { newBrowser, shownCode, signedIn, begin, enrolled, grant };
}
