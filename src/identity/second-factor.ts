import type { WrapKey } from '../config/key-rings.ts';
import { isWrappedByCurrent, unwrap, wrap } from '../config/wrap.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  spendRecoveryCode,
  spendStep,
  tryBegunFactor,
  type FactorRow,
} from '../store/second-factors.ts';
import type { UserKey } from '../store/sessions.ts';
import { brakedUnforgiving, type BrakeServices } from './brakes.ts';
import { sha256 } from './secrets.ts';
import { base32, stepOfCode } from './totp.ts';

/** Bytes of the secret of one-time codes: as many as HMAC-SHA-1 gives (RFC 4226, 4). */
const SECRET_BYTES = 20;
/** Recovery codes, and bytes of one: of 112 bits and more a plain SHA-256 may be kept (ASVS 6.5.2). */
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 15;

/** How long one that was begun can be confirmed, and how many codes may be tried at it. */
const BEGUN_MS: Instant = 10 * 60_000;
const BEGUN_TRIES = 5;

/** What a code is judged by. */
export interface FactorServices extends BrakeServices {
  readonly config: { readonly wrapKeys: readonly WrapKey[] };
}
type MakingServices = FactorServices & { randomBytes(count: number): Uint8Array };

/** What a secret is wrapped for: it is of no use to another user. */
export const factorContext = ({ ccid, userName }: UserKey): string =>
  JSON.stringify(['second-factor', ccid, userName]);

/** Begins a user's second factor; answers its secret in base32, which is shown this once. */
export async function beginFactor(services: MakingServices, user: UserKey): Promise<Result<string>> {
  const secret = new Uint8Array(services.randomBytes(SECRET_BYTES));
  const begunAt = services.now();
  const wrapped = await wrap(services.config.wrapKeys, factorContext(user), secret, begunAt);
  const begun = await beginSecondFactor(services.db, { ...user, secret: wrapped, begunAt });
  return begun ? ok(base32(secret)) : fail('second-factor-there', '');
}

/**
 * Confirms the second factor that was begun, by a code of it; answers the recovery codes, which are shown this once. Wrong ones count at the
 * user's name, and five end what was begun, as ten minutes do: it lies there, and whoever finds the session would guess at it.
 */
export function confirmFactor(
  services: MakingServices,
  user: UserKey,
  { code, address }: { readonly code: string; readonly address: string },
): Promise<Result<readonly string[]>> {
  const tried = { user: { tenant: user.ccid, name: user.userName } };
  return brakedUnforgiving(services, tried, address, () => judgeBegun(services, user, code));
}

async function judgeBegun(
  services: MakingServices,
  user: UserKey,
  code: string,
): Promise<Result<readonly string[]>> {
  const notBegun = fail('second-factor-not-begun', '');
  const open = { since: services.now() - BEGUN_MS, most: BEGUN_TRIES };
  const factor = await tryBegunFactor(services.db, user, open);
  if (!factor) return notBegun;
  const secret = await secretOf(services, factor);
  const lastStep = secret && stepOfCode(secret, code, { now: services.now(), lastStep: factor.lastStep });
  if (lastStep === null) return fail('code-wrong', 'code');
  const { codes, recovery } = newRecoveryCodes(services);
  const confirmedAt = services.now();
  const confirmed = await confirmSecondFactor(services.db, factor, { confirmedAt, lastStep, recovery });
  return confirmed ? ok(codes) : notBegun;
}

/** Makes other recovery codes in the place of those that are left; they are shown this once. */
export async function renewRecoveryCodes(
  services: MakingServices,
  user: UserKey,
): Promise<Result<readonly string[]>> {
  const before = await findSecondFactor(services.db, user);
  if (!before || before.confirmedAt === null) return fail('no-second-factor', '');
  const { codes, recovery } = newRecoveryCodes(services);
  const replaced = await replaceRecoveryCodes(services.db, before, recovery);
  return replaced ? ok(codes) : fail('renewed-meanwhile', '');
}

/**
 * Whether the sign-in of a user whose password was right passes: by a code, which is spent; or because the user has no second factor.
 * A code is one of an authenticator or of the recovery codes. Answers when the second factor was confirmed, null of none: what is opened
 * stands on it (`stillLetIn`).
 */
export async function passFactor(
  services: FactorServices,
  user: UserKey,
  code: string | undefined,
): Promise<Result<Instant | null>> {
  const factor = await findSecondFactor(services.db, user);
  if (!factor || factor.confirmedAt === null) return ok(null);
  if (!code) return fail('second-factor-needed', 'code');
  const spent =
    (await spendCode(services, factor, code)) || (await spendRecoveryCode(services.db, user, hashOf(code)));
  return spent ? ok(factor.confirmedAt) : fail('second-factor-refused', 'code');
}

/** Spends a code of an authenticator, and wraps the secret under the key that wraps now: the one before may go some day. */
async function spendCode(services: FactorServices, factor: FactorRow, code: string): Promise<boolean> {
  const plain = await secretOf(services, factor);
  const now = services.now();
  const step = plain && stepOfCode(plain, code, { now, lastStep: factor.lastStep });
  if (!plain || step === null) return false;
  const { wrapKeys } = services.config;
  const kept = isWrappedByCurrent(wrapKeys, factor.secret, now);
  const secret = kept ? factor.secret : await wrap(wrapKeys, factorContext(factor), plain, now);
  return spendStep(services.db, factor, { step, secret });
}

/** The secret of one-time codes; null where its key is no longer in the ring: recovery codes are good still. */
async function secretOf(
  { config }: FactorServices,
  factor: FactorRow,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const there = config.wrapKeys.some(({ id }) => factor.secret.startsWith(`${id}.`));
  return there ? unwrap(config.wrapKeys, factorContext(factor), factor.secret) : null;
}

function newRecoveryCodes({ randomBytes }: Pick<MakingServices, 'randomBytes'>) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_BYTES)));
  return { codes, recovery: codes.map(hashOf) };
}

/** `abcd-efgh-ijkl-mnop-qrst-uvwx` */
const recoveryCode = (bytes: Uint8Array): string =>
  (base32(bytes).toLowerCase().match(/.{4}/g) ?? []).join('-');

/** What is kept of a recovery code, as somebody typed it off: without what only parts it. */
const hashOf = (text: string): string => sha256(text.toLowerCase().replaceAll(/[\s-]/g, ''));
