import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedService, type Running } from '../e2e/service.ts';
import { goTo, HAS_BROWSER, openBrowser } from './browser.ts';
import { job, listed, RUNNING } from './states/fixtures.ts';
import { answerSo } from './states/state.ts';

/** Due far from now, whatever the time of day: the pages' clock goes on by an hour meanwhile. */
const DAILY = {
  source: 'UCS',
  type: 'UCS',
  title: 'Daily',
  timeFrame: { all: true },
  schedulerParam: { runs: 'daily', startDate: new Date(Date.now() + 43_200_000).toISOString() },
  jobParams: { type: 'Interaction', media: ['all'] },
  suspended: false,
};

/** Pages that show what happens without asking when nothing does. */
describe.skipIf(!HAS_BROWSER)('the web application, left alone', () => {
  let running: Running;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let asked: string[] = [];
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    context = await browser.newContext({ reducedMotion: 'reduce' });
    const headers = { 'X-UDM-Request': '1', Origin: running.service.url };
    const data = { userName: 'demo', password: 'demo' };
    await context.request.post(`${running.service.url}/auth/v3/sign-in`, { data, headers });
    await context.request.post(`${running.service.url}/udm/v10/export/jobs`, { data: DAILY, headers });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/udm/v10/')) asked.push(pathname.slice('/udm/v10/'.length) + search);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });
  const settled = async () => {
    await page.waitForLoadState('networkidle');
    asked = [];
  };

  it('asks for nothing where nothing moves, and for jobs when one of them is due', async () => {
    await page.clock.install({ time: new Date() });
    for (const path of ['jobs', 'history', 'artifacts', 'people', 'keys', '']) {
      await page.goto(`${running.service.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('Scheduler works').first().waitFor();
      await settled();
      await page.clock.runFor(600_000);
      await page.waitForLoadState('networkidle');
      expect([path, asked]).toEqual([path, []]);
    }
    await page.goto(`${running.service.url}/history`);
    await page.getByText('Scheduler works').waitFor();
    await settled();
    await page.clock.fastForward(86_400_000);
    await expect.poll(() => asked.filter((path) => path.startsWith('export/jobs')).length).toBe(1);
    await page.close();
  });

  it('has the file of a run that ended, on a page that asks for none', async () => {
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${running.service.url}/jobs`);
    await page.getByRole('button', { name: 'More actions: Daily' }).click();
    await page.getByRole('menuitem', { name: 'Run now' }).click();
    await goTo(page, 'Artifacts');
    const row = page.getByRole('button', { name: /^Decrypt/ });
    await row.first().waitFor();
    expect(await row.count()).toBe(1);
    await page.close();
  });

  it('is one poll while something moves, and a slow one where nobody looks', async () => {
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const times: [number, string][] = [];
    page.on('request', (request) => times.push([Date.now(), request.url()]));
    await answerSo(page, { 'export/jobs\\?.*': listed(job({ status: 'In Progress', progress: 42 })) });
    await page.goto(`${running.service.url}/jobs`);
    await page.getByRole('progressbar').first().waitFor();
    const asking = async (ms: number) => {
      const from = Date.now();
      await page.waitForTimeout(ms);
      return times.filter(([at, url]) => at > from && url.includes('/udm/v10/')).map(([, url]) => url);
    };
    await page.waitForTimeout(3_000);
    const seen = await asking(9_000);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen.length).toBeLessThanOrEqual(6);
    await page.evaluate(
      `Object.defineProperty(document, 'hidden', { value: true }), Object.defineProperty(document, 'visibilityState', { value: 'hidden' }), document.dispatchEvent(new Event('visibilitychange'))`,
    );
    await page.waitForTimeout(3_000);
    expect((await asking(9_000)).length).toBeLessThanOrEqual(1);
  });

  it('tells readers of a run that ended, on its page quarter by quarter', async () => {
    const told = (text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor();
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const answers = (status: string, progress: number) =>
      answerSo(page, {
        'export/jobs\\?.*': listed(job({ status, progress }), job({ id: 8, title: 'Other' })),
      });
    await answers('In Progress', 42);
    await page.goto(`${running.service.url}/jobs`);
    await page.getByRole('progressbar').first().waitFor();
    await answers('Finished', 100);
    await told('Weekly export: Finished');
    await answerSo(page, { 'export/history/10': { ...RUNNING, progress: 30 } });
    await page.goto(`${running.service.url}/history/10`);
    await page.getByRole('progressbar').first().waitFor();
    await answerSo(page, { 'export/history/10': { ...RUNNING, progress: 55 } });
    await told('Weekly export: In Progress, 50 %');
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toContain('In Progress');
    await page.close();
  });

  it('leaves an editor as it is when its job cannot be asked for again', async () => {
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await answerSo(page, { 'export/jobs/7': job() });
    await page.goto(`${running.service.url}/jobs/7`);
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Typed before');
    await answerSo(page, { 'export/jobs/7': 'away' });
    // What was answered is old after a while, and asked for when somebody comes back.
    await page.waitForTimeout(6_000);
    await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    await page.getByRole('status').getByText('The service cannot be reached.').waitFor();
    expect(await title.inputValue()).toBe('Typed before');
    await page.close();
  });
});
