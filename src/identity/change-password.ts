import { forgetInvitationsOf } from '../store/invitations.ts';
import { savePassword } from '../store/passwords.ts';
import { forgetTokensOf } from '../store/refresh-tokens.ts';
import { endOtherSessions } from '../store/sessions.ts';
import type { User } from '../store/users.ts';
import { hashPassword } from './password.ts';
import type { PasswordServices } from './invitations.ts';

const SALT_BYTES = 16;

/** The hash of a new password. */
export const hashNewPassword = (
  services: Pick<PasswordServices, 'randomBytes'>,
  password: string,
): Promise<string> => hashPassword(password, services.randomBytes(SALT_BYTES));

/**
 * Gives a user another password, which the rules have passed, and ends what was opened with the old one, but the browser session `from`
 * which it was changed. The user is told of it, unless it is the first. `vouched`: by whose invitation; whoever changes it themselves are who
 * they were. False where another request was first, or the user has other roles than `as`.
 */
export async function changePassword(
  services: PasswordServices,
  user: User,
  {
    password,
    from,
    as: roles,
    vouched,
  }: {
    readonly password: string;
    readonly from: string | null;
    readonly as?: User['roles'];
    readonly vouched?: boolean;
  },
): Promise<boolean> {
  const now = services.now();
  const passwordHash = await hashNewPassword(services, password);
  const notice = { code: 'password-changed', time: now } as const;
  const { ccid, name, passwordHash: before } = user;
  const next = { passwordHash, passwordChangedAt: now, vouched, notice: before === '' ? null : notice };
  const saved = await savePassword(services.db, { ccid, name, passwordHash: before, roles }, next);
  if (saved) await endSignIns(services, user, from);
  if (saved && next.notice) services.tellByMail?.(user, next.notice.code);
  return saved;
}

/** Ends what a user could go on with: browser sessions but the one of `kept`, refresh tokens with what came of
 * them, and invitations. */
export async function endSignIns(
  services: Pick<PasswordServices, 'db' | 'now'>,
  { ccid, name }: Pick<User, 'ccid' | 'name'>,
  kept: string | null = null,
): Promise<void> {
  const { db } = services;
  await endOtherSessions(db, { ccid, userName: name }, kept);
  await forgetTokensOf(db, { ccid, userName: name }, services.now());
  await forgetInvitationsOf(db, ccid, name);
}
