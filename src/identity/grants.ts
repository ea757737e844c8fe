import type { Config } from '../config.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { findUser } from '../store/users.ts';
import { checkPassword } from './check-password.ts';
import { codeGrant } from './codes.ts';
import { beginFamily, nextOfFamily, type FamilyServices } from './families.ts';
import { callerOf, type Granted, type GrantRequest } from './granted.ts';
import type { FactorServices } from './second-factor.ts';
import { parseUserName } from './user-name.ts';

type GrantServices = FamilyServices & FactorServices;
type Grant = (services: GrantServices, request: GrantRequest) => Promise<Result<Granted>>;

/** The grants that the token endpoint knows (RFC 6749 sections 4.1, 4.3, 4.4 and 6). */
export const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ['authorization_code', codeGrant],
  ['password', passwordGrant],
  ['client_credentials', clientGrant],
  ['refresh_token', refreshGrant],
]);

/** The names of those that a deployment takes. */
export const grantsOf = (config: Pick<Config, 'passwordGrant'>): readonly string[] =>
  [...GRANTS.keys()].filter((name) => name !== 'password' || config.passwordGrant);

/** Those of a client without a secret: everybody can say to be it. */
export const PUBLIC_GRANTS: readonly string[] = ['authorization_code', 'refresh_token'];

async function passwordGrant(
  services: GrantServices,
  { client, parameters, address }: GrantRequest,
): Promise<Result<Granted>> {
  const username = parameters.get('username');
  const password = parameters.get('password');
  if (!username || !password) return fail('password-missing', username ? 'password' : 'username');
  const tried = { ...parseUserName(username), password, code: parameters.get('otp'), address };
  const checked = await checkPassword(services, tried, client);
  if (!checked.ok) return checked;
  const user = checked.value;
  const authTime = services.now();
  const refresh = await beginFamily(services, user, { client, authTime, byConsent: false });
  // Another password since this one was looked at: it would be refused now.
  if (!refresh) return fail('user-refused', 'username');
  return ok({ caller: callerOf(user, client, authTime), refresh });
}

async function clientGrant(_: FamilyServices, { client }: GrantRequest): Promise<Result<Granted>> {
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
  return ok({ caller, refresh: null });
}

async function refreshGrant(
  services: FamilyServices,
  { client, parameters, reused }: GrantRequest,
): Promise<Result<Granted>> {
  const presented = parameters.get('refresh_token');
  if (!presented) return fail('refresh-token-missing', 'refresh_token');
  const spent = fail('refresh-token-refused', 'refresh_token');
  const next = await nextOfFamily(services, { client, reused }, presented);
  if (!next) return spent;
  const { family, ...refresh } = next;
  // Roles are read anew: what was taken from a user since the last token is gone with the next.
  const user = await findUser(services.db, family.ccid, family.userName);
  if (!user || user.disabled) return spent;
  return ok({ caller: callerOf(user, client, family.authTime), refresh });
}
