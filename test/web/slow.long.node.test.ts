import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedService, type Running } from '../e2e/service.ts';
import { HAS_BROWSER, openBrowser, signIn, violations } from './browser.ts';

/** A telephone far from its mast. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Every page says that something is on its way, does nothing twice, and keeps what was typed. */
describe.skipIf(!HAS_BROWSER)('the web application on a slow network', () => {
  let running: Running;
  let browser: Browser;
  let page: Page;
  let network: CDPSession;
  const sent: string[] = [];
  /** Changes that the page sent of one kind, by how their path ends. */
  const times = (end: RegExp) => sent.filter((path) => end.test(path)).length;
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('request', (request) => {
      if (request.method() !== 'GET')
        sent.push(new URL(request.url()).pathname + new URL(request.url()).search);
    });
    network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', SLOW);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });
  /** Keeps answers of some requests back until what is shown meanwhile was seen: no machine is too slow to see it. */
  const during = async (path: RegExp, seen: () => Promise<unknown>) => {
    let release = () => {};
    const wanted = new Promise<void>((resolve) => (release = resolve));
    await page.route(path, async (route) => {
      await wanted;
      await route.continue().catch(() => undefined); // one that the page has taken back
    });
    try {
      await seen();
    } finally {
      release();
      await page.unroute(path);
    }
  };
  const loading = () => page.getByRole('status', { name: 'Loading…' }).first();

  it('lets somebody in', async () => {
    await page.goto(`${running.service.url}/jobs`, { waitUntil: 'commit' });
    await loading().waitFor();
    await page.getByRole('textbox', { name: 'User name' }).waitFor();
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    expect(times(/\/sign-in$/)).toBe(1);
  });

  it('shows rows to come, then none', async () => {
    await during(/\/export\/jobs\?from/, async () => {
      await page.reload({ waitUntil: 'commit' });
      await page.getByRole('table').and(page.locator('[aria-busy=true]')).waitFor();
      expect(await violations(page)).toEqual([]);
    });
    await page.getByText('No jobs yet.', { exact: false }).waitFor();
  });

  it('keeps what is typed while the editor is still asking, and saves once however often it is told to', async () => {
    await page.getByRole('button', { name: 'Add job' }).click();
    await loading().waitFor();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.pressSequentially('Typed at once', { delay: 5 });
    await during(/dryRun/, async () => {
      await page.getByRole('combobox', { name: 'Run' }).selectOption('daily');
      await page.getByText('Counting…').waitFor();
    });
    await page.getByText('0 records').waitFor();
    expect(await title.inputValue()).toBe('Typed at once');
    await page.getByRole('button', { name: 'Save' }).dblclick();
    await title.press('Enter');
    await page.getByRole('link', { name: 'Typed at once' }).waitFor();
    expect(times(/\/export\/jobs$/)).toBe(1);
  });

  it('turns a slider once, and dims it until that is answered', async () => {
    const slider = page.getByRole('switch', { name: 'Active: Typed at once' });
    await during(/\/suspend\//, async () => {
      await slider.click({ force: true });
      await slider.and(page.locator('[aria-busy=true]')).waitFor();
      await slider.click({ force: true });
    });
    await page.getByText('“Typed at once” is suspended.').waitFor();
    expect(times(/\/suspend\/\d+$/)).toBe(1);
    expect(times(/\/resume\/\d+$/)).toBe(0);
    await slider.and(page.locator('[aria-busy=false]')).waitFor();
    expect(await slider.isChecked()).toBe(false);
  });

  it('searches for what was typed to its end, with the rows before dimmed meanwhile', async () => {
    const field = page.getByRole('searchbox', { name: 'Search titles' });
    await during(/title=Typed/, async () => {
      await field.pressSequentially('Typed ');
      await page.waitForURL(/title=Typed$/);
      await page.locator('table[data-stale]').waitFor();
    });
    await field.pressSequentially('at');
    await page.waitForURL(/title=Typed\+at/);
    expect(await field.inputValue()).toBe('Typed at');
    await page.locator('table:not([data-stale])').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
  });

  it('deletes once', async () => {
    await page.getByRole('checkbox', { name: 'Select Typed at once' }).check();
    const bulk = page.getByRole('region', { name: /selected rows/ });
    await during(/\/selections$/, async () => {
      await bulk.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog', { name: 'Counting…' }).waitFor();
    });
    await page.getByRole('button', { name: 'Delete the job' }).dblclick();
    await page.getByText('The job was deleted.').waitFor();
    expect(times(/\/export\/jobs\?/) - times(/dryRun/)).toBe(1);
    expect(times(/\/selections$/)).toBe(1);
  });

  it('says on every page that it is on its way', async () => {
    for (const name of ['History', 'Artifacts', 'Import', 'Contacts', 'People', 'Keys', 'Audit']) {
      await page
        .getByRole('navigation', { name: 'Pages', exact: true })
        .getByRole('link', { name, exact: true })
        .click();
      await loading().waitFor();
      await loading().waitFor({ state: 'detached' });
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([name]);
    }
  });

  it('opens a menu whose press takes longer than its loading', async () => {
    const button = page.getByRole('button', { name: 'demo', exact: true });
    const loaded = page.waitForResponse(/header-menus/);
    await button.hover();
    await page.mouse.down();
    await loaded;
    await page.waitForTimeout(500);
    await page.mouse.up();
    await page.getByRole('menuitem', { name: 'Log out' }).waitFor({ timeout: 10_000 });
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Log out' }).waitFor({ state: 'detached' });
    // The menu's button stands where the pressed one stood, with its focus.
    await button.and(page.locator(':focus')).waitFor();
    expect(await button.count()).toBe(1);
  });
});
