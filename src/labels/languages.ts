import type { Language } from './failures/words.ts';

export const LANGUAGES = ['en', 'de'] as const satisfies readonly Language[];

/** The language to begin with: the one that was chosen here, else the first of the browser's that there is. */
export function firstLanguage(chosen: string | null, wanted: readonly string[]): Language {
  const names = [chosen ?? '', ...wanted.map((name) => name.trim().slice(0, 2).toLowerCase())];
  return names.map((name) => LANGUAGES.find((language) => language === name)).find(Boolean) ?? 'en';
}
