import { fail, ok, type Result } from '../model/failures.ts';
import { fold } from '../model/fold.ts';
import { addClient, type Client } from '../store/clients.ts';
import type { PasswordServices } from './invitations.ts';
import { newId, newSecret } from './secrets.ts';

/** Adds an OAuth client; its secret is answered here and kept nowhere. Refused is a name that the contact center has. */
export async function createClient(
  services: PasswordServices,
  { ccid, name, roles, redirectUris }: Pick<Client, 'ccid' | 'name' | 'roles' | 'redirectUris'>,
  { createdBy, maker }: Pick<Client, 'createdBy' | 'maker'>,
): Promise<Result<{ readonly client: Client; readonly secret: string }>> {
  const { secret, hash: secretHash } = newSecret((count) => services.randomBytes(count));
  const client: Client = {
    id: newId((count) => services.randomBytes(count), 'c-'),
    secretHash,
    secretChangedAt: 0,
    ccid,
    name,
    nameFolded: fold(name),
    roles,
    platform: false,
    public: false,
    redirectUris,
    createdAt: services.now(),
    createdBy,
    maker,
  };
  return (await addClient(services.db, client))
    ? ok({ client, secret })
    : fail('name-taken', 'name', { name });
}
