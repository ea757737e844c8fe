import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/dev/port.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { goTo, HAS_BROWSER, openBrowser, signIn } from './browser.ts';

/** `npm run dev -- --web`: the pages from their sources, and the Worker behind them. */
describe.skipIf(!HAS_BROWSER)('the pages as those who change them see them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'udm-dev-web-'));
  let port: number;
  let served: ChildProcess;
  let browser: Browser;
  beforeAll(async () => {
    port = await freePort();
    const args = ['--web', '--port', String(port), '--persist-to', join(folder, 'state')];
    served = spawn(process.execPath, [join(PROJECT, 'scripts/dev.ts'), ...args], { cwd: folder });
    await ready(served);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    const ended = once(served, 'exit');
    served.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('let somebody in, answer every page, and change what they say through the Worker', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    await page.goto(`http://127.0.0.1:${port}/jobs`);
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    expect(await page.locator('script[type=module]').last().getAttribute('src')).toMatch(/main\.tsx$/);
    await page.getByRole('button', { name: 'Add job' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('From the sources');
    await page.getByRole('button', { name: 'Save' }).click();
    // A new contact center has no certificate: what the Worker answers is told in the words of the sources.
    await page.getByRole('alert').getByText('certificate').first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await goTo(page, 'History');
    await page.goto(`http://127.0.0.1:${port}/history/999`);
    await page.getByRole('alert').waitFor();
    expect(wrong).toEqual([]);
  });
});

/** Until it says so; fails with what it said when it ends before. */
async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready: ')) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
}
