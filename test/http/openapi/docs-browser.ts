import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { freePort } from '../../../scripts/dev/port.ts';
import { startService } from '../../../scripts/dev/service.ts';

/** Where Debian puts it. */
export const CHROMIUM = '/usr/bin/chromium';
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A service of its own, and a browser that looks at its pages. */
export async function docsBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'udm-docs-'));
  const output = openSync(join(folder, 'service.log'), 'a');
  const options = { port: await freePort(), persistTo: join(folder, 'state'), output };
  const service = await startService(options, new AbortController().signal);
  // Its own sandbox needs rights that containers do not give; the page is this service's own.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  };

  /** Opens a page, does something with it, and answers what went wrong in it and what was asked of anybody else. */
  async function onPage(path: string, view: View, work: (page: Page) => Promise<void>) {
    const { width = 1280, colorScheme = 'light' } = view;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => {
      const own = request.url().startsWith(`${service.url}/`) || /^(data|blob):/.test(request.url());
      if (!own) wrong.push(`foreign: ${request.url()}`);
    });
    await page.goto(service.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await work(page);
    await page.close();
    return wrong;
  }
  return { url: service.url, onPage, close };
}

/** What axe-core finds, a line each: rule and place. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Not by a script element, which the page's policy refuses.
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target)))`,
  );
}
