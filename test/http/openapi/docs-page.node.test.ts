import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/dev/port.ts';
import { startService, type Service } from '../../../scripts/dev/service.ts';
import { contrasts } from './contrast.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}
const VERSIONS = [
  ['v10', '/udm/docs'],
  ['v4', '/udm/docs/v4'],
  ['v3', '/udm/docs/v3'],
] as const;

/** Where Debian puts it. */
const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('/udm/docs in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'udm-docs-'));
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    const output = openSync(join(folder, 'service.log'), 'a');
    const options = { port: await freePort(), persistTo: join(folder, 'state'), output };
    service = await startService(options, new AbortController().signal);
    // Its own sandbox needs rights that containers do not give; the page is this service's own.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and does something with it; nothing may go wrong in it, and nothing be asked of anybody else. */
  async function onPage(
    path: string,
    options: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' },
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { width = 1280, colorScheme = 'light' } = options;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${service.url}/`)) wrong.push(`foreign: ${request.url()}`);
    });
    page.on('response', (response) => {
      // A browser asks every site for this one by itself.
      const icon = response.url().endsWith('/favicon.ico');
      if (response.status() >= 400 && !icon) wrong.push(`${response.status()}: ${response.url()}`);
    });
    await page.goto(service.url + path);
    await work(page);
    await page.close();
    expect(wrong).toEqual([]);
  }

  it.each(VERSIONS)('shows every operation of %s, each by its link', async (version, path) => {
    const document = (await (await fetch(`${service.url}/udm/${version}/openapi.json`)).json()) as Document;
    await onPage(path, {}, async (page) => {
      for (const [route, item] of Object.entries(document.paths))
        for (const [method, { operationId }] of Object.entries(item)) {
          await page.goto(`${service.url}${path}#${operationId}`);
          const inside = page.locator(`#${operationId}`);
          expect(await inside.isVisible(), operationId).toBe(true);
          const summary = await page
            .locator('details', { has: inside })
            .locator('summary')
            .first()
            .innerText();
          expect(summary).toContain(method.toUpperCase());
          expect(summary).toContain(route);
          expect(await inside.innerText()).toContain('Answers');
        }
    });
  });

  it('leads from an operation to its schemas, and from version to version', async () => {
    await onPage('/udm/docs#createJob', {}, async (page) => {
      await page.locator('#createJob .example summary').first().click();
      expect(await page.locator('#createJob pre').first().innerText()).toContain('"schedulerParam"');
      await page.locator('#createJob a', { hasText: 'JobInfo' }).first().click();
      expect(await page.locator('#schema-JobInfo').isVisible()).toBe(true);
      for (const [version, path] of VERSIONS.slice(1)) {
        await page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: version }).click();
        expect(new URL(page.url()).pathname).toBe(path);
        expect(await page.title()).toContain(version);
      }
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Files' }).click();
      expect(new URL(page.url()).hash).toBe('#files');
    });
  });

  it('is worked by the keyboard alone', async () => {
    await onPage('/udm/docs', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Go to the operations');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('summary:focus').count()).toBe(1);
      await page.keyboard.press('Enter');
      expect(await page.locator('details[open]').count()).toBe(1);
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).toBe('solid');
    });
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [400, 'light'],
    [400, 'dark'],
  ] as const)('can be read %i pixels wide, %s', async (width, colorScheme) => {
    await onPage('/udm/docs', { width, colorScheme }, async (page) => {
      await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      // WCAG 2.2, 1.4.3: 4.5 to 1.
      const found = await contrasts(page);
      expect(found.length).toBeGreaterThan(500);
      expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });
  });
});
