import { fail, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { Authenticate, Caller } from './caller.ts';

/** Seconds in which so many requests are let in. */
const WINDOW_SECONDS = 10;
const WINDOW_MS: Instant = WINDOW_SECONDS * 1_000;

/**
 * Holds each contact center, and each API key, to `limit` requests in ten seconds; 0 means no limit. Counted in this isolate alone: a
 * center whose requests meet several gets as many times as much, and nobody waits for a count.
 */
export function paced(authenticate: Authenticate, limit: number, now: () => Instant): Authenticate {
  if (limit === 0) return authenticate;
  let window = 0;
  let counts = new Map<string, number>();
  const take = (name: string): boolean => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= limit;
  };
  return async (asking) => {
    const caller = await authenticate(asking);
    if (!caller.ok) return caller;
    const at = now();
    if (Math.floor(at / WINDOW_MS) !== window) {
      window = Math.floor(at / WINDOW_MS);
      counts = new Map();
    }
    // Each is counted, whatever came of the one before it.
    const refused = namesOf(caller.value).filter((name) => !take(name));
    return refused.length === 0 ? caller : tooFast(limit, at);
  };
}

const namesOf = ({ ccid, kind, subject }: Caller): readonly string[] =>
  kind === 'key' ? [`center ${ccid}`, `key ${subject}`] : [`center ${ccid}`];

function tooFast(max: number, at: Instant): Result<never> {
  const seconds = Math.ceil((WINDOW_MS - (at % WINDOW_MS)) / 1_000);
  return fail('too-fast', '', { max, window: WINDOW_SECONDS, seconds });
}
