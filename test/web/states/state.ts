import type { Page, Route } from 'playwright-core';
import type { Language } from '../../../src/labels/failures/words.ts';
import { GERMAN } from '../../../src/web/words/de.ts';
import { loadDictionary, addTexts } from '../../../src/web/words/dictionaries.ts';
import { ENGLISH } from '../../../src/web/words/en.ts';
import { wordsOf, type Words } from '../../../src/web/words/words.ts';

/** What the service is made to answer in a state: by the end of a path, which may go on behind `?`. */
export type Answers = Readonly<Record<string, Answer>>;
/** A body that is good; or one that is refused, one that does not come, no connection at all. */
export type Answer = object | Refused | 'held' | 'away';
export class Refused {
  readonly status: number;
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, more: Readonly<Record<string, unknown>> = {}) {
    this.status = status;
    this.detail = { code, requestId: '1c2f7a0e-6d0b-4e0f-9d58-6f4f0a2b9c31', ...more };
  }
}

/** Somebody before a page: what it says, and where its things are, in whichever language. */
export interface Viewer {
  readonly page: Page;
  readonly words: Words;
  /** False in a window as narrow as a telephone. */
  readonly wide: boolean;
  /** Makes the service answer otherwise from now on. */
  readonly answer: (answers: Answers) => Promise<void>;
}

/** A page, dialog or state that can be seen. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** Who is not signed in sees it. */
  readonly outside?: true;
  readonly answers?: Answers;
  /** What is done until it is seen. */
  readonly act?: (viewer: Viewer) => Promise<void>;
}

const PARTS = ['access', 'cost', 'editor', 'exports', 'issuers', 'lists', 'notifications', 'own'] as const;

/** Every word of a language. */
export async function allWords(language: Language): Promise<Words> {
  await addTexts(PARTS, language);
  await loadDictionary(language);
  return wordsOf(language === 'de' ? GERMAN : ENGLISH);
}

/** Has the service of a page answer so, until it is told otherwise. */
export async function answerSo(page: Page, answers: Answers): Promise<void> {
  for (const [end, answer] of Object.entries(answers)) {
    const at = new RegExp(`(/udm/v10|/auth/v3)/${end}$`);
    await page.route(at, (route) => fulfil(route, answer));
  }
}

async function fulfil(route: Route, answer: Answer): Promise<void> {
  if (answer === 'held') return;
  if (answer === 'away') return route.abort('connectionrefused');
  if (answer instanceof Refused) {
    const { status, detail } = answer;
    return route.fulfill({ status, json: { status: { code: status, message: '', detail } } });
  }
  return route.fulfill({ status: 200, json: answer });
}
