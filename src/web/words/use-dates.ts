import { useMemo } from 'react';
import { datesOf, type Dates } from '../format/dates.ts';
import { useWords } from './use-words.tsx';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Dates in the reader's language and the browser's zone. */
export function useDates(): Dates {
  const { language } = useWords();
  return useMemo(() => datesOf(language, browserZone), [language]);
}
