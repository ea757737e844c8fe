import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, docsBrowser, violations } from './docs-browser.ts';

describe.skipIf(!existsSync(CHROMIUM))('/udm/docs in a browser', () => {
  let docs: Awaited<ReturnType<typeof docsBrowser>>;
  beforeAll(async () => {
    docs = await docsBrowser();
  });
  afterAll(() => docs?.close());

  it('begins with a first export and what a record must contain, searches and signs in by the keyboard', async () => {
    const wrong = await docs.onPage('/udm/docs', {}, async (page) => {
      const sidebar = page.locator('.t-doc__sidebar').first();
      await sidebar.getByText('What a record must contain').waitFor();
      expect(await sidebar.innerText()).toMatch(/Your first export\s+What a record must contain\s+Service/);
      expect(await page.getByRole('heading', { name: 'Your first export' }).count()).toBe(1);
      await page.locator('label', { hasText: 'Username' }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('createJob');
      await page
        .getByRole('option', { name: /Create a job/ })
        .first()
        .waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Create a job' }).waitFor();
      expect(decodeURIComponent(new URL(page.url()).hash)).toContain('/udm/v10/export/jobs');
    });
    expect(wrong).toEqual([]);
  });
});
