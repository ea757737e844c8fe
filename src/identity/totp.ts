import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../model/instant.ts';

/** Seconds of a time step (RFC 6238, 4.1), digits of a code, and steps that a clock may be wrong by, either way. */
const STEP_SECONDS = 30;
const DIGITS = 6;
const DRIFT_STEPS = 1;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The time step of an instant. */
const stepOf = (now: Instant): number => Math.floor(now / 1_000 / STEP_SECONDS);

/** The code of a time step: HMAC-SHA-1 of it as eight bytes, cut as RFC 4226, 5.3 has it. */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The time step that a code is of, now or a step beside it; null where it is none, or of a step that is not behind `lastStep`: a code is
 * good once, also for who looked over somebody's shoulder (RFC 6238, 5.2).
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  { now, lastStep }: { readonly now: Instant; readonly lastStep: number },
): number | null {
  const given = Buffer.from(code.replaceAll(' ', ''));
  for (let drift = -DRIFT_STEPS; drift <= DRIFT_STEPS; drift += 1) {
    const step = stepOf(now) + drift;
    const wanted = Buffer.from(codeOfStep(secret, step));
    if (step > lastStep && given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted))
      return step;
  }
  return null;
}

/** Bytes in base32 (RFC 4648, 6), without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** What an authenticator reads as a QR code (Key URI Format). */
export const otpauthUri = (issuer: string, account: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
