import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { suspendedSince } from '../store/centers.ts';
import type { Authenticate } from './caller.ts';
import { knownShortly } from './known-shortly.ts';

/** Lets nobody of a suspended contact center in, whatever they prove: within half a minute after it was suspended. */
export function unlessSuspended(
  authenticate: Authenticate,
  { db, now }: { readonly db: D1Database; readonly now: () => Instant },
): Authenticate {
  const suspended = knownShortly(async (ccid) => (await suspendedSince(db, ccid)) !== null, now);
  return async (asking) => {
    const caller = await authenticate(asking);
    return caller.ok && (await suspended(caller.value.ccid)) ? fail('center-suspended', 'ccid') : caller;
  };
}

/** Opens no sign-in to a suspended contact center. To be asked once it is known who signs in: nobody else learns of it. */
export const letIn = async (db: D1Database, ccid: string): Promise<Result<null>> =>
  (await suspendedSince(db, ccid)) === null ? ok(null) : fail('center-suspended', 'ccid');
