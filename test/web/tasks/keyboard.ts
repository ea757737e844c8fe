import type { Locator, Page } from 'playwright-core';
import { kindOf, type Hand } from './hands.ts';

/** A person presses Tab no oftener than this to get somewhere. */
const MOST_TABS = 200;
const PATIENCE_MS = 10_000;

/** Nothing but keys: what cannot be reached by them fails, and so does a focus that got lost. */
export const keyboardOf = (page: Page): Hand => {
  const key = (name: string) => page.keyboard.press(name);
  const hand: Hand = {
    name: 'keyboard',
    press: async (target) => {
      await target.waitFor({ state: 'attached' });
      if ((await kindOf(target)) === 'radio') return chooseRadio(page, target);
      await reach(page, target);
      await key('Enter');
    },
    turn: async (target, on) => {
      await reach(page, target);
      if ((await target.isChecked()) !== on) await key('Space');
    },
    write: async (field, text) => {
      await reach(page, field);
      await key('Control+a');
      if (text === '') await key('Delete');
      else if ((await kindOf(field)) === 'datetime-local') await writeMoment(page, text);
      else await page.keyboard.type(text);
    },
    choose: async (field, label) => {
      await reach(page, field);
      const steps = await field.evaluate(stepsTo, label);
      for (let step = 0; step < Math.abs(steps); step++) await key(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    },
    suggest: async (field, name) => {
      await reach(page, field);
      await page.keyboard.type(name);
      await page.getByRole('option', { name, exact: true }).waitFor();
      await key('ArrowDown');
      await key('Enter');
      await key('Escape');
    },
    regard: (target) => reach(page, target),
  };
  return hand;
};

/** As much of an element as is asked for in the page, where these functions run; the names of a browser are not known here. */
interface Seen {
  readonly options?: Iterable<{ readonly label: string }>;
  readonly selectedIndex?: number;
  getAttribute(name: string): string | null;
  closest(selector: string): Seen | null;
  compareDocumentPosition(other: Seen): number;
}
interface Shown {
  readonly document: { readonly activeElement: Seen | null; readonly body: Seen };
  /** Set once the focus was somewhere: from then on it has to be. */
  wasReached?: boolean;
}
/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4;

/** How many entries below the chosen one another is. */
const stepsTo = (field: Seen, label: string): number =>
  [...(field.options ?? [])].findIndex((option) => option.label === label) - (field.selectedIndex ?? 0);

/**
 * Which way the target is from where the focus is; `lost` where nothing has it although something had, `outside` where a menu is open that
 * has not taken it yet: a key that is pressed by then closes the menu.
 */
function wayTo(target: Seen, following: number): 'here' | 'on' | 'back' | 'down' | 'lost' | 'outside' {
  const page = globalThis as unknown as Shown; // of the page
  const { activeElement: active, body } = page.document;
  if (!active || active === body) return page.wasReached ? 'lost' : 'on';
  page.wasReached = true;
  if (target === active) return 'here';
  if (target.getAttribute('role') === 'menuitem') return active.closest('[role=menu]') ? 'down' : 'outside';
  return target.compareDocumentPosition(active) & following ? 'back' : 'on';
}
const KEYS: Readonly<Record<string, string>> = { on: 'Tab', back: 'Shift+Tab', down: 'ArrowDown' };

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const until = Date.now() + PATIENCE_MS;
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    let way = await target.evaluate(wayTo, FOLLOWING);
    // It comes back a moment after a dialog has gone, and into a menu a moment after that is there.
    const waits = () => way === 'lost' || way === 'outside';
    for (; waits() && Date.now() < until; way = await target.evaluate(wayTo, FOLLOWING))
      await page.waitForTimeout(20);
    if (way === 'here') return;
    if (waits()) throw new Error(`the focus was ${way} before ${String(target)}`);
    await page.keyboard.press(KEYS[way] ?? 'Tab');
  }
  throw new Error(`${String(target)} is not reached by Tab`);
}

/** Of choices Tab reaches the chosen one, and arrows the others. */
async function chooseRadio(page: Page, target: Locator): Promise<void> {
  const name = await target.getAttribute('name');
  await reach(page, page.locator(`input[type=radio][name="${name ?? ''}"]:checked`));
  for (let step = 0; step < 10 && !(await target.isChecked()); step++) await page.keyboard.press('ArrowDown');
  if (!(await target.isChecked())) throw new Error(`${String(target)} is not reached by arrows`);
}

/** A field of a moment has parts; the month comes first in the browser's own language. */
async function writeMoment(page: Page, text: string): Promise<void> {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text) ?? [];
  await page.keyboard.type(month + day + year);
  await page.keyboard.press('ArrowRight');
  const clock = Number(hour);
  await page.keyboard.type(String(clock % 12 || 12).padStart(2, '0') + minute + (clock < 12 ? 'AM' : 'PM'));
}
