import type { EventView } from '../model/api/event-view.ts';
import { DE_EVENTS, EN_EVENTS } from './event-words.ts';
import { FAILURE_WORDS, type Language } from './failures/words.ts';

const WORDS = { en: EN_EVENTS, de: DE_EVENTS } as const;

/** What an event of a run says in a language, with its data in their places; a code is said by its words. */
export const eventText = (event: Omit<EventView, 'message'>, language: Language = 'en'): string =>
  WORDS[language][event.what].replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    if (name === 'code' && event.code) return FAILURE_WORDS[language][event.code];
    // A name of the tables is one of the event's members.
    return String(event[name as keyof typeof event] ?? hole);
  });
