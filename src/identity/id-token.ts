import { SignJWT } from 'jose';
import type { Config } from '../config.ts';
import type { Instant } from '../model/instant.ts';
import type { Caller } from './caller.ts';
import { signingKey } from './keys.ts';

/** Seconds for which an ID token is good: it is read once, when it comes. */
const ID_TOKEN_SECONDS = 300;

/**
 * Tells a program who has signed in (OpenID Connect Core, 2). It carries no roles, and so is no access token, whatever its audience is
 * called. `sub` is a name of the contact center `ccid`: both together name a person.
 */
export async function issueIdToken(
  config: Config,
  { subject, ccid, clientId, authTime }: Caller,
  { now, nonce }: { readonly now: Instant; readonly nonce: string | null },
): Promise<string> {
  if (clientId === null) throw new Error('there is no program to tell');
  const current = await signingKey(config, now);
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    ccid,
    ...(nonce === null ? {} : { nonce }),
    ...(authTime === null ? {} : { auth_time: Math.floor(authTime / 1000) }),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: current.kid })
    .setIssuer(config.issuer)
    .setAudience(clientId)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ID_TOKEN_SECONDS)
    .sign(current.privateKey);
}
