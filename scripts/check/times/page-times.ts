import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../../cli/chromium.ts';
import { DEMO_LOGIN } from '../../dev/demo-center.ts';
import { freePort } from '../../dev/port.ts';
import { startService } from '../../dev/service.ts';
import { fillCenter } from '../../screenshots/center.ts';
import { INTERACTIONS } from './interactions.ts';

/** From the address to the first rows, and from a click or key to the next picture, ms. */
export const FIRST_MS = 1_000;
export const INTERACTION_MS = 100;

/** The middle of so many visits. */
const VISITS = 5;
/** What the browser has not told by then was too short to tell. */
const SETTLED_MS = 400;

/** Notes in the page itself when the first row was there: the picture that has it is the next one. */
const NOTE_ROWS = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('tbody a')) return;
    observer.disconnect();
    globalThis.firstRows = new Promise((told) => requestAnimationFrame(() => told(performance.now())));
  }).observe(document, { childList: true, subtree: true });`;

/** How long something took. */
export interface Time {
  readonly what: string;
  readonly ms: number;
}

/** Fills a service of its own, and measures its pages in a browser that has never seen them. */
export async function pageTimes(
  signal: AbortSignal,
): Promise<{ readonly first: readonly Time[]; readonly interactions: readonly Time[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-times-'));
  const output = openSync(join(folder, 'service.log'), 'a');
  const persistTo = join(folder, 'state');
  const service = await startService({ port: await freePort(), persistTo, output }, signal);
  const browser = await openChromium();
  try {
    await fillCenter(service.url, folder, signal);
    const first: Time[] = [];
    for (const name of ['jobs', 'history', 'artifacts'])
      first.push({ what: `${name}: first rows`, ms: await firstRows(browser, service.url, name) });
    return { first, interactions: await interactionTimes(browser, service.url) };
  } finally {
    await browser.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A visitor who is signed in, with nothing kept of an earlier visit. */
async function newVisitor(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const { user } = DEMO_LOGIN;
  await context.request.post(`${url}/auth/v3/sign-in`, {
    data: { userName: user.name, password: user.password },
    headers: { 'X-UDM-Request': '1', Origin: url },
  });
  return context;
}

/** From the address to rows on the screen: the middle of some visits. */
async function firstRows(browser: Browser, url: string, name: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await newVisitor(browser, url);
    const page = await context.newPage();
    await page.addInitScript(NOTE_ROWS);
    await page.goto(`${url}/${name}`);
    await page.locator('tbody a').first().waitFor();
    times.push(await page.evaluate('globalThis.firstRows'));
    await context.close();
  }
  return Math.round(times.toSorted((left, right) => left - right)[Math.floor(VISITS / 2)] ?? 0);
}

/** What the browser says of each interaction (Event Timing, in steps of 8 ms): the longest of its events. */
async function interactionTimes(browser: Browser, url: string): Promise<readonly Time[]> {
  const context = await newVisitor(browser, url);
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries())
        if (interactionId) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });`);
  const times: Time[] = [];
  for (const { what, path, prepare, act } of INTERACTIONS) {
    await page.goto(url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate('globalThis.longest = 0');
    await act(page);
    await page.waitForTimeout(SETTLED_MS);
    times.push({ what, ms: await page.evaluate('globalThis.longest') });
  }
  await context.close();
  return times;
}
