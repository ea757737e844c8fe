import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium } from '../cli/chromium.ts';
import { DEMO_LOGIN } from '../dev/demo-center.ts';

const SCHEMES = ['light', 'dark'] as const;
const SIZE = { width: 1_280, height: 800 };
/** Of WebP: text stays clear, and a page takes some 30 kB. */
const QUALITY = 80;
/** After the last request, until what moves stands still. */
const STILL_MS = 600;

/** A page, where it is, and what is done there before it is shown. */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'jobs', path: '/jobs' },
  {
    name: 'jobs-delete',
    path: '/jobs',
    act: async (page) => {
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page
        .getByRole('region', { name: /selected rows/ })
        .getByRole('button', { name: 'Delete' })
        .click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'job',
    path: '/jobs/new',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Title' }).fill('Weekly export');
      await page.getByRole('combobox', { name: 'Run' }).selectOption('weekly');
      await page.waitForTimeout(1_200);
    },
  },
  { name: 'notifications', path: '/notifications' },
  { name: 'cost', path: '/cost' },
  { name: 'history', path: '/history' },
  { name: 'run', path: '/history?status=FINISHED', act: (page) => page.locator('tbody a').first().click() },
  { name: 'artifacts', path: '/artifacts' },
  {
    name: 'decrypt',
    path: '/artifacts',
    act: (page) =>
      page
        .getByRole('button', { name: /^Decrypt/ })
        .first()
        .click(),
  },
  { name: 'import', path: '/import' },
  { name: 'contacts', path: '/contacts' },
  { name: 'people', path: '/people' },
  { name: 'keys', path: '/keys' },
  { name: 'audit', path: '/audit' },
  { name: 'preferences', path: '/preferences' },
];

/** Shows every page in both colour schemes, and answers the files as they are written. */
export async function* shootPages(url: string, folder: string): AsyncGenerator<string> {
  const browser = await openChromium();
  try {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({
        colorScheme,
        viewport: SIZE,
        locale: 'en-GB',
        timezoneId: 'Europe/Amsterdam',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(`${url}/sign-in`);
      await page.getByRole('textbox', { name: 'User name' }).waitFor();
      yield await shoot(page, join(folder, `sign-in-${colorScheme}.webp`));
      const { user } = DEMO_LOGIN;
      await context.request.post(`${url}/auth/v3/sign-in`, {
        data: { userName: user.name, password: user.password },
        headers: { 'X-UDM-Request': '1', Origin: url },
      });
      for (const { name, path, act } of SHOTS) {
        await page.goto(url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await act?.(page);
        yield await shoot(page, join(folder, `${name}-${colorScheme}.webp`));
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

async function shoot(page: Page, file: string): Promise<string> {
  await page.waitForTimeout(STILL_MS);
  const inspector = await page.context().newCDPSession(page);
  const { data } = await inspector.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await inspector.detach();
  writeFileSync(file, Buffer.from(data, 'base64'));
  return file;
}
