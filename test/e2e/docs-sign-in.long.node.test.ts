import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER, openBrowser, signIn } from '../web/browser.ts';
import { startedService, type Running } from './service.ts';

/** What the documentation's page asks for on behalf of its reader, who is signed in with the same browser. */
describe.skipIf(!HAS_BROWSER)('the documentation’s page', () => {
  let running: Running;
  let browser: Browser;
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  it('signs its reader in by a code with PKCE, once they have allowed it in a window of this service', async () => {
    const { url } = running.service;
    const { data: client } = await running.session.api.POST('/udm/v10/clients', {
      body: { name: 'docs', roles: ['exporter'], redirectUris: ['http://127.0.0.1/udm/docs'] },
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await page.goto(`${url}/udm/docs`);
    await page.getByRole('button', { name: 'authorizationCode' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill(client?.id ?? '');
    await page.getByRole('textbox', { name: /Client Secret/ }).fill(client?.secret ?? '');
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Authorize', exact: true }).click();
    const window = await opened;
    const asked = new URL(window.url()).searchParams;
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256']);
    const answered = page.waitForResponse(`${url}/auth/v3/oauth/token`);
    // It takes no press in the first moment: the button stands there, and says so.
    await window.locator('button:not([aria-disabled])', { hasText: 'Allow' }).click();
    const answer = await answered;
    const form = new URLSearchParams(answer.request().postData() ?? '');
    expect([answer.status(), form.get('grant_type')]).toEqual([200, 'authorization_code']);
    expect(form.get('code_verifier')).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
    const { access_token: token } = (await answer.json()) as { access_token: string }; // as the API document has it
    const me = await fetch(`${url}/udm/v10/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ name: 'demo', kind: 'user', roles: ['exporter'] });
  }, 120_000);
});
