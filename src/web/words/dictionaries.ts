import type { Language } from '../../labels/failures/words.ts';
import type { TextPart } from '../../model/page-sources.ts';
import type { Dictionary } from './words.ts';

/** The languages, each in a file of its own, of which a visitor loads one. */
const DICTIONARIES: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en.ts')).ENGLISH,
  de: async () => (await import('./de.ts')).GERMAN,
};

/** What some pages alone say: it comes with the first of them. */
const PARTS = {
  access: {
    en: async () => (await import('../../labels/pages/en-access.ts')).EN_ACCESS,
    de: async () => (await import('../../labels/pages/de-access.ts')).DE_ACCESS,
  },
  cost: {
    en: async () => (await import('../../labels/pages/en-cost.ts')).EN_COST,
    de: async () => (await import('../../labels/pages/de-cost.ts')).DE_COST,
  },
  editor: {
    en: async () => (await import('../../labels/pages/en-editor.ts')).EN_EDITOR,
    de: async () => (await import('../../labels/pages/de-editor.ts')).DE_EDITOR,
  },
  exports: {
    en: async () => (await import('../../labels/pages/en-exports.ts')).EN_EXPORTS,
    de: async () => (await import('../../labels/pages/de-exports.ts')).DE_EXPORTS,
  },
  issuers: {
    en: async () => (await import('../../labels/pages/en-issuers.ts')).EN_ISSUERS,
    de: async () => (await import('../../labels/pages/de-issuers.ts')).DE_ISSUERS,
  },
  lists: {
    en: async () => (await import('../../labels/pages/en-lists.ts')).EN_LISTS,
    de: async () => (await import('../../labels/pages/de-lists.ts')).DE_LISTS,
  },
  notifications: {
    en: async () => (await import('../../labels/pages/en-notifications.ts')).EN_NOTIFICATIONS,
    de: async () => (await import('../../labels/pages/de-notifications.ts')).DE_NOTIFICATIONS,
  },
  own: {
    en: async () => (await import('../../labels/pages/en-own.ts')).EN_OWN,
    de: async () => (await import('../../labels/pages/de-own.ts')).DE_OWN,
  },
} as const satisfies Readonly<Record<TextPart, Readonly<Record<Language, () => Promise<object>>>>>;
/** Parts that were asked for; whoever changes the language needs them in the other one, too. */
const asked = new Set<TextPart>();

/** Loads the texts of a language, with those of the pages that were opened. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  const dictionary = await DICTIONARIES[language]();
  const parts = await Promise.all([...asked].map((part) => PARTS[part][language]()));
  Object.assign(dictionary.texts, ...parts);
  return dictionary;
}

/** Adds parts to the dictionary that is shown, which has to be done before a page of them is. */
export async function addTexts(parts: readonly TextPart[], language: Language): Promise<void> {
  for (const part of parts) asked.add(part);
  await loadDictionary(language);
}
