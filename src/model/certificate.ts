import { fail, ok, type Result } from './failures.ts';
import { formatInstant, type Instant } from './instant.ts';

/** Smallest RSA modulus that a recipient may have, in bits (guide, "Certificates"; facts.md). */
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

/** Whether exports may be sealed for this certificate at `now`; the failure's words tell the owner what to do. */
export function checkCertificate(facts: CertificateFacts, now: Instant): Result<CertificateFacts> {
  if (facts.keyAlgorithm !== 'RSA') {
    return refuse(`The certificate's key is ${facts.keyAlgorithm}; upload a certificate with an RSA key.`);
  }
  if (facts.keyBits < MIN_RSA_BITS) {
    return refuse(
      `The certificate's RSA key has ${facts.keyBits} bits; upload one with at least ${MIN_RSA_BITS} bits.`,
    );
  }
  if (facts.keyEncipherment === false) {
    return refuse(
      "The certificate's key usage does not allow key encipherment; upload one that allows it or states no key usage.",
    );
  }
  const invalid = invalidity(facts, now);
  return invalid === null ? ok(facts) : refuse(`The certificate ${invalid}; upload one that is valid now.`);
}

/**
 * Why a certificate is not valid at `now`, in words that follow "the certificate"; null when it is. Both ends are included
 * (RFC 5280 section 4.1.2.5). Uploading, submitting a job and planning a run all ask here.
 */
export function invalidity(
  { notBefore, notAfter }: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  now: Instant,
): string | null {
  if (now < notBefore) return `is not valid before ${formatInstant(notBefore)}`;
  return now > notAfter ? `expired on ${formatInstant(notAfter)}` : null;
}

/** Whether `name` can stand as a file's name on any system; a path is refused, however it is written. */
export function checkCertificateName(name: string): Result<string> {
  const wrong =
    name.length < 1 ||
    name.length > MAX_NAME_LENGTH ||
    name === '.' ||
    name.includes('..') ||
    /[/\\\p{Cc}\p{Cs}]/u.test(name);
  if (!wrong) return ok(name);
  return fail(
    'invalid',
    'certificatefilename',
    `The name must have 1 to ${MAX_NAME_LENGTH} characters, without "/", "\\", ".." or control characters.`,
  );
}

const refuse = (message: string): ReturnType<typeof fail> => fail('refused', 'file', message);
