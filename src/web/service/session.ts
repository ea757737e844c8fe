import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { openPageSession, PageRefusal } from '../../client/page-session.ts';

/** Tells whoever asked that a request was answered 401 in mid-work. */
const ended = new Set<() => void>();
export function onSessionEnd(told: () => void): () => void {
  ended.add(told);
  return () => ended.delete(told);
}

/** Asks who is before the screen to give the password again, where the shell is there to ask. */
let prove: (() => Promise<boolean>) | null = null;
export function onProofAsked(asked: () => Promise<boolean>): () => void {
  prove = asked;
  return () => (prove = null);
}

/** The service that these pages came from. */
export const SERVICE = openPageSession(location.origin, {
  signedOut: () => ended.forEach((told) => told()),
  again: async () => (await prove?.()) ?? false,
  // A contact center has begun to demand it: the pages ask anew who is signed in, and lead there.
  factorFirst: () => void QUERIES.invalidateQueries({ queryKey: ['me'] }),
});

/** What is refused stays refused; a connection that failed is tried again by the reader. */
const again = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof PageRefusal && error.status < 500);

/** Answers that pages share; one client for all of them. */
export const QUERIES = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: { queries: { retry: again, staleTime: 5_000, refetchOnWindowFocus: true } },
});
