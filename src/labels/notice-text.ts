import type { Notice } from '../model/notices.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import type { Language } from './failures/words.ts';

const LABELS = { en: EN, de: DE } as const;

/** What a notice says in a language. */
export const noticeText = ({ code }: Pick<Notice, 'code'>, language: Language = 'en'): string =>
  LABELS[language][`notice.${code}`];
