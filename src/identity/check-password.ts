import { fail, ok, type Result } from '../model/failures.ts';
import type { Client } from '../store/clients.ts';
import type { User } from '../store/users.ts';
import { braked, type BrakeServices } from './brakes.ts';
import { findSigningUser, mayEnter, type SignInName } from './user-name.ts';

/** A password for a name, from an address ("" where nobody knows it). */
export interface PasswordTry extends SignInName {
  readonly password: string;
  readonly address: string;
}

/**
 * The user of a name and password. Whether the name, the center or the password was wrong shows neither in words nor in time; after
 * several wrong ones the name has to wait.
 */
export const checkPassword = (
  services: BrakeServices,
  { tenant, name, password, address }: PasswordTry,
  client: Pick<Client, 'ccid' | 'platform'> | null,
): Promise<Result<User>> =>
  braked(services, { user: { tenant, name } }, address, async () => {
    const user = await findSigningUser(services.db, { tenant, name }, client);
    return (await mayEnter(user, password)) && user ? ok(user) : fail('user-refused', 'username');
  });
