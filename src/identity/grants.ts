import { DAY_MS, type Instant } from '../model/instant.ts';
import type { Client } from '../store/clients.ts';
import { findRefreshToken, replaceRefreshToken, saveRefreshToken } from '../store/refresh-tokens.ts';
import { findUser, type User } from '../store/users.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { newSecret, sha256 } from './secrets.ts';
import { parseUserName } from './user-name.ts';

/** How long a refresh token is good when it is not used. */
const REFRESH_TOKEN_MS: Instant = 30 * DAY_MS;

/** Who signed in, and the token to stay so; a client that signs in for itself gets none. */
export interface Granted {
  readonly caller: Caller;
  readonly refreshToken: string | null;
}

/** A token request of an authenticated client. */
export interface GrantRequest {
  readonly client: Client;
  readonly parameters: ReadonlyMap<string, string>;
  /** From where it came; "" where nobody knows. */
  readonly address: string;
}

/** What granting stands on. */
export interface GrantServices {
  readonly db: D1Database;
  now(): Instant;
  /** Unpredictable bytes: refresh tokens are made of them. */
  randomBytes(count: number): Uint8Array;
}
type Grant = (services: GrantServices, request: GrantRequest) => Promise<Result<Granted>>;

/** The grants that the token endpoint knows (RFC 6749 sections 4.3, 4.4 and 6). */
export const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ['password', passwordGrant],
  ['client_credentials', clientGrant],
  ['refresh_token', refreshGrant],
]);

async function passwordGrant(
  services: GrantServices,
  { client, parameters, address }: GrantRequest,
): Promise<Result<Granted>> {
  const username = parameters.get('username');
  const password = parameters.get('password');
  if (!username || !password) return fail('password-missing', username ? 'password' : 'username');
  const checked = await checkPassword(services, { ...parseUserName(username), password, address }, client);
  if (!checked.ok) return checked;
  const user = checked.value;
  const { token, hash, expiresAt } = newRefreshToken(services);
  const row = { hash, ccid: user.ccid, clientId: client.id, userName: user.name, expiresAt };
  await saveRefreshToken(services.db, row, services.now());
  return ok({ caller: callerOf(user, client, services.now()), refreshToken: token });
}

async function clientGrant(_: GrantServices, { client }: GrantRequest): Promise<Result<Granted>> {
  const { id, ccid, roles } = client;
  const caller = {
    ccid,
    roles,
    subject: id,
    kind: 'client' as const,
    clientId: id,
    sessionId: null,
    authTime: null,
  };
  return ok({ caller, refreshToken: null });
}

async function refreshGrant(
  services: GrantServices,
  { client, parameters }: GrantRequest,
): Promise<Result<Granted>> {
  const presented = parameters.get('refresh_token');
  if (!presented) return fail('refresh-token-missing', 'refresh_token');
  const hash = sha256(presented);
  const spent = fail('refresh-token-refused', 'refresh_token');
  const row = await findRefreshToken(services.db, { hash, clientId: client.id, now: services.now() });
  // Roles are read anew: what was taken from a user since the last token is gone with the next.
  const user = row?.userName ? await findUser(services.db, row.ccid, row.userName) : null;
  if (!row || !user || user.disabled) return spent;
  const next = newRefreshToken(services);
  const won = await replaceRefreshToken(services.db, row.ccid, { hash, next });
  return won ? ok({ caller: callerOf(user, client, null), refreshToken: next.token }) : spent;
}

const callerOf = ({ ccid, roles, name }: User, client: Client, authTime: Instant | null): Caller => ({
  ccid,
  roles,
  subject: name,
  kind: 'user',
  clientId: client.id,
  sessionId: null,
  authTime,
});

function newRefreshToken(services: GrantServices): { token: string; hash: string; expiresAt: Instant } {
  const { secret: token, hash } = newSecret((count) => services.randomBytes(count));
  return { token, hash, expiresAt: services.now() + REFRESH_TOKEN_MS };
}
