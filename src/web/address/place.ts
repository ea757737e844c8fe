/**
 * Where the reader is. All that leads elsewhere goes through here: links and buttons, the browser's Back and Forward, and closing the
 * window. A page with something unsaved holds them by one question.
 *
 * wouter's own hook reads the address at every rendering: a page would be gone as soon as Back was pressed, and its question with it.
 * Here the pages are shown the address that they were let go to; the browser's own is brought back while they are held.
 */
import { useSyncExternalStore } from 'react';

/** Whether the page may be left. */
type Question = () => Promise<boolean>;

const pathHere = (): string => location.pathname + location.search;

const told = new Set<() => void>();
let shown = { path: location.pathname, search: location.search };
let question: Question | null = null;
/** What leaves the page while its question is open. */
let wanted: (() => void) | null = null;
/** Each entry of the browser's history knows its place in it, so that it is known how many steps lead back. */
let step = stepOf(history.state) ?? 0;
/** A step back that was asked for here; nobody is told of it. */
let returning = false;

/** What the browser keeps of an entry, as this file has written it. */
function stepOf(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'number'
    ? state.step
    : null;
}

history.replaceState({ step }, '');
window.addEventListener('popstate', ({ state }) => {
  const here = stepOf(state);
  // A fragment of the same page makes an entry of its own, without a number.
  if (here === null) history.replaceState({ step: step + 1 }, '');
  const steps = (here ?? step + 1) - step;
  if (returning || !question || steps === 0 || pathHere() === shown.path + shown.search) {
    returning = false;
    step += steps;
    return show();
  }
  returning = true;
  history.go(-steps);
  void leave(() => history.go(steps));
});

function show(): void {
  if (pathHere() === shown.path + shown.search) return;
  shown = { path: location.pathname, search: location.search };
  for (const tell of told) tell();
}

function write(to: string, replace: boolean): void {
  if (!replace) step += 1;
  if (replace) history.replaceState({ step }, '', to);
  else history.pushState({ step }, '', to);
  show();
}

/** Goes to another page; where the one that is shown is held, only once its question is answered so. */
const navigate = (to: string, { replace = false }: { readonly replace?: boolean } = {}): void =>
  void leave(() => write(to, replace));

const closing = (event: BeforeUnloadEvent) => event.preventDefault();

/** Holds the page until what is answered is called: whoever leaves is asked first. */
export function holdPage(asked: Question): () => void {
  question = asked;
  window.addEventListener('beforeunload', closing);
  return () => {
    if (question === asked) freePage();
  };
}

/** Lets the page be left without a question: what was unsaved is saved, or given up. */
export function freePage(): void {
  question = null;
  wanted = null;
  window.removeEventListener('beforeunload', closing);
}

/** Does what leaves the page, once it may be left; asks once, for what was wanted last. */
export async function leave(go: () => void): Promise<void> {
  if (!question) return go();
  const open = wanted !== null;
  wanted = go;
  if (open) return;
  const may = await question();
  const then = wanted;
  wanted = null;
  if (!may) return;
  freePage();
  then?.();
}

const subscribe = (tell: () => void) => {
  told.add(tell);
  return () => told.delete(tell);
};

/** For wouter: the path of the page that is shown, and the way to others. */
export const usePlace = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => shown.path),
  navigate,
];

/** For wouter: the query of the page that is shown. */
export const usePlaceSearch = (): string => useSyncExternalStore(subscribe, () => shown.search);
