import type { EN } from '../../labels/en.ts';
import type { Language } from '../../labels/failures/words.ts';
import type { EN_ACCESS } from '../../labels/pages/en-access.ts';
import type { EN_COST } from '../../labels/pages/en-cost.ts';
import type { EN_EDITOR } from '../../labels/pages/en-editor.ts';
import type { EN_EXPORTS } from '../../labels/pages/en-exports.ts';
import type { EN_LISTS } from '../../labels/pages/en-lists.ts';
import type { EN_ISSUERS } from '../../labels/pages/en-issuers.ts';
import type { EN_NOTIFICATIONS } from '../../labels/pages/en-notifications.ts';
import type { EN_OWN } from '../../labels/pages/en-own.ts';
import type { EN_PAGES } from '../../labels/pages/en.ts';
import type { KeptReason } from '../../labels/run-reasons/kept.ts';
import { ROLE_NAMES, ROLES } from '../../model/roles.ts';
import { filled, type Holes } from './filled.ts';
import { reasonText } from './reason-text.ts';

type FirstKey = keyof typeof EN | keyof typeof EN_PAGES;
/** Names of texts that come with the pages that use them (`dictionaries.ts`). */
type LaterKey =
  | keyof typeof EN_ACCESS
  | keyof typeof EN_COST
  | keyof typeof EN_EDITOR
  | keyof typeof EN_EXPORTS
  | keyof typeof EN_LISTS
  | keyof typeof EN_ISSUERS
  | keyof typeof EN_NOTIFICATIONS
  | keyof typeof EN_OWN;
/** The name of a text that a page shows; the texts themselves are in `labels/`. */
export type WordKey = FirstKey | LaterKey;
/** Every text of a language by its name, and what failures say by their code. */
export interface Dictionary {
  readonly language: Language;
  readonly texts: Readonly<Record<FirstKey, string> & Partial<Record<LaterKey, string>>>;
  readonly failures: Readonly<Record<string, string>>;
  /** Of reasons of runs that are kept in words of the service, and of the faults that they name. */
  readonly reasons: Readonly<Partial<Record<KeptReason, string>>>;
  readonly faults: Readonly<Record<string, string>>;
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
  /** Why a run did not finish, by the sentence that is kept with it. */
  readonly reason: (kept: string) => string;
}

/** Names of texts that have a form for one thing. */
export type CountKey = {
  [K in WordKey]: `${K}.one` extends WordKey ? K : never;
}[WordKey];

/** Ends the name of a text's form for one thing. */
const ONE = '.one';

/** The look-up of one language's texts. */
export function wordsOf({ language, texts, failures, reasons, faults }: Dictionary): Words {
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
    failure: (code: string, holes: Holes) => {
      if (!Object.hasOwn(failures, code)) return null;
      const { privilege } = holes;
      const role = privilege === undefined ? {} : { role: rolesWith(String(privilege), { language, all }) };
      return filled(failures[code] ?? '', { ...holes, ...role });
    },
    reason: (kept: string) => reasonText(kept, { reasons, faults }),
  });
}

interface RoleTexts {
  readonly language: Language;
  readonly all: Readonly<Record<string, string>>;
}

/** The roles that bring a privilege, as somebody asks an administrator for one of them. */
function rolesWith(privilege: string, { language, all }: RoleTexts): string {
  const names = ROLE_NAMES.filter((role) => ROLES[role].privileges.some((one) => one === privilege));
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(
    names.map((role) => all[`role.${role}`] ?? role),
  );
}
