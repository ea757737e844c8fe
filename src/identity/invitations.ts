import { fail, ok, type Result } from '../model/failures.ts';
import { DAY_MS, type Instant } from '../model/instant.ts';
import { findInvitation, saveInvitation, spendInvitation, type Invitation } from '../store/invitations.ts';
import { findUser, type User } from '../store/users.ts';
import { letIn } from './suspended.ts';
import { changePassword } from './change-password.ts';
import { checkNewPassword } from './password-rules.ts';
import { newSecret, sha256 } from './secrets.ts';
import type { TellByMail } from './tell-by-mail.ts';

/** How long an invitation is good. */
const INVITATION_MS: Instant = 3 * DAY_MS;

/** What invitations and passwords stand on. */
export interface PasswordServices {
  readonly db: D1Database;
  now(): Instant;
  /** Unpredictable bytes: tokens and salts are made of them. */
  randomBytes(count: number): Uint8Array;
  /** Where the deployment sends mails. */
  readonly tellByMail?: TellByMail | undefined;
}

/** Who invites. What somebody chooses who was invited by less than an administrator does not make an administrator. */
export interface Inviter {
  readonly name: string;
  readonly administrator: boolean;
}

/** Lets a user choose a password, once, by the token; an earlier invitation is good no more. Null where the user has other roles meanwhile, or is gone. */
export async function invite(
  services: PasswordServices,
  { ccid, name, roles }: Pick<User, 'ccid' | 'name' | 'roles'>,
  by: Inviter,
): Promise<{ readonly token: string; readonly expiresAt: Instant } | null> {
  const { secret: token, hash } = newSecret((count) => services.randomBytes(count));
  const expiresAt = services.now() + INVITATION_MS;
  const given = { createdBy: by.name, vouched: by.administrator };
  const invitation = { hash, ccid, userName: name, expiresAt, ...given };
  return (await saveInvitation(services.db, invitation, roles)) ? { token, expiresAt } : null;
}

/** An invitation that is good, and whose it is. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly user: User;
}

/**
 * The invitation of a token, for a password that the rules take. A token that is unknown, used or expired, and one whose user is disabled or
 * gone, are refused in the same words, before any slow hash.
 */
export async function openInvitation(
  services: PasswordServices,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<OpenInvitation>> {
  const refused = fail('invitation-refused', 'token');
  const invitation = await findInvitation(services.db, sha256(token), services.now());
  const user = invitation && (await findUser(services.db, invitation.ccid, invitation.userName));
  if (!invitation || !user || user.disabled) return refused;
  const open = await letIn(services.db, user.ccid);
  if (!open.ok) return open;
  const fitting = checkNewPassword(password, user);
  return fitting.ok ? ok({ invitation, user }) : fitting;
}

/** Gives the user of an invitation the password; false where another request was first, or the user has other roles since. */
export const redeemInvitation = async (
  services: PasswordServices,
  { invitation, user }: OpenInvitation,
  password: string,
): Promise<boolean> =>
  (await spendInvitation(services.db, invitation)) &&
  changePassword(services, user, { password, from: null, as: user.roles, vouched: invitation.vouched });
