import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PERIOD, historyBytes } from '../../scripts/generate/history.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { goTo, HAS_BROWSER, openBrowser, signIn, violations } from './browser.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 7, interactions: 300 };

/** The guide's tasks, in its order, as a person does them. Each test goes on where the one before ended. */
describe.skipIf(!HAS_BROWSER)('the tasks of the guide', () => {
  let running: Running;
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'udm-tasks-'));
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    page = await (await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(running.service.url);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const told = (text: string | RegExp) => page.getByRole('status').getByText(text).first().waitFor();
  const bulk = () => page.getByRole('region', { name: /selected rows/ });

  it('log in, with the name remembered', async () => {
    await page.getByRole('checkbox', { name: 'Remember me' }).check();
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    expect(await page.evaluate('localStorage.getItem("udm.remembered")')).toBe('["demo",""]');
  });

  it('import an encryption certificate in place of the one on file', async () => {
    await page.getByRole('button', { name: 'demo', exact: true }).click();
    await page.getByRole('menuitem', { name: 'User preferences' }).click();
    await page.locator('input[type=file]').setInputFiles(running.recipient.certificateFile);
    await told('The certificate is on file.');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'no.pem', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('alert').getByText('no X.509 certificate').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('bring records in', async () => {
    await goTo(page, 'Import');
    const lines = Buffer.concat([...historyBytes('interactions', HISTORY)]);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'interactions.jsonl', mimeType: 'application/x-ndjson', buffer: lines });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('New', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('add a job that runs at once, one of chosen media, and recurring ones', async () => {
    await goTo(page, 'Jobs');
    const add = async (title: string, fill: () => Promise<void> = async () => {}) => {
      await page.getByRole('button', { name: 'Add job' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill(title);
      await fill();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: title, exact: true }).waitFor();
    };
    const runs = (choice: string) => page.getByRole('combobox', { name: 'Run' }).selectOption(choice);
    await add('Everything');
    await add('Daily', async () => {
      await runs('daily');
      await page.getByRole('switch', { name: 'Export attachments' }).uncheck();
    });
    await add('Weekly', () => runs('weekly').then(() => undefined));
    await add('By cron', async () => {
      await runs('cron');
      await page.getByRole('textbox', { name: /Cron expression/ }).fill('30 3 * * MON-FRI');
      await page.getByText('At 03:30 UTC, from Monday to Friday.').waitFor();
      expect(
        await page
          .getByRole('complementary', { name: 'What these settings lead to' })
          .getByRole('listitem')
          .count(),
      ).toBe(5);
      expect(await violations(page)).toEqual([]);
    });
  });

  it('sort and filter the jobs, and find them so by the address', async () => {
    await page.getByRole('button', { name: 'Title', exact: true }).click();
    await page.waitForURL(/sort=title/);
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('ly');
    await page.waitForURL(/title=ly/);
    await page.reload();
    await page.getByRole('link', { name: 'Weekly' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('link', { name: 'Everything' }).waitFor();
  });

  it('suspend and resume with the slider', async () => {
    await page.getByRole('switch', { name: 'Active: Daily' }).click({ force: true });
    await told('“Daily” is suspended.');
    await page.getByRole('switch', { name: 'Active: Daily' }).click({ force: true });
    await told('“Daily” is active again.');
    expect(await page.getByRole('switch', { name: 'Active: Daily' }).isChecked()).toBe(true);
  });

  it('clone a selected job, edit it, and be asked before changes are left', async () => {
    await page.getByRole('checkbox', { name: 'Select Weekly' }).check();
    await bulk().getByRole('button', { name: 'Clone selected' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Weekly, too');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Weekly, too' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Weekly, changed');
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Weekly, changed');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Weekly, changed' }).waitFor();
  });

  it('suspend all that match with what they are counted by, and delete them', async () => {
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('weekly');
    await page.waitForURL(/title=weekly/);
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await bulk().getByRole('button', { name: 'Suspend' }).click();
    const question = page.getByRole('dialog', { name: 'Suspend 2 jobs?' });
    await question.getByRole('button', { name: 'Suspend 2 jobs' }).click();
    await told('2 jobs are suspended.');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await bulk().getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete 2 jobs' }).click();
    await told('2 jobs were deleted.');
    await page.getByText('Nothing matches the filters.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear the filters' }).last().click();
  });

  it('see the history of a job and what happened to its run', async () => {
    await page.getByRole('button', { name: 'Show the history of this job: Everything' }).click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: 'Everything' }).click();
    await page.getByText('Finished with 1 file.').waitFor();
    await page.getByText('CN=Demo recipient').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Run again' }).click();
    await told('“Everything” runs.');
  });

  it('download a file, decrypt it by the command that is shown, and find the records in it', async () => {
    await page.getByRole('button', { name: 'Show the files' }).click();
    await page.getByRole('heading', { level: 1, name: 'Artifacts' }).waitFor();
    const begun = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Download: / })
      .first()
      .click();
    const download = await begun;
    const name = download.suggestedFilename();
    const sealed = join(folder, name);
    await download.saveAs(sealed);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page
      .getByRole('button', { name: /^Decrypt: / })
      .first()
      .click();
    const panel = page.getByRole('dialog', { name: 'Decrypt' });
    await panel.getByText('SHA-256').waitFor();
    const [command = '', sums = ''] = await panel.locator('pre').allTextContents();
    expect(await violations(page)).toEqual([]);
    expect(sums).toBe(`${createHash('sha256').update(readFileSync(sealed)).digest('hex')}  ${name}`);
    const [program = '', ...args] = command.replace('key.pem', running.recipient.keyFile).split(' ');
    execFileSync(program, args, { cwd: folder });
    const files = unzipSync(readFileSync(join(folder, name.replace(/\.smime$/, ''))));
    const ids = Object.entries(files)
      .filter(([entry]) => !entry.startsWith('schema/') && entry !== 'manifest.json')
      .flatMap(([, bytes]) => Buffer.from(bytes).toString().trim().split('\n'))
      .map((line) => (JSON.parse(line) as { IXNID: string }).IXNID);
    expect(new Set(ids).size).toBe(HISTORY.interactions);
    await page.keyboard.press('Escape');
  });

  it('delete a file', async () => {
    await page
      .getByRole('checkbox', { name: /^Select export-/ })
      .first()
      .check();
    await bulk().getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the file' }).click();
    await told('The file was deleted.');
    expect(await bulk().count()).toBe(0);
  });

  it('log out, and be denied what the roles do not bring', async () => {
    await page.getByRole('button', { name: 'demo', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    expect(await page.getByRole('textbox', { name: 'User name' }).inputValue()).toBe('demo');
    await running.session.send('/users', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'sec', roles: ['security'], password: 'a long enough one 4711' }),
    });
    await signIn(page, 'sec', 'a long enough one 4711');
    await page.getByRole('heading', { level: 1, name: 'Access denied' }).waitFor();
    await page.getByText('Your roles: ').waitFor();
    expect(await page.getByRole('link', { name: 'Jobs' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
