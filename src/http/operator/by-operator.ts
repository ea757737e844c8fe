import { createClient } from '../../identity/create-client.ts';
import { createUser, type CreatedUser, type NewUserInput } from '../../identity/create-user.ts';
import { invite, type Inviter, type PasswordServices } from '../../identity/invitations.ts';
import { newSecret } from '../../identity/secrets.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { findClientNamed, replaceSecret, type Client } from '../../store/clients.ts';
import { findUser } from '../../store/users.ts';

/** Who added what the operator added. */
const ADDED_BY = 'operator';
export const INVITER: Inviter = { name: ADDED_BY, administrator: true };

/** Adds a user; one whom the operator has invited before, and who has chosen no password yet, is invited again. */
export async function userByOperator(
  services: PasswordServices,
  input: NewUserInput,
): Promise<Result<CreatedUser>> {
  const created = await createUser(services, input, INVITER);
  if (created.ok || input.password !== undefined) return created;
  const user = await findUser(services.db, input.ccid, input.name);
  const waits = user?.createdBy === ADDED_BY && user.passwordHash === '' && user.issuer === null;
  if (!waits || user.disabled) return created;
  const invitation = await invite(services, user, INVITER);
  return invitation ? ok({ user, invitation }) : created;
}

/** Adds an OAuth client; one that the operator has added before gets another secret. */
export async function clientByOperator(
  services: PasswordServices,
  input: Pick<Client, 'ccid' | 'name' | 'roles' | 'redirectUris'>,
): Promise<Result<{ readonly client: Client; readonly secret: string }>> {
  const created = await createClient(services, input, { createdBy: ADDED_BY, maker: ADDED_BY });
  if (created.ok) return created;
  const client = await findClientNamed(services.db, input);
  if (client?.createdBy !== ADDED_BY) return created;
  const { secret, hash: secretHash } = newSecret((count) => services.randomBytes(count));
  const replaced = await replaceSecret(services.db, client, { secretHash, now: services.now() });
  return replaced ? ok({ client, secret }) : fail('name-taken', 'name', { name: input.name });
}
