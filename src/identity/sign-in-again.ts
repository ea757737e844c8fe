import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { RECENT_MS, type AskedAgain } from '../model/sign-in-again.ts';
import type { Caller } from './caller.ts';
import { ownUser } from './own-user.ts';

/** Refuses a person who has to sign in again before an operation that asks for it. */
export type RecentCheck = (asked: AskedAgain, caller: Caller) => Promise<Result<null>>;

/**
 * Judges by when the person last proved who it is: a session by `sign-in/again`, a token by its sign-in, which refresh tokens do not renew. A
 * person's token that does not tell the time is asked. The demonstration user is not; that is looked up only where it would be refused.
 */
export const recentCheck =
  ({ db, now }: { readonly db: D1Database; readonly now: () => Instant }): RecentCheck =>
  async (asked, caller) => {
    const { kind, sessionId, authTime } = caller;
    if (kind !== 'user' || (asked === 'sessions' && sessionId === null)) return ok(null);
    if (authTime !== null && now() - authTime < RECENT_MS) return ok(null);
    return (await ownUser(db, caller))?.local === true ? ok(null) : fail('sign-in-again', '');
  };
