import type { Warning } from '../model/certificate-warnings.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import type { Language } from './failures/words.ts';

const LABELS = { en: EN, de: DE } as const;

/** What a warning says in a language: its label with the data in their places. */
export const warningText = ({ code, data }: Warning, language: Language = 'en'): string =>
  LABELS[language][`warning.${code}`].replaceAll('{until}', data.until).replaceAll('{start}', data.start);
