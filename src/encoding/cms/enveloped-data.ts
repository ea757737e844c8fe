import { Buffer } from 'node:buffer';
import { ContentEncryptionAlgorithmIdentifier, KeyEncryptionAlgorithmIdentifier } from '@peculiar/asn1-cms';
import { AsnConvert, AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import { certificateParts } from '../certificate-parts.ts';
import { derElement, TAG } from '../der.ts';
import { BEGIN_CONTEXT_0, BEGIN_SEQUENCE, END_OF_CONTENTS } from './ber.ts';

const ID_DATA = '1.2.840.113549.1.7.1';
const ID_ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const AES256_CBC = '2.16.840.1.101.3.4.1.42';
/** `CMSVersion ::= INTEGER` with the value 0. */
const VERSION_0 = derElement(TAG.integer, Uint8Array.of(0));
const ASN1_NULL = new Uint8Array([0x05, 0x00]).buffer;

/** Who can open a sealed content. `encryptedKey` is the content key under the certificate's RSA key. */
export interface SealRecipient {
  readonly certificateDer: Uint8Array;
  readonly encryptedKey: Uint8Array;
}

/** Recipients, one at least, and parameters of a sealed content. */
export interface Envelope {
  readonly recipients: readonly SealRecipient[];
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
    VERSION_0,
    derElement(TAG.set, ...envelope.recipients.map(recipientInfo)),
    Uint8Array.from(BEGIN_SEQUENCE),
    objectIdentifier(ID_DATA),
    new Uint8Array(AsnConvert.serialize(algorithm)),
    Uint8Array.from(BEGIN_CONTEXT_0),
  ]);
}

/** The end of the five indefinite lengths that the head opened. */
export const ENVELOPED_DATA_TAIL: Uint8Array = Uint8Array.from(Array(5).fill(END_OF_CONTENTS).flat());

/**
 * A recipient, RFC 5652 clause 6.2.1, RSAES-PKCS1-v1_5 (RFC 3370, 4.2.1). Issuer and serial number are the certificate's
 * own bytes: readers find their key by them, and written anew they may differ (UUIDs as OIDs, characters beyond the BMP, long lengths).
 * Several stand in the order given: only DER, which the content's indefinite lengths are not, sorts a SET OF (X.690, 11.6).
 *
 *     RecipientInfos ::= SET OF KeyTransRecipientInfo ::= SEQUENCE {
 *       version                CMSVersion,                               -- 0: issuerAndSerialNumber
 *       rid                    SEQUENCE { issuer Name, serialNumber INTEGER },
 *       keyEncryptionAlgorithm AlgorithmIdentifier,                      -- rsaEncryption, NULL
 *       encryptedKey           OCTET STRING
 *     }
 */
function recipientInfo({ certificateDer, encryptedKey }: SealRecipient): Uint8Array {
  const { issuer, serialNumber } = certificateParts(certificateDer);
  const algorithm = new KeyEncryptionAlgorithmIdentifier({
    algorithm: RSA_ENCRYPTION,
    parameters: ASN1_NULL,
  });
  return derElement(
    TAG.sequence,
    VERSION_0,
    derElement(TAG.sequence, issuer.bytes, serialNumber.bytes),
    new Uint8Array(AsnConvert.serialize(algorithm)),
    derElement(TAG.octetString, encryptedKey),
  );
}

const objectIdentifier = (oid: string) => new Uint8Array(AsnObjectIdentifierConverter.toASN(oid).toBER());
