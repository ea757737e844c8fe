import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../labels/failures/words.ts';
import { keep, kept } from '../service/kept.ts';
import { firstLanguage } from '../../labels/languages.ts';
import { loadDictionary } from './dictionaries.ts';
import { wordsOf, type Dictionary, type Words } from './words.ts';

interface Spoken {
  readonly words: Words;
  readonly choose: (language: Language) => void;
}
const SpokenContext = createContext<Spoken | null>(null);

/** Gives every page its texts. Nothing is shown before they are there: they come with the first load. */
export function WordsProvider({
  first,
  children,
}: {
  readonly first: Dictionary;
  readonly children: ReactNode;
}) {
  const [dictionary, setDictionary] = useState(first);
  const spoken = useMemo<Spoken>(
    () => ({
      words: wordsOf(dictionary),
      choose: (language) => {
        keep('language', language);
        void loadDictionary(language).then(setDictionary);
      },
    }),
    [dictionary],
  );
  useEffect(() => {
    document.documentElement.lang = dictionary.language;
  }, [dictionary]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error('outside of WordsProvider');
  return spoken;
}

/** The texts of the chosen language. */
export const useWords = (): Words => useSpoken().words;
/** Changes the language of all pages, here and at the next visit. */
export const useLanguageChoice = (): Spoken['choose'] => useSpoken().choose;

/** The texts that a first visit begins with. */
export const firstDictionary = (): Promise<Dictionary> =>
  loadDictionary(firstLanguage(kept('language'), navigator.languages));
