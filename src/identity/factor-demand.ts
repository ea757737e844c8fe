import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { findSettings } from '../store/center-settings.ts';
import { findUser } from '../store/users.ts';
import type { Caller } from './caller.ts';
import { factorState } from './factor-state.ts';
import { knownShortly } from './known-shortly.ts';

/** Refuses a user who has to have a second factor and has none, whatever the roles allow. */
export type FactorDemand = (caller: Caller) => Promise<Result<null>>;

/** How long it is remembered that a user has what is demanded. */
const KNOWN_MS: Instant = 30_000;
const MOST = 1_000;

/**
 * Judges by what the contact center demands, known for half a minute, and by the user's own roles: those of a token may be fewer. Only
 * who passes is remembered, so that the one who sets up a second factor goes on at once. People of outside issuers are not asked: their
 * issuer asks them.
 */
export function factorDemand({
  db,
  now,
}: {
  readonly db: D1Database;
  readonly now: () => Instant;
}): FactorDemand {
  const demandsOf = knownShortly(async (ccid) => (await findSettings(db, ccid)).secondFactor, now);
  const passed = new Map<string, Instant>();
  return async ({ kind, ccid, subject }) => {
    if (kind !== 'user') return ok(null);
    const demands = await demandsOf(ccid);
    if (demands.length === 0) return ok(null);
    const key = JSON.stringify([ccid, subject, demands]);
    if (now() - (passed.get(key) ?? 0) < KNOWN_MS) return ok(null);
    const { enabled, required } = await factorState(db, await findUser(db, ccid, subject));
    if (required && !enabled) return fail('second-factor-first', '');
    if (passed.size >= MOST) passed.clear();
    passed.set(key, now());
    return ok(null);
  };
}
