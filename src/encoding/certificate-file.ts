import { Buffer } from 'node:buffer';
import { createHash, createPublicKey } from 'node:crypto';
import { checkForm } from './certificate-form.ts';
import { certificateParts, type CertificateParts } from './certificate-parts.ts';
import { certificateTime } from './certificate-time.ts';
import { encryptContentKey } from './cms/encrypt-key.ts';
import { elementOf, elementsOf, headerAt, isShortestInteger, TAG } from './der.ts';
import { distinguishedName, UnreadableName } from './distinguished-name.ts';
import { dottedOid } from './object-identifier.ts';
import { holdsPrivateKey } from './private-key.ts';

/** What a file holds instead of one certificate that exports can be sealed for and opened with. */
export type CertificateFileProblem =
  | 'private-key'
  | 'several'
  | 'bundle'
  | 'other-pem'
  | 'utf-16'
  | 'not-a-certificate'
  | 'unusable-key'
  /** OpenSSL, which recipients open files with, would not read the certificate: its serial number, or a name in it. */
  | 'odd-serial-number'
  | 'odd-name'
  | 'odd-validity';

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
  const { text, utf16 } = textOf(file);
  if (holdsPrivateKey(file, text)) return 'private-key';
  if (utf16 && text.includes('-----BEGIN ')) return 'utf-16';
  const der = fromPem(text) ?? file;
  if (typeof der === 'string') return der;
  if (holdsPrivateKey(der, '')) return 'private-key';
  if (isBundle(der)) return 'bundle';
  try {
    return parse(der);
  } catch (error) {
    // Every throw here comes from parsing the caller's bytes; what the parser says of them must not get out.
    return error instanceof UnreadableName ? 'odd-name' : 'not-a-certificate';
  }
}

/** A file as text: by its byte order mark, or the zeros between its characters, UTF-16; else a character a byte. */
function textOf(file: Uint8Array): { readonly text: string; readonly utf16: boolean } {
  const [first, second] = file;
  const little = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'latin1';
  return { text: new TextDecoder(encoding).decode(file), utf16: little || big };
}

/** The DER of the one certificate in a PEM file (RFC 7468); null when the file has no PEM block. */
function fromPem(text: string): Uint8Array | CertificateFileProblem | null {
  const labels = [...text.matchAll(/-----BEGIN ([A-Za-z0-9 #]{1,64})-----/g)].map(([, label = '']) => label);
  if (labels.length === 0) return null;
  if (labels.length > 1) return 'several';
  // PKCS7 of OpenSSL, "PKCS #7 SIGNED DATA" of others, CMS of RFC 7468.
  if (/^(PKCS ?#?7|CMS)\b/.test(labels[0] ?? '')) return 'bundle';
  const block = /-----BEGIN (X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END \1?CERTIFICATE-----/.exec(
    text,
  );
  return block ? Buffer.from(block[2] ?? '', 'base64') : 'other-pem';
}

/** PKCS #7 starts with an OID (RFC 2315); of indefinite length where it was written as a stream. */
function isBundle(der: Uint8Array): boolean {
  const begin = der[1] === 0x80 ? 2 : headerAt(der, 0)?.begin;
  return der[0] === TAG.sequence && begin !== undefined && der[begin] === TAG.objectIdentifier;
}

function parse(der: Uint8Array): ParsedCertificate | CertificateFileProblem {
  const parts = certificateParts(der);
  checkForm(parts);
  if (!isShortestInteger(parts.serialNumber.content)) return 'odd-serial-number';
  // The issuer is not shown, but OpenSSL has to read it, too.
  distinguishedName(parts.issuer);
  const subject = distinguishedName(parts.subject);
  const [notBefore, notAfter] = [certificateTime(parts.notBefore), certificateTime(parts.notAfter)];
  if (notBefore === null || notAfter === null) return 'odd-validity';
  const algorithm = keyAlgorithm(parts);
  const isRsa = algorithm === RSA_ENCRYPTION;
  if (isRsa && !canSealFor(der)) return 'unusable-key';
  return {
    der,
    subject,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    keyAlgorithm: isRsa ? 'RSA' : (KEY_NAMES[algorithm] ?? algorithm),
    keyBits: isRsa ? rsaBits(parts.publicKey.bytes) : 0,
    notBefore,
    notAfter,
    keyEncipherment: keyEncipherment(parts),
  };
}

/** `SubjectPublicKeyInfo ::= SEQUENCE { algorithm SEQUENCE { algorithm OBJECT IDENTIFIER, … }, subjectPublicKey BIT STRING }` */
function keyAlgorithm({ publicKey }: CertificateParts): string {
  const [algorithm] = elementsOf(publicKey.content);
  const [id] = elementsOf(algorithm?.content ?? new Uint8Array());
  return dottedOid(id?.content ?? new Uint8Array());
}

/** Contents of the OBJECT IDENTIFIER 2.5.29.15, key usage, in hex. */
const KEY_USAGE = '551d0f';
/** Bit 2 of the BIT STRING, whose first octet counts unused bits (RFC 5280, 4.2.1.3). */
const KEY_ENCIPHERMENT = 0x20;

function keyEncipherment({ extensions }: CertificateParts): boolean | null {
  const usage = extensions
    .map(({ content }) => elementsOf(content))
    .find(([id]) => Buffer.from(id?.content ?? []).toString('hex') === KEY_USAGE);
  if (!usage) return null;
  const [, bits = 0] = elementOf(usage.at(-1)?.content ?? new Uint8Array(), TAG.bitString).content;
  return (bits & KEY_ENCIPHERMENT) !== 0;
}

/** A run must not be the first to find out that the runtime refuses a key (too large, exponent 1, even modulus). */
function canSealFor(der: Uint8Array): boolean {
  try {
    return encryptContentKey(der, new Uint8Array(32)).byteLength > 0;
  } catch {
    return false;
  }
}

function rsaBits(spki: Uint8Array): number {
  const { n } = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  });
  const modulus = Buffer.from(n ?? '', 'base64url');
  return modulus.byteLength * 8 - Math.clz32(modulus[0] ?? 0) + 24;
}
