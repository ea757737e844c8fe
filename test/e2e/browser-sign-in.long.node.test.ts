import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { startedService, type Running } from './service.ts';

const CHROMIUM = '/usr/bin/chromium';

let running: Running;
let folder: string;
beforeAll(async () => {
  running = await startedService();
  folder = mkdtempSync(join(tmpdir(), 'udm-browser-'));
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** `udm` with settings of its own, and no browser that it could open. */
function udm(...args: readonly string[]) {
  const env = { ...process.env, UDM_CONFIG_DIR: join(folder, 'config'), BROWSER: 'none' };
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/udm.ts'), ...args], { env });
  let [stdout, stderr] = ['', ''];
  const told = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    const [address] = /http\S+authorize\?\S+/.exec(stderr) ?? [];
    if (address) told.resolve(address);
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout: stdout.trim(), stderr }));
  return { address: told.promise, ended };
}
const login = () => udm('login', '--browser', '--url', running.service.url);

/** What the page of the service does for a person who is signed in. */
async function decide(address: string, allow: boolean): Promise<string> {
  const { url } = running.service;
  const headers = { Origin: url, 'X-UDM-Request': '1', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ userName: 'demo', password: 'demo' });
  const signedIn = await fetch(`${url}/auth/v3/sign-in`, { method: 'POST', headers, body });
  const Cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const decided = await fetch(`${url}/auth/v3/oauth/consent`, {
    method: 'POST',
    headers: { ...headers, Cookie },
    body: JSON.stringify({ request: new URL(address).search.slice(1), allow }),
  });
  return ((await decided.json()) as { location: string }).location;
}

describe('udm login --browser', () => {
  it('is over where the person denies it, and waits on where somebody else answers', async () => {
    const { address, ended } = login();
    const location = await decide(await address, false);
    const other = new URL(location);
    other.searchParams.set('state', 'guessed');
    expect((await fetch(other)).status).toBe(404);
    expect(await (await fetch(location)).text()).toContain('You are not signed in');
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([3, expect.stringContaining('denied in the browser')]);
  });

  it('signs in, stays so, and is called back by logout', async () => {
    const { address, ended } = login();
    const page = await fetch(await decide(await address, true));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('You can close this window');
    expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining(String.raw`demo\demo`) });
    const file = join(folder, 'config/profiles.json');
    const profiles = JSON.parse(readFileSync(file, 'utf8')) as {
      profiles: { default: { tokens: { renewAt: number; refresh: string } } };
    };
    profiles.profiles.default.tokens.renewAt = 0;
    writeFileSync(file, JSON.stringify(profiles));
    expect((await udm('jobs', 'list').ended).code).toBe(0);
    const kept = readFileSync(file, 'utf8');
    expect((await udm('logout').ended).code).toBe(0);
    writeFileSync(file, kept.replace(/"renewAt": \d+/, '"renewAt": 0'));
    expect((await udm('jobs', 'list').ended).stderr).toContain('has ended');
  });

  it.skipIf(!existsSync(CHROMIUM))('shows who asks in a browser, and comes back', async () => {
    let browser: Browser | undefined;
    try {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      const { address, ended } = login();
      await page.goto(await address);
      await page.getByRole('textbox', { name: 'User name' }).fill('demo');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByLabel('Password', { exact: true }).fill('demo');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('The command line of this service (udm) asks to act for you').waitFor();
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.getByRole('heading', { name: 'You are signed in' }).waitFor();
      expect((await ended).code).toBe(0);
    } finally {
      await browser?.close();
    }
  });
});
