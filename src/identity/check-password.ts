import { fail, ok, type Result } from '../model/failures.ts';
import type { Client } from '../store/clients.ts';
import type { User } from '../store/users.ts';
import { findSigningUser, mayEnter, type SignInName } from './user-name.ts';

/** The user of a name and password. Whether the name, the center or the password was wrong shows neither in words nor in time. */
export async function checkPassword(
  db: D1Database,
  { password, ...name }: SignInName & { readonly password: string },
  client: Pick<Client, 'ccid' | 'platform'> | null,
): Promise<Result<User>> {
  const user = await findSigningUser(db, name, client);
  return (await mayEnter(user, password)) && user ? ok(user) : fail('user-refused', 'username');
}
