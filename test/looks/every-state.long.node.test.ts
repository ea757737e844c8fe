import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Words } from '../../src/web/words/words.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { HAS_BROWSER, openBrowser, violations } from '../web/browser.ts';
import { ACCESS_STATES } from '../web/states/access.ts';
import { COST_STATES } from '../web/states/cost.ts';
import { DELIVERY_STATES } from '../web/states/delivery.ts';
import { ENTERING_STATES } from '../web/states/entering.ts';
import { EXPORT_STATES } from '../web/states/exports.ts';
import { READING_STATES } from '../web/states/lists.ts';
import { OWN_STATES } from '../web/states/own.ts';
import { allWords, answerSo, type State } from '../web/states/state.ts';

const STATES: readonly State[] = [
  ...ENTERING_STATES,
  ...READING_STATES,
  ...EXPORT_STATES,
  ...DELIVERY_STATES,
  ...COST_STATES,
  ...ACCESS_STATES,
  ...OWN_STATES,
];
const SIZES = { wide: { width: 1_280, height: 800 }, narrow: { width: 400, height: 800 } } as const;
/** How each language is looked at, in this order: nothing is loaded anew between them. Together they are all there are. */
const LOOKS = {
  en: ['wide light', 'narrow dark'],
  de: ['narrow light', 'wide dark'],
} as const;

/** Every page, dialog and state: axe finds no fault with it, and nothing stands out of the window, however long names are. */
describe.skipIf(!HAS_BROWSER).each(['en', 'de'] as const)('every state of the pages: %s', (language) => {
  let running: Running;
  let browser: Browser;
  let inside: BrowserContext;
  let outside: BrowserContext;
  let words: Words;
  const wrong: string[] = [];
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    words = await allWords(language);
    const locale = { en: 'en-GB', de: 'de-DE' }[language];
    const options = { locale, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' } as const;
    [inside, outside] = [await browser.newContext(options), await browser.newContext(options)];
    await inside.request.post(`${running.service.url}/auth/v3/sign-in`, {
      data: { userName: 'demo', password: 'demo' },
      headers: { 'X-UDM-Request': '1', Origin: running.service.url },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  it.each(STATES)('$name', async (state) => {
    const page = await (state.outside ? outside : inside).newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', ({ message }) => wrong.push(message));
    try {
      const [first] = LOOKS[language];
      await look(page, first);
      await come(page, state, first.startsWith('wide'));
      for (const one of LOOKS[language]) {
        await look(page, one);
        expect([one, await violations(page), await page.evaluate(OUT_OF_IT)]).toEqual([one, [], '']);
      }
      expect(wrong).toEqual([]);
    } finally {
      await page.close();
    }
  });

  /** Gets to where a state is seen. */
  async function come(page: Page, { path, answers = {}, act }: State, wide: boolean): Promise<void> {
    await answerSo(page, answers);
    await page.goto(running.service.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    if (act) await act({ page, words, wide, answer: (others) => answerSo(page, others) });
    else await page.waitForTimeout(STILL_MS);
  }
});

/** Until what was asked for stands. */
const STILL_MS = 500;

async function look(page: Page, how: string): Promise<void> {
  const [size, colorScheme] = how.split(' ') as ['wide' | 'narrow', 'light' | 'dark']; // one of the table
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(SIZES[size]);
  await page.waitForTimeout(100);
}

/** By how many pixels the page is wider than its window; "" where it is not. */
const OUT_OF_IT = `(() => {
  const more = document.documentElement.scrollWidth - innerWidth;
  return more > 0 ? more + ' px' : '';
})()`;
