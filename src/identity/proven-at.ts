import type { JWTPayload } from 'jose';
import type { Instant } from '../model/instant.ts';

/** How far an issuer's clock may be ahead. */
const SKEW_MS: Instant = 60_000;

/**
 * When a person proved to an outside issuer who they are; null where its token does not tell, or names a time to come. Nothing else shows
 * it: when a token was made (`iat`) tells nothing of a person who was signed in there already, and that the issuer should ask again
 * (`prompt`, `max_age`) went to it through the browser, whose holder may have left it out. With `max_age` it has to tell (OpenID Connect Core, 2).
 */
export function provenAt({ auth_time: seconds }: JWTPayload, now: Instant): Instant | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return null;
  const at = Math.floor(seconds * 1_000);
  return at > now + SKEW_MS ? null : Math.min(at, now);
}
