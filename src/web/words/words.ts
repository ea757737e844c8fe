import type { EN } from '../../labels/en.ts';
import type { Language } from '../../labels/failures/words.ts';
import type { EN_ACCESS } from '../../labels/pages/en-access.ts';
import type { EN_EDITOR } from '../../labels/pages/en-editor.ts';
import type { EN_EXPORTS } from '../../labels/pages/en-exports.ts';
import type { EN_LISTS } from '../../labels/pages/en-lists.ts';
import type { EN_ISSUERS } from '../../labels/pages/en-issuers.ts';
import type { EN_NOTIFICATIONS } from '../../labels/pages/en-notifications.ts';
import type { EN_OWN } from '../../labels/pages/en-own.ts';
import type { EN_PAGES } from '../../labels/pages/en.ts';

type FirstKey = keyof typeof EN | keyof typeof EN_PAGES;
/** Names of texts that come with the pages that use them (`dictionaries.ts`). */
type LaterKey =
  | keyof typeof EN_ACCESS
  | keyof typeof EN_EDITOR
  | keyof typeof EN_EXPORTS
  | keyof typeof EN_LISTS
  | keyof typeof EN_ISSUERS
  | keyof typeof EN_NOTIFICATIONS
  | keyof typeof EN_OWN;
/** The name of a text that a page shows; the texts themselves are in `labels/`. */
export type WordKey = FirstKey | LaterKey;
/** What stands in a text's holes, `{name}`. */
export type Holes = Readonly<Record<string, string | number>>;
/** Every text of a language by its name, and what failures say by their code. */
export interface Dictionary {
  readonly language: Language;
  readonly texts: Readonly<Record<FirstKey, string> & Partial<Record<LaterKey, string>>>;
  readonly failures: Readonly<Record<string, string>>;
}

/** What a page asks for its texts. */
export interface Words {
  readonly language: Language;
  (key: WordKey, holes?: Holes): string;
  /** A text of a number of things: its `.one` form for one; `{count}` is the number, with separators. */
  readonly count: (key: CountKey, count: number, holes?: Holes) => string;
  /** A text whose name was put together; `or` where there is none. */
  readonly named: (key: string, or: string) => string;
  /** What a failure says; null for a code that these pages do not know. */
  readonly failure: (code: string, holes: Holes) => string | null;
}

/** Names of texts that have a form for one thing. */
export type CountKey = {
  [K in WordKey]: `${K}.one` extends WordKey ? K : never;
}[WordKey];

/** Ends the name of a text's form for one thing. */
const ONE = '.one';

const filled = (text: string, holes: Holes): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(holes, name) ? String(holes[name]) : hole,
  );

/** The look-up of one language's texts. */
export function wordsOf({ language, texts, failures }: Dictionary): Words {
  const all: Readonly<Record<string, string>> = texts;
  const numbers = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB');
  const look = (key: WordKey, holes: Holes = {}) => filled(texts[key] ?? key, holes);
  return Object.assign(look, {
    language,
    count: (key: CountKey, count: number, holes: Holes = {}) =>
      filled(all[count === 1 ? key + ONE : key] ?? key, {
        ...holes,
        count: numbers.format(count),
      }),
    named: (key: string, or: string) => all[key] ?? or,
    failure: (code: string, holes: Holes) =>
      Object.hasOwn(failures, code) ? filled(failures[code] ?? '', holes) : null,
  });
}
