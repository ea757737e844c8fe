import { z } from 'zod';
import { openSession, type Session } from '../../src/client/session.ts';
import { CommandError } from '../cli/command.ts';
import { askOperator, type Operated } from '../operator/ask-operator.ts';
import { chosenCaller } from '../udm/connection.ts';
import type { NamedAccount } from './options.ts';

const added = z.object({
  id: z.string().optional(),
  secret: z.string().optional(),
  invitation: z.string().optional(),
  invitationExpiresAt: z.string().optional(),
});
/** What a deployment answers of a user or client that was added. */
export type AddedAccount = z.infer<typeof added>;

/** A deployment, and who asks it. */
export interface Deployment {
  readonly url: string;
  /** Of the deployment; without one the person who is signed in with `udm login` adds. */
  readonly operatorKey: string | undefined;
  readonly profile: string | undefined;
  readonly signal: AbortSignal;
}

/** Adds a user through the service's own operations: the operator's for the first one of a contact center, else an administrator's. */
export async function addRemoteUser(
  deployment: Deployment,
  account: NamedAccount,
  password: string | undefined,
): Promise<AddedAccount> {
  const { name, roles } = account;
  const body = { name, roles: [...roles], ...(password ? { password } : {}) };
  const { operatorKey: key } = deployment;
  if (key) return byOperator({ ...deployment, key }, 'users', { ...body, ccid: account.ccid });
  const { data } = await (await sessionAt(deployment, account)).api.POST('/udm/v10/users', { body });
  return added.parse(data);
}

/** Adds an OAuth client in the same ways. */
export async function addRemoteClient(deployment: Deployment, account: NamedAccount): Promise<AddedAccount> {
  const { name, roles, ccid } = account;
  const body = { name, roles: [...roles] };
  const { operatorKey: key } = deployment;
  if (key) return byOperator({ ...deployment, key }, 'clients', { ...body, ccid });
  const { data } = await (await sessionAt(deployment, account)).api.POST('/udm/v10/clients', { body });
  return added.parse(data);
}

/** The session of the sign-in that is kept. The environment's own is not taken: its UDM_PASSWORD is the new user's here. */
async function sessionAt({ url, profile, signal }: Deployment, { ccid }: NamedAccount): Promise<Session> {
  const session = openSession(chosenCaller({ url, profile }, { signal }, {}), { signal });
  const { data: me } = await session.api.GET('/udm/v10/me');
  if (me?.ccid === ccid) return session;
  throw new CommandError(
    `You are signed in to contact center ${me?.ccid ?? '?'}, and add nobody to ${ccid}. Set OPERATOR_KEY to add the first user of a contact center.`,
  );
}

const byOperator = async (
  { url, key, signal }: Operated,
  path: 'users' | 'clients',
  body: object,
): Promise<AddedAccount> =>
  added.parse(await askOperator({ url, key, signal }, path, { method: 'POST', body }));
