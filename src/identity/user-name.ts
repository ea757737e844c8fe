import type { Client } from '../store/clients.ts';
import { findOnlyUser, findUser, type User } from '../store/users.ts';
import { NOBODY, verifyPassword } from './password.ts';

/** Who wants to sign in: a name, and the contact center where it was said. */
export interface SignInName {
  readonly tenant: string | null;
  readonly name: string;
}

/** `tenant\user`, or a user's name alone. */
export function parseUserName(username: string): SignInName {
  const at = username.indexOf('\\');
  return at < 0
    ? { tenant: null, name: username }
    : { tenant: username.slice(0, at), name: username.slice(at + 1) };
}

/** The contact center whose users alone a client signs in; null of the platform's, and of the service's own pages. */
export const centerOf = (client: Pick<Client, 'ccid' | 'platform'> | null): string | null =>
  client && !client.platform ? client.ccid : null;

/**
 * The user that is meant, or null: of the contact center that was said, else of the client's own, else of the only one that has the
 * name. A client signs in users of its own center, unless it is the platform's; `client` is null for the service's own pages.
 */
export function findSigningUser(
  db: D1Database,
  { tenant, name }: SignInName,
  client: Pick<Client, 'ccid' | 'platform'> | null,
): Promise<User | null> {
  const bound = centerOf(client);
  const ccid = tenant ?? bound;
  if (ccid === null) return findOnlyUser(db, name);
  // Asked also where the client may not: whoever waits learns nothing by time.
  return findUser(db, bound ?? ccid, name).then((user) => (user?.ccid === ccid ? user : null));
}

/**
 * Whether the password is the user's, and the user may sign in. An unknown name, one that is invited or disabled, and a wrong password
 * cost the same.
 */
export async function mayEnter(user: User | null, password: string): Promise<boolean> {
  const matches = await verifyPassword(password, user?.passwordHash || NOBODY);
  return matches && user !== null && user.passwordHash !== '' && !user.disabled;
}
