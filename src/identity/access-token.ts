import { SignJWT } from 'jose';
import type { Config } from '../config.ts';
import type { Instant } from '../model/instant.ts';
import type { Caller } from './caller.ts';
import { ACCESS_TOKEN_SECONDS, signingKey } from './keys.ts';

/**
 * An RS256 JWT (RFC 7519) that names the caller, issued at `now`; `jti` makes it unlike any other, `sid` names
 * the sign-in. `client_id` is RFC 9068's, `auth_time`
 * OpenID Connect's (Core, section 2), in seconds. `secret_at` names the secret by which the client got it, by when that took the place of another.
 */
export async function issueAccessToken(
  config: Config,
  caller: Caller,
  { now, jti, sid, secretAt }: { now: Instant; jti: string; sid?: string | undefined; secretAt: Instant },
): Promise<string> {
  const { kid, privateKey } = await signingKey(config, now);
  const issuedAt = Math.floor(now / 1000);
  const { ccid, roles, kind, clientId, authTime } = caller;
  return new SignJWT({
    ccid,
    roles: [...roles],
    kind,
    ...(clientId === null ? {} : { client_id: clientId }),
    ...(sid === undefined ? {} : { sid }),
    ...(secretAt === 0 ? {} : { secret_at: secretAt }),
    ...(authTime === null ? {} : { auth_time: Math.floor(authTime / 1000) }),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(config.issuer)
    .setAudience(config.audience)
    .setSubject(caller.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .setJti(jti)
    .sign(privateKey);
}
