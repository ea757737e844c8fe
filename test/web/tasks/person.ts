import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Running } from '../../e2e/service.ts';
import { violations } from '../browser.ts';
import type { Hand } from './hands.ts';

/** Somebody at work: what is seen, and the hand that it is done by. */
export interface Person extends Hand {
  readonly page: Page;
  readonly running: Running;
  /** Where downloads go. */
  readonly folder: string;
  readonly button: (name: string | RegExp) => Locator;
  readonly link: (name: string) => Locator;
  readonly field: (name: string | RegExp) => Locator;
  readonly dialog: (name: string | RegExp) => Locator;
  /** What can be done with the chosen rows. */
  readonly bulk: (name: string) => Locator;
  /** A row's own menu, and an entry of it. */
  readonly fromMenu: (row: string | RegExp, entry: string) => Promise<void>;
  /** An entry of the menu under the user's name. */
  readonly fromOwnMenu: (entry: string) => Promise<void>;
  readonly goTo: (page: string) => Promise<void>;
  readonly headed: (title: string) => Promise<void>;
  /** Until it was told at the bottom right. */
  readonly told: (text: string | RegExp) => Promise<void>;
  /** Files for a button that asks for some. */
  readonly give: (button: Locator, files: Parameters<Page['setInputFiles']>[1]) => Promise<void>;
  /** Axe finds no fault with what is seen; it is asked once, since it finds the same whichever hand led here. */
  readonly sound: () => Promise<void>;
}

export function personOf(page: Page, running: Running, folder: string, hand: Hand): Person {
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
  const entry = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const headed = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return {
    ...hand,
    page,
    running,
    folder,
    button,
    headed,
    link: (name) => page.getByRole('link', { name, exact: true }).first(),
    field: (name) => page.getByRole('textbox', { name }),
    dialog: (name) => page.getByRole('dialog', { name }),
    bulk: (name) => page.getByRole('region', { name: /selected rows/ }).getByRole('button', { name }),
    fromMenu: async (row, chosen) => {
      await hand.press(button(typeof row === 'string' ? `More actions: ${row}` : row));
      await hand.press(entry(chosen));
    },
    fromOwnMenu: async (chosen) => {
      await hand.press(button('demo'));
      await hand.press(entry(chosen));
    },
    goTo: async (name) => {
      const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
      await hand.press(pages.getByRole('link', { name, exact: true }));
      await headed(name);
    },
    told: (text) => page.getByRole('status').getByText(text).first().waitFor(),
    give: async (chooser, files) => {
      const asked = page.waitForEvent('filechooser');
      await hand.press(chooser);
      await (await asked).setFiles(files);
    },
    sound: async () => {
      if (hand.name === 'mouse') expect(await violations(page)).toEqual([]);
    },
  };
}

/** Something that the guide says how to do. Each goes on where the one before ended. */
export interface Task {
  readonly name: string;
  readonly act: (person: Person) => Promise<void>;
}
