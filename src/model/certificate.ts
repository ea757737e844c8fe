import { fail, ok, type Failure, type Result } from './failures.ts';
import { formatInstant, type Instant } from './instant.ts';

/** Certificates that a contact center has on file at most: each is a recipient of every file. */
export const MAX_CERTIFICATES = 5;
/** Smallest RSA modulus that a recipient may have, in bits: weaker ones can be broken. */
const MIN_RSA_BITS = 2048;
/** Largest file name of an uploaded certificate, in UTF-16 units. */
const MAX_NAME_LENGTH = 255;

/** What the rules need to know of a parsed certificate. */
export interface CertificateFacts {
  /** `RSA`, or the name or OID of another public key algorithm. */
  readonly keyAlgorithm: string;
  /** RSA modulus in bits; 0 for other keys. */
  readonly keyBits: number;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Whether the key usage extension allows keyEncipherment (RFC 5280 section 4.2.1.3); null when it is not stated. */
  readonly keyEncipherment: boolean | null;
}

/** Whether exports may be sealed for this certificate at `now`. */
export function checkCertificate(facts: CertificateFacts, now: Instant): Result<CertificateFacts> {
  if (facts.keyAlgorithm !== 'RSA')
    return fail('certificate-key-type', 'file', { algorithm: facts.keyAlgorithm });
  if (facts.keyBits < MIN_RSA_BITS)
    return fail('certificate-key-bits', 'file', { bits: facts.keyBits, min: MIN_RSA_BITS });
  if (facts.keyEncipherment === false) return fail('certificate-key-usage', 'file');
  const validity = checkValidity(facts, now, 'file');
  return validity.ok ? ok(facts) : validity;
}

/**
 * Whether a certificate is valid at `now`, both ends included (RFC 5280 section 4.1.2.5); `field` names the offender. Uploading,
 * submitting a job and planning a run all ask here.
 */
export function checkValidity(
  { notBefore, notAfter }: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  now: Instant,
  field: string,
): Result<null, Failure<'certificate-not-yet-valid' | 'certificate-expired'>> {
  if (now < notBefore) return fail('certificate-not-yet-valid', field, { from: formatInstant(notBefore) });
  if (now > notAfter) return fail('certificate-expired', field, { until: formatInstant(notAfter) });
  return ok(null);
}

/** The certificates that a run is sealed for, the primary one first. */
export type Recipients<T> = readonly [T, ...T[]];
/** Why nobody could open a run. */
export type NoRecipient = Failure<'certificate-needed' | 'certificate-not-yet-valid' | 'certificate-expired'>;

/**
 * Whom a run that is planned at `now` is sealed for, in the order given: all certificates on file that are valid then. So one that ends
 * stops nothing while there is another. Where none is valid, the first one says why.
 */
export function recipientsAt<T extends Pick<CertificateFacts, 'notBefore' | 'notAfter'>>(
  certificates: readonly T[],
  now: Instant,
): Result<Recipients<T>, NoRecipient> {
  const [first] = certificates;
  if (!first) return fail('certificate-needed', 'certificate');
  const [leading, ...others] = certificates.filter((one) => checkValidity(one, now, 'certificate').ok);
  if (leading) return ok([leading, ...others]);
  const validity = checkValidity(first, now, 'certificate');
  // It is none of those that are valid.
  return validity.ok ? ok([first]) : validity;
}

/** Whether `name` can stand as a file's name on any system; a path is refused, however it is written. `field` has it. */
export function checkCertificateName(name: string, field = 'certificatefilename'): Result<string> {
  const wrong =
    name.length < 1 ||
    name.length > MAX_NAME_LENGTH ||
    name === '.' ||
    name.includes('..') ||
    /[/\\\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  return wrong ? fail('certificate-name', field, { max: MAX_NAME_LENGTH }) : ok(name);
}
