import { useMemo } from 'react';
import { quantitiesOf, type Quantities } from '../format/quantities.ts';
import { useWords } from './use-words.tsx';

/** Numbers in the reader's language. */
export function useQuantities(): Quantities {
  const { language } = useWords();
  return useMemo(() => quantitiesOf(language), [language]);
}
