import { needsSecondFactor } from '../model/center-settings.ts';
import { findSettings } from '../store/center-settings.ts';
import { findSecondFactor } from '../store/second-factors.ts';
import type { User } from '../store/users.ts';

/** What there is to say of a user's second factor. */
export interface FactorState {
  readonly enabled: boolean;
  /** Whether the contact center demands one of this user. */
  readonly required: boolean;
  /** Recovery codes that are left. */
  readonly recoveryCodes: number;
}

/**
 * The second factor of a user; of whoever is none: that there is none. Nothing is demanded of the demonstration user,
 * nor of who comes from an outside issuer, which asks for itself.
 */
export async function factorState(db: D1Database, user: User | null): Promise<FactorState> {
  if (!user) return { enabled: false, required: false, recoveryCodes: 0 };
  const { ccid, name: userName, local, roles, issuer } = user;
  const [factor, settings] = await Promise.all([
    findSecondFactor(db, { ccid, userName }),
    findSettings(db, ccid),
  ]);
  const enabled = factor !== null && factor.confirmedAt !== null;
  return {
    enabled,
    required: !local && issuer === null && needsSecondFactor(settings, roles),
    recoveryCodes: enabled ? factor.recovery.length : 0,
  };
}
