import { Buffer } from 'node:buffer';
import {
  ContentEncryptionAlgorithmIdentifier,
  KeyTransRecipientInfo,
  RecipientIdentifier,
} from '@peculiar/asn1-cms';
import { CMSVersion, IssuerAndSerialNumber, KeyEncryptionAlgorithmIdentifier } from '@peculiar/asn1-cms';
import { RecipientInfo, RecipientInfos } from '@peculiar/asn1-cms';
import {
  AsnConvert,
  AsnIntegerConverter,
  AsnObjectIdentifierConverter,
  OctetString,
} from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { BEGIN_CONTEXT_0, BEGIN_SEQUENCE, END_OF_CONTENTS } from './ber.ts';

const ID_DATA = '1.2.840.113549.1.7.1';
const ID_ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const AES256_CBC = '2.16.840.1.101.3.4.1.42';
const ASN1_NULL = new Uint8Array([0x05, 0x00]).buffer;

/** Recipient and parameters of a sealed content. `encryptedKey` is the content key under the certificate's RSA key. */
export interface Envelope {
  readonly certificateDer: Uint8Array;
  readonly encryptedKey: Uint8Array;
  /** 16 bytes. */
  readonly iv: Uint8Array;
}

/**
 * Everything before the encrypted content, RFC 5652 clauses 3 and 6.1; `~` marks an indefinite length:
 *
 *     ContentInfo ::= SEQUENCE~ {
 *       contentType ContentType,                              -- id-envelopedData
 *       content [0] EXPLICIT~ EnvelopedData ::= SEQUENCE~ {
 *         version CMSVersion,                                 -- 0: issuerAndSerialNumber, no attributes
 *         recipientInfos SET OF RecipientInfo,
 *         encryptedContentInfo SEQUENCE~ {
 *           contentType ContentType,                          -- id-data
 *           contentEncryptionAlgorithm AlgorithmIdentifier,   -- aes256-CBC with its IV (RFC 3565, 4.1)
 *           encryptedContent [0] IMPLICIT~ OCTET STRING       -- in chunks
 */
export function envelopedDataHead(envelope: Envelope): Uint8Array {
  const algorithm = new ContentEncryptionAlgorithmIdentifier({
    algorithm: AES256_CBC,
    parameters: AsnConvert.serialize(new OctetString(envelope.iv)),
  });
  return Buffer.concat([
    Uint8Array.from(BEGIN_SEQUENCE),
    objectIdentifier(ID_ENVELOPED_DATA),
    Uint8Array.from(BEGIN_CONTEXT_0),
    Uint8Array.from(BEGIN_SEQUENCE),
    new Uint8Array(AsnIntegerConverter.toASN(CMSVersion.v0).toBER()),
    new Uint8Array(AsnConvert.serialize(recipientInfos(envelope))),
    Uint8Array.from(BEGIN_SEQUENCE),
    objectIdentifier(ID_DATA),
    new Uint8Array(AsnConvert.serialize(algorithm)),
    Uint8Array.from(BEGIN_CONTEXT_0),
  ]);
}

/** The end of the five indefinite lengths that the head opened. */
export const ENVELOPED_DATA_TAIL: Uint8Array = Uint8Array.from(Array(5).fill(END_OF_CONTENTS).flat());

/** One KeyTransRecipientInfo of version 0 (RFC 5652, 6.2.1), RSAES-PKCS1-v1_5 (RFC 3370, 4.2.1). */
function recipientInfos({ certificateDer, encryptedKey }: Envelope): RecipientInfos {
  const certificate = AsnConvert.parse(certificateDer, Certificate).tbsCertificate;
  const rid = new RecipientIdentifier({
    issuerAndSerialNumber: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
  });
  const ktri = new KeyTransRecipientInfo({
    version: CMSVersion.v0,
    rid,
    keyEncryptionAlgorithm: new KeyEncryptionAlgorithmIdentifier({
      algorithm: RSA_ENCRYPTION,
      parameters: ASN1_NULL,
    }),
    encryptedKey: new OctetString(encryptedKey),
  });
  return new RecipientInfos([new RecipientInfo({ ktri })]);
}

const objectIdentifier = (oid: string) => new Uint8Array(AsnObjectIdentifierConverter.toASN(oid).toBER());
