import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOfStep } from '../../src/identity/totp.ts';
import { startedService, type Running } from '../e2e/service.ts';
import { HAS_BROWSER, openBrowser, signIn, violations } from './browser.ts';

describe.skipIf(!HAS_BROWSER)('the web application in a browser', () => {
  let running: Running;
  let browser: Browser;
  let page: Page;
  const wrong: string[] = [];
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|Trusted/.test(message.text())) wrong.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${running.service.url}/`)) wrong.push(`foreign: ${request.url()}`);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  it('lets in who knows the password, to the page that they came for', async () => {
    await page.goto(`${running.service.url}/jobs?sort=title`);
    await page.getByRole('textbox', { name: 'User name' }).fill('demo');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The user name or password is wrong.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    expect(page.url()).toBe(`${running.service.url}/jobs?sort=title`);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('makes a job of a title alone, and refuses one without at its field', async () => {
    await page.getByRole('button', { name: 'Add job' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.waitFor();
    expect(await title.count()).toBe(1);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('One field needs your attention.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    await title.fill('<b>First</b> export');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await page.getByRole('link', { name: '<b>First</b> export' }).waitFor();
  });

  it('tells more of a date on hover and on focus, until Escape', async () => {
    const created = page.locator('tbody time:visible').first();
    const bubble = page.getByRole('tooltip').getByText(/ UTC · .*Z$/);
    await created.hover();
    await bubble.waitFor();
    expect(await created.getAttribute('aria-describedby')).toBe(await bubble.getAttribute('id'));
    expect(await violations(page)).toEqual([]);
    await page.mouse.move(0, 0);
    await bubble.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '<b>First</b> export' }).focus();
    for (let tabs = 0; tabs < 5 && !(await bubble.isVisible()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await bubble.waitFor({ state: 'detached' });
    expect(await page.locator('[aria-describedby]').count()).toBe(0);
  });

  it("opens a row's menu by a point, a right click and its button, and gives the focus back", async () => {
    const link = page.getByRole('link', { name: '<b>First</b> export' });
    const more = page.getByRole('button', { name: 'More actions: <b>First</b> export' });
    const entry = page.getByRole('menuitem', { name: 'Delete' });
    const focused = (name: string) => page.locator(`${name}:focus`).waitFor();
    await link.focus();
    await page.keyboard.press('.');
    await focused('[role=menuitem]');
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'detached' });
    await focused('tbody a');
    await link.click({ button: 'right' });
    await entry.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await focused('button[aria-label^="More actions"]');
    await more.click();
    await entry.waitFor();
    await more.click();
    await entry.waitFor({ state: 'detached' });
    expect(await more.getAttribute('aria-expanded')).toBe('false');
  });

  const toDelete = async () => {
    await page.getByRole('checkbox', { name: 'Select <b>First</b> export' }).check();
    await page
      .getByRole('region', { name: /selected rows/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Delete this job?' });
    await dialog.getByText('<b>First</b> export').waitFor();
    return dialog;
  };
  /** Answers the next deletion in the place of the service, once somebody lets it. */
  const answerDeletion = async (status: number, json: object): Promise<() => void> => {
    let answer = () => {};
    const wanted = new Promise<void>((resolve) => (answer = resolve));
    const fulfill = async (route: Route) => {
      await wanted;
      await route.fulfill({ status, json });
    };
    await page.route('**/export/jobs?selection=*', fulfill, { times: 1 });
    return answer;
  };

  it('keeps the focus on a button that waits, and when what it was pressed for has failed', async () => {
    const dialog = await toDelete();
    const button = dialog.getByRole('button', { name: 'Delete the job' });
    const answer = await answerDeletion(503, {});
    await button.press('Enter');
    await button.and(page.locator('[aria-disabled=true]:focus')).waitFor();
    answer();
    await dialog.getByRole('alert').waitFor();
    await button.and(page.locator(':not([aria-disabled])')).waitFor();
    expect(await button.and(page.locator(':focus')).count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('ends what was refused by Close, which has the focus', async () => {
    const dialog = await toDelete();
    const of = { 1: 'in-progress' };
    const detail = { code: 'not-all-deleted', remaining: ['1'], codes: of, reasons: of };
    const answer = await answerDeletion(409, { status: { detail } });
    answer();
    await dialog.getByRole('button', { name: 'Delete the job' }).press('Enter');
    await dialog.getByText('One could not be done:').waitFor();
    expect(await dialog.getByRole('button', { name: 'Delete the job' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close' }).last().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement !== document.body')).toBe(true);
  });

  it('deletes what its dialog counted, and says what was refused', async () => {
    const dialog = await toDelete();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete the job' }).click();
    const refused = dialog.getByText('One could not be done:');
    await refused.or(page.getByText('The job was deleted.')).first().waitFor();
    if (await refused.isVisible()) await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  it('invites somebody by a link that is shown once', async () => {
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('button', { name: 'Add user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add user' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('anna@example.org');
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await dialog.getByText('Choose at least one role.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
    await dialog.getByRole('button', { name: 'Add user' }).click();
    const shown = page.getByRole('dialog', { name: 'Invitation for anna@example.org' });
    await shown.getByText(`${running.service.url}/invitation#`).waitFor();
    await page.keyboard.press('Escape');
    await shown.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('row', { name: /anna@example\.org.*Auditor.*Invited/ }).waitFor();
    // What cannot be done says why: nobody else could sign in as an administrator.
    await page.getByRole('button', { name: 'More actions: demo' }).click();
    await page.getByRole('menuitem', { name: /Delete.*This is the last administrator/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has nothing that axe finds fault with on its pages', async () => {
    for (const name of [
      'Jobs',
      'History',
      'Artifacts',
      'Import',
      'Contacts',
      'People',
      'Keys',
      'Audit',
      'Home',
    ]) {
      await page.getByRole('link', { name, exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.waitForTimeout(300);
      expect([name, await violations(page)]).toEqual([name, []]);
    }
  });

  it('names in the document of a page all that it loads before it asks for its rows', async () => {
    await page.goto(`${running.service.url}/history`);
    await page.locator('table[aria-busy=false]').waitFor();
    expect(await page.evaluate(UNNAMED)).toBe('');
  });

  it('sets a second factor up, and asks for a code of it at the next sign-in', async () => {
    await page.goto(`${running.service.url}/preferences`);
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await page.getByRole('img', { name: /^QR code/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    const secret = await page.locator('form code').innerText();
    await page.getByLabel('Code from the app').fill(shownCode(secret.replaceAll(/\s/g, '')));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    const recovery = await codes.first().innerText();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes left').waitFor();
    await page.getByText('Your second factor was changed.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'demo', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await signIn(page);
    await page.getByLabel('Code', { exact: true }).fill(recovery);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  });

  it('keeps the policy of its document, and files that are named by their contents for good', async () => {
    expect(wrong).toEqual([]);
    const script = await page.locator('script[type=module]').getAttribute('src');
    const answer = await fetch(running.service.url + (script ?? ''));
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    await answer.body?.cancel();
  });
});

/** The files that the browser had asked for before it asked for the rows, and that the document did not name. */
const UNNAMED = `
  const asked = performance.getEntriesByType('resource');
  const rows = asked.find(({ name }) => name.includes('/export/history?'));
  const named = [...document.head.querySelectorAll('script[src], link[href]')].map(({ src, href }) => src || href);
  asked.filter(({ name, startTime }) => startTime < rows.startTime && /[.](js|css)$/.test(name) && !named.includes(name))
    .map(({ name }) => name).join(' ');`;

/** What an authenticator shows of a secret in base32. */
function shownCode(secret: string): string {
  const digit = (char: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2);
  const bits = Array.from(secret, (char) => digit(char).padStart(5, '0')).join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return codeOfStep(bytes, Math.floor(Date.now() / 30_000));
}
