import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { openPageSession, PageRefusal } from '../../client/page-session.ts';

/** Tells whoever asked that a request was answered 401 in mid-work. */
const ended = new Set<() => void>();
export function onSessionEnd(told: () => void): () => void {
  ended.add(told);
  return () => ended.delete(told);
}

/** The service that these pages came from. */
export const SERVICE = openPageSession(location.origin, () => ended.forEach((told) => told()));

/** What is refused stays refused; a connection that failed is tried again by the reader. */
const again = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof PageRefusal && error.status < 500);

/** Answers that pages share; one client for all of them. */
export const QUERIES = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: { queries: { retry: again, staleTime: 5_000, refetchOnWindowFocus: true } },
});
