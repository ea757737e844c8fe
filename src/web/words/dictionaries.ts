import type { Language } from '../../labels/failures/words.ts';
import type { Dictionary } from './words.ts';

/** The languages, each in a file of its own, of which a visitor loads one. */
const DICTIONARIES: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en.ts')).ENGLISH,
  de: async () => (await import('./de.ts')).GERMAN,
};

export const LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];

/** Loads the texts of a language. */
export const loadDictionary = (language: Language): Promise<Dictionary> => DICTIONARIES[language]();

/** The language to begin with: the one that was chosen here, else the first of the browser's that there is. */
export function firstLanguage(chosen: string | null, wanted: readonly string[]): Language {
  const names = [chosen ?? '', ...wanted.map((name) => name.slice(0, 2).toLowerCase())];
  return names.map((name) => LANGUAGES.find((language) => language === name)).find(Boolean) ?? 'en';
}
