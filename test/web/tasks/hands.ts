import type { Locator, Page } from 'playwright-core';

/** How a person works a page. What is done is told apart from how, so that another hand can do the same. */
export interface Hand {
  /** A button, a link, an entry of a menu, a header; the one of a group of choices. */
  readonly press: (target: Locator) => Promise<void>;
  /** A box or a slider, until it is so. */
  readonly turn: (target: Locator, on: boolean) => Promise<void>;
  /** A field, in place of what it holds. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** One of a list that the browser shows. */
  readonly choose: (field: Locator, label: string) => Promise<void>;
  /** One of those that a field suggests. */
  readonly suggest: (field: Locator, name: string) => Promise<void>;
  /** Something that tells more of itself. */
  readonly regard: (target: Locator) => Promise<void>;
}

export const mouseOf = (page: Page): Hand => ({
  press: async (target) => {
    await target.waitFor({ state: 'attached' });
    const isChoice = (await kindOf(target)) === 'radio';
    // Of choices and boxes a person clicks what is drawn in their place.
    await (
      isChoice ? page.locator(`label[for="${(await target.getAttribute('id')) ?? ''}"]`) : target
    ).click();
  },
  turn: async (target, on) => {
    if ((await target.isChecked()) !== on) await target.click({ force: true });
  },
  write: (field, text) => field.fill(text),
  choose: async (field, label) => void (await field.selectOption({ label })),
  suggest: async (field, name) => {
    await field.click();
    await page.getByRole('option', { name, exact: true }).click();
    await page.keyboard.press('Escape');
  },
  regard: (target) => target.hover(),
});

/** What a target is, as far as it matters how it is pressed. */
const kindOf = async (target: Locator): Promise<string> => (await target.getAttribute('type')) ?? '';
