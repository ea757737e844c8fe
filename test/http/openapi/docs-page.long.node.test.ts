import { STILL } from '../../web/browser.ts';
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, docsBrowser, violations } from './docs-browser.ts';

/** What a person types into the fields of the sign-in. */
const SIGN_IN = [
  ['Username', 'demo'],
  ['Password', 'demo'],
  ['Client ID', 'demo'],
  ['Client Secret', 'demo'],
] as const;

const VIEWS = [1_280, 400].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Nothing that axe finds fault with, and nothing beside the window. */
async function expectFit(page: Page, state: string, width: number): Promise<void> {
  await page.evaluate(STILL);
  expect(await violations(page), state).toEqual([]);
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide, state).toBeLessThanOrEqual(width);
}

/** Goes to an operation by the search, with keys alone. */
async function search(page: Page, words: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('option', { name: option }).first().waitFor();
  await page.keyboard.press('ArrowDown');
}

async function signIn(page: Page): Promise<void> {
  for (const [name, value] of SIGN_IN) {
    const label = page.locator('label', { hasText: name }).first();
    await label.waitFor();
    await page.getByRole('textbox', { name }).first().focus();
    await page.keyboard.type(value);
  }
  await page.getByRole('button', { name: 'Authorize', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.locator('label', { hasText: 'Access Token' }).first().waitFor();
}

describe.skipIf(!existsSync(CHROMIUM))('/udm/docs in a browser', () => {
  let docs: Awaited<ReturnType<typeof docsBrowser>>;
  beforeAll(async () => {
    docs = await docsBrowser();
  });
  afterAll(() => docs?.close());

  it.each(VIEWS)(
    'signs in and tries a request by the keyboard: $width pixels, $colorScheme',
    async (view) => {
      const wrong = await docs.onPage('/udm/docs', view, async (page) => {
        await page.locator('label', { hasText: 'Username' }).first().waitFor();
        await expectFit(page, 'as it opens', view.width);
        await signIn(page);
        await expectFit(page, 'signed in', view.width);
        await search(page, 'getMe', /Show who asks/);
        await expectFit(page, 'the search', view.width);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Show who asks' }).waitFor();
        await expectFit(page, 'an operation', view.width);
        await page
          .getByRole('button', { name: /Test Request.*get \/udm\/v10\/me/ })
          .first()
          .focus();
        await page.keyboard.press('Enter');
        const client = page.getByRole('dialog', { name: 'API Client' });
        const send = client.getByRole('button', { name: /Send/ }).first();
        await send.waitFor();
        await expectFit(page, 'a request', view.width);
        await send.focus();
        await page.keyboard.press('Enter');
        await client.getByText('200 OK').first().waitFor();
        await client.getByText('"administrator"').first().waitFor();
        await expectFit(page, 'an answer', view.width);
        await page.keyboard.press('Escape');
        await client.waitFor({ state: 'hidden' });
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(['v3', 'v4'])('shows the version of its path, %s, in every window', async (version) => {
    for (const view of VIEWS) {
      const wrong = await docs.onPage(`/udm/docs/${version}`, view, async (page) => {
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(version);
        await expectFit(page, 'as it opens', view.width);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('begins with a first export in a narrow window, too', async () => {
    const wrong = await docs.onPage('/udm/docs', { width: 400 }, async (page) => {
      await page.getByRole('heading', { name: 'Your first export' }).waitFor();
    });
    expect(wrong).toEqual([]);
  });
});
