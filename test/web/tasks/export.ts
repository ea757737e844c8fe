import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Person, Task } from './person.ts';
import { HISTORY } from './ways-in.ts';

/** Takes what a press downloads, and answers where it lies. */
async function taken({ page, folder }: Person, press: () => Promise<void>): Promise<string> {
  const begun = page.waitForEvent('download');
  await press();
  const download = await begun;
  await download.saveAs(join(folder, download.suggestedFilename()));
  return download.suggestedFilename();
}

const closeList = ({ press, dialog }: Person) =>
  press(
    dialog(/^Download/)
      .getByRole('button', { name: 'Close' })
      .last(),
  );

/** "Export": the History page. */
export const HISTORY_PAGE: readonly Task[] = [
  {
    name: 'see the details of a run, what happened to it, and what it was encrypted for',
    act: async ({ page, press, link, headed, sound }) => {
      await press(link('Everything'));
      await headed('Everything');
      await page.getByText('Finished with 1 file.').waitFor();
      await page.getByText('CN=Demo recipient').first().waitFor();
      await sound();
    },
  },
  {
    name: 'run the same again, and sort and filter the runs',
    act: async ({ page, press, button, told, goTo }) => {
      await press(button('Run again'));
      await told('“Everything” runs.');
      await goTo('History');
      await press(button('Started at'));
      await page.waitForURL(/sort=startedAt/);
      await press(button('Filter by Status'));
      await press(page.getByRole('menuitem', { name: 'Finished' }));
      await page.waitForURL(/status=FINISHED/);
      await page.getByText('1–2 of 2').waitFor({ timeout: 120_000 });
      await press(button('Clear the filters'));
    },
  },
  {
    name: 'clone a run as a job',
    act: async ({ page, press, write, field, button, link, headed, goTo, fromMenu }) => {
      await fromMenu(/^More actions: Everything \d+$/, 'Clone this run as a job');
      await headed('New job');
      expect(await field('Title').inputValue()).toBe('Everything (copy)');
      await write(field('Title'), 'In volumes');
      await write(field(/File split size/), '64KB');
      await press(button('Save'));
      await link('In volumes').waitFor();
      await goTo('History');
      const row = page.getByRole('row', { name: /In volumes/ });
      await row.getByText('Finished', { exact: true }).waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'delete a run with its files',
    act: async ({ page, press, turn, bulk, button, told, dialog }) => {
      await turn(page.getByRole('checkbox', { name: /^Select Everything \d+$/ }).last(), true);
      await press(bulk('Delete'));
      await dialog('Delete this run?').getByText('Their files go with them.').waitFor();
      await press(button('Delete the run'));
      await told('The run was deleted.');
    },
  },
  {
    name: 'get from a run to its files',
    act: async ({ page, press, button, headed }) => {
      await press(button(/^Show the files: Everything/));
      await headed('Artifacts');
      await page.waitForURL(/historyId=/);
    },
  },
];

/** "Export": the Artifacts page, split files, and decrypting. */
export const ARTIFACTS_PAGE: readonly Task[] = [
  {
    name: 'download a file, decrypt it by the command that is shown, and find the records in it',
    act: async (person) => {
      const { page, press, button, dialog, folder, running, sound } = person;
      const name = await taken(person, () => press(button(/^Download: /)));
      await closeList(person);
      await press(button(/^Decrypt: /));
      const panel = dialog('Decrypt');
      await panel.getByText('SHA-256').waitFor();
      const [command = '', sums = ''] = await panel.locator('pre').allTextContents();
      await sound();
      await press(panel.getByRole('radio', { name: 'PowerShell' }));
      await panel.getByText('ForEach-Object').waitFor();
      await page.keyboard.press('Escape');
      const sealed = readFileSync(join(folder, name));
      expect(sums).toBe(`${createHash('sha256').update(sealed).digest('hex')}  ${name}`);
      const [program = '', ...args] = command.replace('key.pem', running.recipient.keyFile).split(' ');
      execFileSync(program, args, { cwd: folder });
      expect(idsIn(readFileSync(join(folder, name.replace(/\.smime$/, ''))))).toBe(HISTORY.interactions);
    },
  },
  {
    name: 'sort and filter the files, and see the days that remain',
    act: async ({ page, press, write, button, link }) => {
      await press(button('Clear the filters'));
      await press(button('Size'));
      await page.waitForURL(/sort=size/);
      await press(button('Filter by File name'));
      await write(page.getByRole('searchbox', { name: 'Filter by File name' }), '.zip');
      await page.keyboard.press('Enter');
      await page.waitForURL(/name=.zip/);
      await link('In volumes').waitFor();
      await page
        .getByRole('row', { name: /Everything/ })
        .getByText(/^(29|30)$/)
        .waitFor();
      await press(button('Clear the filters'));
    },
  },
  {
    name: 'download all volumes of a set at once, without a window for each',
    act: async (person) => {
      const { page, press, turn, bulk } = person;
      const row = page.getByRole('row', { name: /In volumes/ });
      await row.getByText(/^\d+ volumes$/).waitFor();
      await press(row.getByRole('button', { name: /^Volumes: / }));
      const members = page.locator('tr[data-member]');
      const count = await members.count();
      expect(count).toBeGreaterThan(1);
      await turn(row.getByRole('checkbox'), true);
      const got: string[] = [];
      page.on('download', (download) => void got.push(download.suggestedFilename()));
      await press(bulk(`Download ${count} files`));
      await expect.poll(() => got.length, { timeout: 60_000 }).toBe(count);
      expect(got.filter((name) => /\.z\d\d\.smime$/.test(name))).toHaveLength(count - 1);
      expect(person.page.context().pages()).toHaveLength(1);
      await closeList(person);
    },
  },
  {
    name: 'delete the files that are chosen',
    act: async ({ page, press, bulk, button, told }) => {
      await press(bulk('Delete'));
      await press(button(/^Delete \d+ files$/));
      await told(/files were deleted\.$/);
      await page.getByRole('row', { name: /In volumes/ }).waitFor({ state: 'detached' });
      expect(await bulk('Delete').count()).toBe(0);
    },
  },
];

/** How many interactions a zip archive holds. */
function idsIn(archive: Uint8Array): number {
  const entries = Object.entries(unzipSync(archive));
  const ids = entries
    .filter(([name]) => !name.startsWith('schema/') && name !== 'manifest.json')
    .flatMap(([, bytes]) => Buffer.from(bytes).toString().trim().split('\n'))
    .map((line) => (JSON.parse(line) as { IXNID: string }).IXNID);
  return new Set(ids).size;
}
