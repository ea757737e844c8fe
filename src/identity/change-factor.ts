import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { forgetTokensOf } from '../store/refresh-tokens.ts';
import { removeSecondFactor } from '../store/second-factors.ts';
import { endOtherSessions } from '../store/sessions.ts';
import { addNotice } from '../store/notices.ts';
import type { User } from '../store/users.ts';
import type { TellByMail } from './tell-by-mail.ts';

interface ChangeServices {
  readonly db: D1Database;
  now(): Instant;
  readonly tellByMail?: TellByMail | undefined;
}

/** Tells a user that the second factor was changed: whoever did not do it finds out. */
export async function tellOfFactor(services: ChangeServices, user: User): Promise<void> {
  const notice = { code: 'second-factor-changed', time: services.now() } as const;
  await addNotice(services.db, user, notice);
  services.tellByMail?.(user, notice.code);
}

/**
 * Ends what was opened without the second factor that a user has now, or with the one that is gone: browser sessions but the one of
 * `kept`, and refresh tokens with what came of them. The user is told.
 */
export async function afterFactorChange(
  services: ChangeServices,
  user: User,
  kept: string | null,
): Promise<void> {
  const key = { ccid: user.ccid, userName: user.name };
  await endOtherSessions(services.db, key, kept);
  await forgetTokensOf(services.db, key, services.now());
  await tellOfFactor(services, user);
}

/** Removes a user's second factor, and tells the user. */
export async function removeFactor(
  services: ChangeServices,
  user: User,
  kept: string | null,
): Promise<Result<null>> {
  const removed = await removeSecondFactor(services.db, { ccid: user.ccid, userName: user.name });
  if (!removed) return fail('no-second-factor', '');
  await afterFactorChange(services, user, kept);
  return ok(null);
}
