import { DAY_MS, formatInstant, type Instant } from './instant.ts';

/** How long before a certificate ends answers and the log begin to say so. */
export const WARN_DAYS = 30;

/** What there is to warn of, worst first. */
export const WARNING_CODES = [
  'certificate-expired',
  'start-after-certificate',
  'certificate-ends-soon',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning with the values that its words need. */
export interface Warning {
  readonly code: WarningCode;
  readonly data: Readonly<Record<'until' | 'start', string>>;
}

/** What there is to warn of the certificates on file, of which the last to end counts, and of a start that is to come. */
export function certificateWarnings(
  certificates: readonly { readonly notAfter: Instant }[],
  { nextStartsAt, now }: { readonly nextStartsAt: Instant | null; readonly now: Instant },
): readonly Warning[] {
  if (certificates.length === 0) return [];
  const notAfter = Math.max(...certificates.map((one) => one.notAfter));
  const late = nextStartsAt !== null && nextStartsAt > notAfter;
  const holds: Readonly<Record<WarningCode, boolean>> = {
    'certificate-expired': now > notAfter,
    'start-after-certificate': late,
    'certificate-ends-soon': now <= notAfter && notAfter - now <= WARN_DAYS * DAY_MS,
  };
  const data = { until: formatInstant(notAfter), start: late ? formatInstant(nextStartsAt) : '' };
  return WARNING_CODES.filter((code) => holds[code]).map((code) => ({ code, data }));
}

/** How a certificate stands. */
export const CERTIFICATE_STATES = ['valid', 'ends-soon', 'not-yet-valid', 'expired'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** How a certificate stands at `now`. */
export function certificateState(
  { notBefore, notAfter }: { readonly notBefore: Instant; readonly notAfter: Instant },
  now: Instant,
): CertificateState {
  if (now < notBefore) return 'not-yet-valid';
  if (now > notAfter) return 'expired';
  return notAfter - now <= WARN_DAYS * DAY_MS ? 'ends-soon' : 'valid';
}
