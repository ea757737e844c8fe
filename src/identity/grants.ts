import { createHash } from 'node:crypto';
import { DAY_MS, type Instant } from '../model/instant.ts';
import type { Client } from '../store/clients.ts';
import { findRefreshToken, replaceRefreshToken, saveRefreshToken } from '../store/refresh-tokens.ts';
import { findUser, type User } from '../store/users.ts';
import type { Caller } from '../http/context.ts';
import type { Services } from '../http/services.ts';
import { refused, type OAuthResult } from '../http/sign-in/oauth-error.ts';
import { NOBODY, verifyPassword } from './password.ts';

/** How long a refresh token is good when it is not used. */
const REFRESH_TOKEN_MS: Instant = 30 * DAY_MS;
const REFRESH_TOKEN_BYTES = 32;

/** Who signed in, and the token to stay so; a client that signs in for itself gets none. */
export interface Granted {
  readonly caller: Caller;
  readonly refreshToken: string | null;
}

/** A token request of an authenticated client. */
export interface GrantRequest {
  readonly client: Client;
  readonly parameters: ReadonlyMap<string, string>;
}

export type GrantServices = Pick<Services, 'db' | 'now' | 'randomBytes'>;
type Grant = (services: GrantServices, request: GrantRequest) => Promise<OAuthResult<Granted>>;

/** The grants that the token endpoint knows (RFC 6749 sections 4.3, 4.4 and 6). */
export const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ['password', passwordGrant],
  ['client_credentials', clientGrant],
  ['refresh_token', refreshGrant],
]);

async function passwordGrant(
  services: GrantServices,
  { client, parameters }: GrantRequest,
): Promise<OAuthResult<Granted>> {
  const username = parameters.get('username');
  const password = parameters.get('password');
  if (!username || !password)
    return refused('invalid_request', 'The grant "password" needs username and password.');
  const { tenant, name } = parseUserName(username);
  const user = await findUser(services.db, name);
  const matches = await verifyPassword(password, user?.passwordHash ?? NOBODY);
  if (!user || !matches || (tenant !== null && tenant !== user.ccid)) {
    return refused('invalid_grant', 'The user name or password is wrong.');
  }
  const { token, hash, expiresAt } = newRefreshToken(services);
  const row = { hash, ccid: user.ccid, clientId: client.id, userName: user.name, expiresAt };
  await saveRefreshToken(services.db, row, services.now());
  return { ok: true, value: { caller: callerOf(user), refreshToken: token } };
}

async function clientGrant(_: GrantServices, { client }: GrantRequest): Promise<OAuthResult<Granted>> {
  const caller = { ccid: client.ccid, roles: client.roles, subject: client.id };
  return { ok: true, value: { caller, refreshToken: null } };
}

async function refreshGrant(
  services: GrantServices,
  { client, parameters }: GrantRequest,
): Promise<OAuthResult<Granted>> {
  const presented = parameters.get('refresh_token');
  if (!presented) return refused('invalid_request', 'The grant "refresh_token" needs refresh_token.');
  const hash = sha256(presented);
  const spent = refused('invalid_grant', 'The refresh token is unknown, used or expired; sign in again.');
  const row = await findRefreshToken(services.db, { hash, clientId: client.id, now: services.now() });
  // Roles are read anew: what was taken from a user since the last token is gone with the next.
  const user = row?.userName ? await findUser(services.db, row.userName) : null;
  if (!row || !user || user.ccid !== row.ccid) return spent;
  const next = newRefreshToken(services);
  const won = await replaceRefreshToken(services.db, row.ccid, { hash, next });
  return won ? { ok: true, value: { caller: callerOf(user), refreshToken: next.token } } : spent;
}

/** `tenant\user`, or a user's name alone: names are unique in a deployment. */
function parseUserName(username: string): { tenant: string | null; name: string } {
  const at = username.indexOf('\\');
  return at < 0
    ? { tenant: null, name: username }
    : { tenant: username.slice(0, at), name: username.slice(at + 1) };
}

const callerOf = (user: User): Caller => ({ ccid: user.ccid, roles: user.roles, subject: user.name });

function newRefreshToken(services: GrantServices): { token: string; hash: string; expiresAt: Instant } {
  const token = Buffer.from(services.randomBytes(REFRESH_TOKEN_BYTES)).toString('base64url');
  return { token, hash: sha256(token), expiresAt: services.now() + REFRESH_TOKEN_MS };
}

/** A token of 32 random bytes needs no salt and no slow hash: nobody can try them all. */
const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');
