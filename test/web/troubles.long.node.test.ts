import { openSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type Service } from '../../scripts/dev/service.ts';
import { executeSql } from '../../scripts/user/database.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { goTo, HAS_BROWSER, openBrowser, violations } from './browser.ts';

const MANY = 100_000;
const PAGES = ['Jobs', 'History', 'Artifacts', 'Import', 'Contacts', 'People', 'Keys', 'Audit', 'Home'];
const SEITEN = [
  'Aufträge',
  'Verlauf',
  'Dateien',
  'Import',
  'Kontakte',
  'Personen',
  'Schlüssel',
  'Protokoll',
  'Übersicht',
];

/** What goes wrong while somebody works: nothing that was typed is lost, and every page says where it stands. */
describe.skipIf(!HAS_BROWSER)('the web application in trouble', () => {
  let running: Running;
  let service: Service;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    running = await startedService();
    ({ service } = running);
    browser = await openBrowser();
    context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${service.url}/jobs`);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await running?.stop();
  });

  it('is used by the keyboard alone, from sign-in to a saved job', async () => {
    await page.getByRole('textbox', { name: 'User name' }).waitFor();
    await page.keyboard.type('demo');
    await page.keyboard.press('Enter');
    await page.getByLabel('Password', { exact: true }).waitFor();
    await page.keyboard.type('demo');
    await page.keyboard.press('Enter');
    // The heading stands before the page does, which listens to keys.
    await page.getByRole('button', { name: 'Add job' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'By keyboard' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    // It keeps the keys of the page to itself while it is there.
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('keyboard');
    await page.waitForURL(/title=keyboard/);
    await page.getByRole('link', { name: 'By keyboard' }).focus();
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: 'Clone' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
  });

  it('lets somebody in again in place when the session has ended, and keeps what was typed', async () => {
    await page.goto(`${service.url}/jobs/new`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed before the end');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByText('Your session has ended; sign in again.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Password', { exact: true }).fill('demo');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Typed before the end');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Typed before the end' }).waitFor();
  });

  it('asks before changes are left, by a link, by Back, by Forward, or by closing the tab', async () => {
    const own = await context.newPage();
    own.setDefaultTimeout(60_000);
    await own.goto(`${service.url}/jobs`);
    await own.getByRole('button', { name: 'Add job' }).click();
    await goTo(own, 'History');
    await own.goBack();
    const title = own.getByRole('textbox', { name: 'Title' });
    const question = own.getByRole('dialog', { name: 'Leave without saving?' });
    const asked = async (leaving: () => Promise<unknown>, answer: string) => {
      await title.fill('Not saved');
      await leaving();
      await question.getByRole('button', { name: answer }).click();
      await question.waitFor({ state: 'detached' });
      if (answer === 'Leave') return;
      expect(own.url()).toBe(`${service.url}/jobs/new`);
      expect(await title.inputValue()).toBe('Not saved');
    };
    const link = own
      .getByRole('navigation', { name: 'Pages', exact: true })
      .getByRole('link', { name: 'Jobs' });
    await asked(() => own.goBack(), 'Stay');
    await asked(() => own.goForward(), 'Stay');
    await asked(() => link.click(), 'Stay');
    expect(await violations(own)).toEqual([]);
    const closing = own.waitForEvent('dialog');
    await own.close({ runBeforeUnload: true });
    const browsers = await closing;
    expect(browsers.type()).toBe('beforeunload');
    await browsers.dismiss();
    await asked(() => own.goForward(), 'Leave');
    await own.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await own.goBack();
    await asked(() => own.goBack(), 'Leave');
    await own.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await own.close();
  });

  it('acts in one tab on what that tab counted, whatever another one did', async () => {
    const other = await context.newPage();
    other.setDefaultTimeout(60_000);
    await other.goto(`${service.url}/jobs/new`);
    await other.getByRole('textbox', { name: 'Title' }).fill('Of two tabs');
    await other.getByRole('combobox', { name: 'Run' }).selectOption('daily');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('link', { name: 'Of two tabs' }).waitFor();
    await page.goto(`${service.url}/jobs?title=two`);
    await page.getByRole('checkbox', { name: 'Select Of two tabs' }).check();
    await page
      .getByRole('region', { name: /selected rows/ })
      .getByRole('button', { name: 'Suspend' })
      .click();
    const question = page.getByRole('dialog', { name: 'Suspend this job?' });
    await question.getByText('Of two tabs').waitFor();
    await other.getByRole('button', { name: 'More actions: Of two tabs' }).click();
    await other.getByRole('menuitem', { name: 'Delete' }).click();
    await other.getByRole('button', { name: 'Delete the job' }).click();
    await other.getByText('The job was deleted.').waitFor();
    await question.getByRole('button', { name: 'Suspend the job' }).click();
    await page.getByText('One could not be done:').waitFor();
    expect(await violations(page)).toEqual([]);
    await other.close();
  });

  it('says while nothing answers that nothing does, and goes on when it does', async () => {
    await page.goto(`${service.url}/history`);
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Refresh' }).click();
    const bar = page
      .getByRole('status')
      .getByText(/^The service cannot be reached\. What you see is from \d\d:\d\d\.$/);
    await bar.waitFor();
    expect(await violations(page)).toEqual([]);
    await context.setOffline(false);
    await bar.waitFor({ state: 'detached' });
  });

  it('outlives a restart of the service, with the list of 100,000 rows that came meanwhile', async () => {
    const { port } = new URL(service.url);
    await service.stop();
    const persistTo = join(running.folder, 'state');
    await executeSql(
      `INSERT INTO artifacts (name, ccid, key, job_id, history_id, job_title, job_title_folded, type, source, volume, size, sha256,
         uploaded_at, expires_at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
       SELECT 'many-' || i || '.zip.smime', 'demo', 'k' || i, 1, 1000000 + i, 'Many', 'many', 'Contact', 'UCS', 1, i, '', ${Date.now()},
         ${Date.now() + 86_400_000} FROM n;`,
      { persistTo },
    );
    const output = openSync(join(running.folder, 'again.log'), 'a');
    service = await startService({ port: Number(port), persistTo, output }, new AbortController().signal);
    await goTo(page, 'Artifacts');
    await page.getByText(/^1–50 of 100,0\d\d$/).waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText(/^51–100 of 100,0\d\d$/).waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: /^Select all 100,0\d\d that match$/ }).click();
    const bulk = page.getByRole('region', { name: /selected rows/ });
    await bulk.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alert').getByText('More than 1000 rows match').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto(`${service.url}/artifacts?jobTitle=many&sort=-size`);
    await page.getByText('1–50 of 100,000').waitFor();
  });

  it.each([
    ['en-GB', 'light', 1_280],
    ['en-GB', 'dark', 400],
    ['de-DE', 'dark', 1_280],
    ['de-DE', 'light', 400],
  ] as const)('has nothing that axe finds fault with: %s, %s, %i px', async (locale, colorScheme, width) => {
    const own = await browser.newContext({
      locale,
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width, height: 800 },
    });
    const seen = await own.newPage();
    seen.setDefaultTimeout(60_000);
    await seen.goto(`${service.url}/sign-in`);
    await seen.getByRole('button', { name: /Next|Weiter/ }).waitFor();
    expect(await violations(seen)).toEqual([]);
    const headers = { 'X-UDM-Request': '1', Origin: service.url };
    await own.request.post(`${service.url}/auth/v3/sign-in`, {
      data: { userName: 'demo', password: 'demo' },
      headers,
    });
    await seen.goto(`${service.url}/preferences`);
    await seen.getByRole('heading', { level: 1 }).waitFor();
    for (const name of locale === 'de-DE' ? SEITEN : PAGES) {
      if (width === 400) await seen.getByRole('button', { name: /menu|Menü/ }).click();
      await seen.getByRole('link', { name, exact: true }).first().click();
      await seen.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await seen.waitForTimeout(400);
      expect([name, await violations(seen)]).toEqual([name, []]);
      expect([name, await seen.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
        name,
        true,
      ]);
    }
    await own.close();
  });
});
