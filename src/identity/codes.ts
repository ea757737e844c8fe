import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { findCode, redeemCode, saveCode, type AuthorizationCode } from '../store/authorization-codes.ts';
import { findUser } from '../store/users.ts';
import type { Asked, ReplyTo } from './authorization-request.ts';
import type { Caller } from './caller.ts';
import { endReused, newFamily, type FamilyServices } from './families.ts';
import { callerOf, type Granted, type GrantRequest } from './granted.ts';
import { newSecret, sha256 } from './secrets.ts';

/** How long a program has to change its code for tokens. */
const CODE_MS: Instant = 60_000;
/** A verifier as RFC 7636, 4.1, has it. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/**
 * A code for what a person has allowed a program in a browser session: it stands for this person, and goes to this address alone. Null
 * where the session has ended meanwhile.
 */
export async function giveCode(
  services: FamilyServices,
  { client, redirectUri }: ReplyTo,
  { asked, caller }: { readonly asked: Asked; readonly caller: Caller },
): Promise<string | null> {
  const { authTime, ccid, subject: userName, sessionId } = caller;
  // Whoever lets a program in has signed in a moment ago (`model/sign-in-again.ts`), and does so in a session alone (`authorize.ts`).
  if (authTime === null || sessionId === null) throw new Error('nobody has signed in here with a browser');
  const { secret, hash } = newSecret((count) => services.randomBytes(count));
  const now = services.now();
  const code = {
    ...asked,
    hash,
    ccid,
    userName,
    clientId: client.id,
    redirectUri,
    authTime,
    expiresAt: now + CODE_MS,
  };
  return (await saveCode(services.db, code, sessionId)) ? secret : null;
}

/**
 * The grant authorization_code (RFC 6749, 4.1.3; RFC 7636, 4.6). A code is good once: used again by its program it ends what came of it,
 * since one of the two who had it stole it (RFC 6749, 10.5).
 */
export async function codeGrant(
  services: FamilyServices,
  { client, parameters, reused }: GrantRequest,
): Promise<Result<Granted>> {
  const missing = ['code', 'redirect_uri', 'code_verifier'].find((name) => !parameters.has(name));
  if (missing !== undefined) return fail('missing', missing);
  const { db } = services;
  const now = services.now();
  const refused = fail('code-refused', 'code');
  const code = await findCode(db, sha256(parameters.get('code') ?? ''));
  if (!code || code.clientId !== client.id) return refused;
  if (code.familyId !== null) {
    await endReused(services, { id: code.familyId, ccid: code.ccid }, reused);
    return refused;
  }
  if (code.expiresAt <= now || !isOfProgram(code, parameters)) return refused;
  const user = await findUser(db, code.ccid, code.userName);
  if (!user || user.disabled) return refused;
  const through = { client, authTime: code.authTime, byConsent: true };
  const { family, refresh } = newFamily(services, user, through);
  if (!(await redeemCode(db, code, family, now))) {
    const winner = await findCode(db, code.hash);
    if (winner?.familyId) await endReused(services, { id: winner.familyId, ccid: code.ccid }, reused);
    return refused;
  }
  const idToken = code.openid ? { nonce: code.nonce } : null;
  return ok({ caller: callerOf(user, client, code.authTime), refresh, idToken });
}

/** Whether whoever has the code is who asked for it: same address, and the verifier of its challenge. */
function isOfProgram(
  { redirectUri, challenge }: AuthorizationCode,
  parameters: ReadonlyMap<string, string>,
): boolean {
  const verifier = parameters.get('code_verifier') ?? '';
  const shown = createHash('sha256').update(verifier).digest('base64url');
  return parameters.get('redirect_uri') === redirectUri && VERIFIER.test(verifier) && shown === challenge;
}
