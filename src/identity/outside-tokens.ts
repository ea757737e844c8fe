import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { Config } from '../config.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { allows } from '../model/roles.ts';
import { hasOtherKeys, outsidePersonOf, type IssuerRules, type OutsidePerson } from '../model/issuer.ts';
import { OutsideAway } from '../platform/outside-fetch.ts';
import { findIssuersAt } from '../store/issuers.ts';
import { noteOutsidePerson } from '../store/outside-people.ts';
import { findUser } from '../store/users.ts';
import type { Caller } from './caller.ts';
import { knownShortly } from './known-shortly.ts';
import { ASK_AGAIN, type OutsideKeys } from './outside-keys.ts';
import { provenAt } from './proven-at.ts';

/** What outside tokens are judged by. */
export interface OutsideServices {
  readonly config: Config;
  readonly db: D1Database;
  readonly keys: OutsideKeys;
  readonly now: () => Instant;
}

/** Verifies a token of an issuer that is not this service; null where nobody has named its issuer, or its audience. */
export type VerifyOutside = (
  token: string,
  claimed: JWTPayload,
  now: Instant,
) => Promise<Result<Caller> | null>;

/**
 * Tokens of outside issuers. Whom they name need not be a user here. Where there is a user of that name, it has to be the one whom this
 * issuer sent before: somebody of another issuer, or with a password here, is somebody else. Whoever manages access and is no user is noted by
 * name, so that nobody but an administrator adds a user of it (`checkFree`).
 */
export function outsideTokens({ config, db, keys, now }: OutsideServices): VerifyOutside {
  const issuersAt = knownShortly((issuer) => findIssuersAt(db, issuer), now);
  const userOf = knownShortly((key) => {
    const [ccid, name] = JSON.parse(key) as [string, string]; // as it is written below
    return findUser(db, ccid, name);
  }, now);
  const noted = knownShortly((key) => {
    const [ccid, name, issuer, issuerSubject] = JSON.parse(key) as [string, string, string, string]; // as it is written below
    // A note that is not taken keeps nobody out.
    return noteOutsidePerson(db, { ccid, name, issuer, issuerSubject }, now()).catch(() => null);
  }, now);
  return async (token, { iss, aud }, at) => {
    if (typeof iss !== 'string') return null;
    const configured = config.issuers.filter(({ issuer }) => issuer === iss);
    const audiences = [aud].flat();
    // The deployment may have named the issuer after a contact center did.
    const own = (await issuersAt(iss)).filter((issuer) => !hasOtherKeys(issuer, configured));
    const rules: IssuerRules | undefined = [...configured, ...own].find(({ audience }) =>
      audiences.includes(audience),
    );
    if (!rules) return null;
    const verified = await verifyBy(keys, rules, token, { audience: rules.audience, now: at });
    if (!verified.ok) return verified;
    const { person, payload } = verified.value;
    const user = await userOf(JSON.stringify([person.ccid, person.name]));
    const same = user?.issuer === iss && user.issuerSubject === person.issuerSubject;
    if (user && (!same || user.disabled)) return fail('caller-ended', 'Authorization');
    if (!user && allows(person.roles, 'users.write'))
      await noted(JSON.stringify([person.ccid, person.name, iss, person.issuerSubject]));
    return ok({
      ccid: person.ccid,
      roles: person.roles,
      subject: person.name,
      kind: 'user' as const,
      clientId: null,
      sessionId: null,
      authTime: provenAt(payload, at),
    });
  };
}

/** Who a token stands for, once its signature, issuer, audience and times are proven; one answer for every forgery. */
export async function verifyBy(
  keys: OutsideKeys,
  rules: IssuerRules,
  token: string,
  { audience, now }: { readonly audience: string; readonly now: Instant },
): Promise<Result<{ readonly person: OutsidePerson; readonly payload: JWTPayload }>> {
  const found = await keys.keysOf(rules);
  if (!found.ok) return found;
  const invalid = fail('token-invalid', 'Authorization');
  try {
    const { payload } = await jwtVerify(token, found.value, {
      algorithms: [...rules.algorithms],
      issuer: rules.issuer,
      audience,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    const person = outsidePersonOf(rules, payload);
    return person ? ok({ person, payload }) : invalid;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return fail('token-expired', 'Authorization');
    if (error instanceof OutsideAway || error instanceof errors.JWKSTimeout)
      return fail('issuer-away', 'issuer', ASK_AGAIN);
    if (error instanceof errors.JOSEError) return invalid;
    throw error;
  }
}
