import { fail, ok, type Result } from '../model/failures.ts';
import { fold } from '../model/fold.ts';
import type { Instant } from '../model/instant.ts';
import { addUser, type User } from '../store/users.ts';
import { hashNewPassword } from './change-password.ts';
import { invite, type Inviter, type PasswordServices } from './invitations.ts';
import { checkNewPassword } from './password-rules.ts';

/** A user to add. Without a password the user is invited to choose one. */
export interface NewUserInput {
  readonly ccid: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly password?: string | undefined;
}

/** A user who was added, and the invitation where there is no password. */
export interface CreatedUser {
  readonly user: User;
  readonly invitation: { readonly token: string; readonly expiresAt: Instant } | null;
}

/** Adds a user. Refused are a name that the contact center has, and a password that the rules do not take. */
export async function createUser(
  services: PasswordServices,
  { ccid, name, roles, password }: NewUserInput,
  by: Inviter,
): Promise<Result<CreatedUser>> {
  const fitting = password === undefined ? ok(null) : checkNewPassword(password, { ccid, name });
  if (!fitting.ok) return fitting;
  const at = services.now();
  const user: User = {
    ccid,
    name,
    nameFolded: fold(name),
    passwordHash: password === undefined ? '' : await hashNewPassword(services, password),
    passwordChangedAt: password === undefined ? null : at,
    roles,
    disabled: false,
    local: false,
    notices: [],
    createdAt: at,
    createdBy: by.name,
    vouched: false,
    issuer: null,
    issuerSubject: null,
  };
  if (!(await addUser(services.db, user))) return fail('name-taken', 'name', { name });
  return ok({ user, invitation: password === undefined ? await invite(services, user, by) : null });
}
