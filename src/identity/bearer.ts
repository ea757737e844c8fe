import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { CALLER_KINDS, type Authenticate, type Verifier } from './caller.ts';
import { verifyingKeys } from './keys.ts';
import type { VerifyOutside } from './outside-tokens.ts';
import type { Admit, Verified } from './standing.ts';

/** This service as an issuer: tokens of others are judged by their own rules (`outside-tokens.ts`). */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** The public key of a `kid`, or null when the issuer has none of it that is good at `now`. */
  key(kid: string | undefined, now: Instant): Promise<CryptoKey | null>;
  /** Whether whom a good token names is still there. */
  readonly admit: Admit;
}

/** How the service's own tokens are verified. */
const ownTokens = (config: Config): Omit<TrustedIssuer, 'admit'> => ({
  issuer: config.issuer,
  audience: config.audience,
  algorithms: ['RS256'],
  async key(kid, now) {
    const keys = await verifyingKeys(config, now);
    return keys.find((key) => key.kid === kid)?.publicKey ?? null;
  },
});

/** The service as the issuer of its own tokens. */
export const ownIssuer = (config: Config, admit: Admit): TrustedIssuer => ({ ...ownTokens(config), admit });

/** What one of the service's own tokens says, whether it was called back or not; null where it is none, or is none any more. */
export async function readOwnToken(config: Config, token: string, now: Instant): Promise<Verified | null> {
  const verified = await verifyToken(token, ownTokens(config), now);
  return verified.ok ? verified.value : null;
}

/** Asks each verifier in turn; the first that has something to say decides. */
export const authentication =
  (verifiers: readonly Verifier[], now: () => Instant): Authenticate =>
  async (asking) => {
    for (const verify of verifiers) {
      const result = await verify(asking, now());
      if (result) return result;
    }
    return fail('no-token', 'Authorization');
  };

/** Verifies `Authorization: Bearer` (RFC 6750 section 2.1) with a JWT of this service, or of an outside issuer. */
export const bearerVerifier =
  (own: TrustedIssuer, outside?: VerifyOutside): Verifier =>
  async ({ headers }, now) => {
    const header = headers.get('authorization');
    if (header === null) return null;
    const [, token] = /^bearer +([^\s]+) *$/i.exec(header) ?? [];
    if (!token) return fail('not-a-bearer', 'Authorization');
    const claimed = claimsOf(token);
    if (claimed?.iss !== own.issuer) {
      const judged = claimed && (await outside?.(token, claimed, now));
      return judged ?? invalidToken();
    }
    const verified = await verifyToken(token, own, now);
    return verified.ok ? own.admit(verified.value) : verified;
  };

/** What the token says, unverified: it only picks the rules by which the token is then verified. */
function claimsOf(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

const claims = z.object({
  sub: z.string().min(1),
  ccid: z.string().min(1).max(255),
  roles: z.array(z.string()),
  // Tokens that were issued before these were added are good for an hour, and outside issuers may not have them.
  kind: z.enum(CALLER_KINDS).default('user'),
  client_id: z.string().nullable().default(null),
  auth_time: z.number().nullable().default(null),
  jti: z.string().optional(),
  sid: z.string().optional(),
  secret_at: z.number().default(0),
});

async function verifyToken(
  token: string,
  issuer: Omit<TrustedIssuer, 'admit'>,
  now: Instant,
): Promise<Result<Verified>> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOrThrow(issuer, kid, now), {
      algorithms: [...issuer.algorithms],
      issuer: issuer.issuer,
      audience: issuer.audience,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub', 'ccid', 'roles'],
    });
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return invalidToken();
    const { sub, ccid, roles, kind, client_id: clientId, auth_time: seconds, jti, sid } = parsed.data;
    const { secret_at: secretAt } = parsed.data;
    const authTime = seconds === null ? null : seconds * 1000;
    const caller = { subject: sub, ccid, roles, kind, clientId, sessionId: null, authTime };
    return ok({ caller, jti, sid, secretAt });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return fail('token-expired', 'Authorization');
    // Only what jose says of the token is the caller's fault; anything else is a defect.
    if (error instanceof errors.JOSEError) return invalidToken();
    throw error;
  }
}

async function keyOrThrow(
  issuer: Pick<TrustedIssuer, 'key'>,
  kid: string | undefined,
  now: Instant,
): Promise<CryptoKey> {
  const key = await issuer.key(kid, now);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}

/** One answer for every forgery, so that it tells nothing about which check failed. */
const invalidToken = (): Result<never> => fail('token-invalid', 'Authorization');
