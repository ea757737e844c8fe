import axe from 'axe-core';
import type { Page } from 'playwright-core';

export { HAS_CHROMIUM as HAS_BROWSER, openChromium as openBrowser } from '../../scripts/cli/chromium.ts';

/** What fades in has the contrast that it will have when it is there: all that ends is waited for, what turns for ever is not. */
export const STILL = `Promise.allSettled(document.getAnimations()
  .filter(({ effect, playState }) => playState === 'running' && effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished))`;

/** What axe finds wrong with a page as it stands, once nothing moves in it, by rule and place. */
export async function violations(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  // By the inspector, which the page's policy does not bind.
  await client.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await client.send('Runtime.evaluate', {
    expression: `${STILL}.then(() => axe.run()).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  return JSON.parse(String(result.value)) as string[]; // what the expression makes
}

/** Signs in as a person does. */
export async function signIn(page: Page, name = 'demo', password = 'demo'): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(name);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Goes to a page by the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages', exact: true })
    .getByRole('link', { name, exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}
