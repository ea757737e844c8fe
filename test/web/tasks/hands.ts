import type { Locator, Page } from 'playwright-core';

/** How a person works a page: the same things, by mouse or by keyboard alone. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
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
  name: 'mouse',
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

/** What a target is, as far as hands differ by it. */
export const kindOf = (target: Locator): Promise<string> =>
  target.evaluate((element: Kinded) => element.type ?? element.getAttribute('role') ?? '');

/** As much of an element as that asks for; the names of a browser are not known here. */
interface Kinded {
  readonly type?: string;
  getAttribute(name: string): string | null;
}
