import type { Instant } from '../model/instant.ts';

/** How long this isolate goes by what it has read of users, clients, keys and settings: what changes holds everywhere after that. */
const KNOWN_MS: Instant = 30_000;
/** Answers that are kept at most; strangers can make up as many keys as they like. */
const MOST = 1_000;

/** The same function, which remembers its answers for half a minute. Finished values are kept, never a promise: that belongs to the request that made it. */
export function knownShortly<T>(
  find: (key: string) => Promise<T>,
  now: () => Instant,
): (key: string) => Promise<T> {
  const known = new Map<string, { readonly value: T; readonly at: Instant }>();
  return async (key) => {
    const at = now();
    const kept = known.get(key);
    if (kept && at >= kept.at && at - kept.at < KNOWN_MS) return kept.value;
    const value = await find(key);
    if (known.size >= MOST) known.clear();
    known.set(key, { value, at });
    return value;
  };
}
