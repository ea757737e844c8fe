import { fail, ok, type Result } from '../model/failures.ts';
import type { Client } from '../store/clients.ts';
import type { LetIn, User } from '../store/users.ts';
import { braked } from './brakes.ts';
import { passFactor, type FactorServices } from './second-factor.ts';
import { centerOf, findSigningUser, mayEnter, type SignInName } from './user-name.ts';

/** A password for a name, with a code of the second factor where one was given, from an address ("" where nobody knows it). */
export interface PasswordTry extends SignInName {
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
}

/**
 * The user of a name and password, and what was asked of it. Whether the name, the center or the password was wrong shows neither in words nor in time; after
 * several wrong ones the name has to wait: the name of a center, where it was said or the client has one, or another center's user of that name would
 * forgive them. A code is looked at behind a right password alone, so that it tells nothing of a wrong one.
 */
export const checkPassword = (
  services: FactorServices,
  { tenant, name, password, code, address }: PasswordTry,
  client: Pick<Client, 'ccid' | 'platform'> | null,
): Promise<Result<User & LetIn>> =>
  braked(services, { user: { tenant: tenant ?? centerOf(client), name } }, address, async () => {
    const user = await findSigningUser(services.db, { tenant, name }, client);
    if (!(await mayEnter(user, password)) || !user) return fail('user-refused', 'username');
    const passed = await passFactor(services, { ccid: user.ccid, userName: user.name }, code);
    return passed.ok ? ok({ ...user, factorAt: passed.value }) : passed;
  });
