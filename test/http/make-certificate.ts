import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { START } from './harness.ts';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const DAY = 86_400_000;

export interface CertificateOptions {
  readonly keys?: CryptoKeyPair;
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly keyUsage?: keyof typeof KeyUsageFlags;
}

export const rsaKeys = (modulusLength: number): Promise<CryptoKeyPair> =>
  generate({
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  });

export async function generate(
  algorithm: Parameters<SubtleCrypto['generateKey']>[0],
): Promise<CryptoKeyPair> {
  // Asymmetric algorithms give a pair.
  return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
}

const shared = rsaKeys(2048);

/** A certificate in DER. Its signature is no real one: who receives exports need not be vouched for. */
export async function makeCertificate(options: CertificateOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { publicKey } = options.keys ?? (await shared);
  // 'spki' gives bytes, only 'jwk' an object.
  const spki = (await crypto.subtle.exportKey('spki', publicKey)) as ArrayBuffer;
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithm: SHA256_WITH_RSA });
  const name = commonName('Recipient, "one"');
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array([7]).buffer,
    signature: signatureAlgorithm,
    issuer: name,
    subject: name,
    validity: new Validity({
      notBefore: new Date(options.notBefore ?? START - DAY),
      notAfter: new Date(options.notAfter ?? START + DAY),
    }),
    subjectPublicKeyInfo: AsnConvert.parse(spki, SubjectPublicKeyInfo),
  });
  if (options.keyUsage) {
    const value = AsnConvert.serialize(new KeyUsage(KeyUsageFlags[options.keyUsage]));
    tbsCertificate.extensions = new Extensions([
      new Extension({ extnID: id_ce_keyUsage, critical: true, extnValue: new OctetString(value) }),
    ]);
  }
  const signatureValue = new ArrayBuffer(256);
  return new Uint8Array(
    AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm, signatureValue })),
  );
}

function commonName(text: string): Name {
  const value = new AttributeValue({ utf8String: text });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: '2.5.4.3', value })])]);
}

export const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
