import type { Instant } from '../model/instant.ts';
import type { Client } from '../store/clients.ts';
import type { TokenFamily } from '../store/refresh-tokens.ts';
import type { User } from '../store/users.ts';
import type { Caller } from './caller.ts';
import type { RefreshToken } from './families.ts';

/** Who signed in, and the token to stay so; a client that signs in for itself gets none. */
export interface Granted {
  readonly caller: Caller;
  readonly refresh: RefreshToken | null;
  /** That an ID token was asked for, and the nonce that it has to carry. */
  readonly idToken?: { readonly nonce: string | null } | null;
}

/** A token request of an authenticated client. */
export interface GrantRequest {
  readonly client: Client;
  readonly parameters: ReadonlyMap<string, string>;
  /** From where it came; "" where nobody knows. */
  readonly address: string;
  /** Is told whose family ended because a token or code of it came again; once of each. */
  readonly reused: (whose: TokenFamily) => void;
}

/** Through a client a user gets no role that the client has not, unless it is the platform's. */
export const callerOf = ({ ccid, roles, name }: User, client: Client, authTime: Instant): Caller => ({
  ccid,
  roles: rolesThrough(client, roles),
  subject: name,
  kind: 'user',
  clientId: client.id,
  sessionId: null,
  authTime,
});

/** Those of a user's roles that come through a client. */
export const rolesThrough = (
  client: Pick<Client, 'platform' | 'roles'>,
  roles: readonly string[],
): readonly string[] => (client.platform ? roles : roles.filter((role) => client.roles.includes(role)));
