import { createHash, createPublicKey } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_keyUsage, KeyUsage, KeyUsageFlags } from '@peculiar/asn1-x509';
import { encryptContentKey } from './cms/encrypt-key.ts';
import { distinguishedName } from './distinguished-name.ts';

/** What a file holds instead of one certificate. */
export type CertificateFileProblem =
  | 'private-key'
  | 'several'
  | 'bundle'
  | 'other-pem'
  | 'not-a-certificate'
  | 'unusable-key';

/** An X.509 certificate in the terms of the rules about recipients. */
export interface ParsedCertificate {
  readonly der: Uint8Array;
  /** RFC 4514 text. */
  readonly subject: string;
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string;
  /** `RSA`, or the name or OID of another algorithm. */
  readonly keyAlgorithm: string;
  /** RSA modulus in bits; 0 for other keys. */
  readonly keyBits: number;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Null when the certificate states no key usage. */
  readonly keyEncipherment: boolean | null;
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/** OIDs of subjectPublicKeyInfo that are not RSA encryption (RFC 5480, 8410, 4055), as people call them. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS (for signatures only)',
};

/**
 * Reads the one certificate of a PEM or DER file. Nothing of the file is in the answer but the certificate itself, and a
 * private key is recognised in every common form so that it can be refused by name.
 */
export function readCertificateFile(file: Uint8Array): ParsedCertificate | CertificateFileProblem {
  const der = fromPem(file) ?? file;
  if (typeof der === 'string') return der;
  const foreign = recognise(der);
  if (foreign) return foreign;
  try {
    return parse(der);
  } catch {
    // Every throw here comes from parsing the caller's bytes; what the parser says of them must not get out.
    return 'not-a-certificate';
  }
}

/** The DER of the one certificate in a PEM file (RFC 7468); null when the file has no PEM block. */
function fromPem(file: Uint8Array): Uint8Array | CertificateFileProblem | null {
  const text = new TextDecoder('latin1').decode(file);
  const labels = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,64})-----/g)].map(([, label = '']) => label);
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) return 'private-key';
  if (labels.length === 0) return null;
  if (labels.length > 1) return 'several';
  const block = /-----BEGIN (X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END \1?CERTIFICATE-----/.exec(
    text,
  );
  return block ? Buffer.from(block[2] ?? '', 'base64') : 'other-pem';
}

/** Tells what is surely no certificate by the first element inside the outer SEQUENCE (X.690 section 8.1). */
function recognise(der: Uint8Array): CertificateFileProblem | null {
  const body = sequenceBody(der);
  if (!body) return 'not-a-certificate';
  // A key starts with its version, 0 or 1 (RFC 8017 A.1.2, RFC 5958, RFC 5915); PKCS #12 with version 3 (RFC 7292).
  if (body[0] === 0x02) return 'private-key';
  // An encrypted key is an algorithm and an OCTET STRING (RFC 5958 section 3); a certificate has three elements.
  const inner = sequenceLength(body);
  if (inner !== null && body[inner] === 0x04) return 'private-key';
  // PKCS #7 starts with an OID (RFC 2315).
  return body[0] === 0x06 ? 'bundle' : null;
}

/** The content of a DER SEQUENCE that fills the file exactly; null otherwise. */
function sequenceBody(der: Uint8Array): Uint8Array | null {
  const length = sequenceLength(der);
  const header = (der[1] ?? 0) < 0x80 ? 2 : 2 + ((der[1] ?? 0) & 0x7f);
  return length === der.byteLength ? der.subarray(header) : null;
}

/** Bytes of the SEQUENCE at the start of `der`, header included; null when there is none (X.690 section 8.1.3). */
function sequenceLength(der: Uint8Array): number | null {
  const [tag, first] = der;
  if (tag !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  if (octets < 1 || octets > 3) return null;
  const length = der.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
  return 2 + octets + length;
}

function parse(der: Uint8Array): ParsedCertificate | CertificateFileProblem {
  const { tbsCertificate } = AsnConvert.parse(der, Certificate);
  const { algorithm } = tbsCertificate.subjectPublicKeyInfo.algorithm;
  const isRsa = algorithm === RSA_ENCRYPTION;
  if (isRsa && !canSealFor(der)) return 'unusable-key';
  const usage = tbsCertificate.extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
  return {
    der,
    subject: distinguishedName(tbsCertificate.subject),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    keyAlgorithm: isRsa ? 'RSA' : (KEY_NAMES[algorithm] ?? algorithm),
    keyBits: isRsa ? rsaBits(AsnConvert.serialize(tbsCertificate.subjectPublicKeyInfo)) : 0,
    notBefore: tbsCertificate.validity.notBefore.getTime().getTime(),
    notAfter: tbsCertificate.validity.notAfter.getTime().getTime(),
    keyEncipherment: usage ? allowsKeyEncipherment(usage.extnValue.buffer) : null,
  };
}

const allowsKeyEncipherment = (extension: ArrayBuffer): boolean =>
  (AsnConvert.parse(extension, KeyUsage).toNumber() & KeyUsageFlags.keyEncipherment) !== 0;

/** A run must not be the first to find out that the runtime refuses a key (too large, exponent 1, even modulus). */
function canSealFor(der: Uint8Array): boolean {
  try {
    return encryptContentKey(der, new Uint8Array(32)).byteLength > 0;
  } catch {
    return false;
  }
}

function rsaBits(spki: ArrayBuffer): number {
  const { n } = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  const modulus = Buffer.from(n ?? '', 'base64url');
  return modulus.byteLength * 8 - Math.clz32(modulus[0] ?? 0) + 24;
}
