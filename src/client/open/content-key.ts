import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { RecipientInfos } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { damaged, SealedFileError } from './error.ts';

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/** RFC 8017, 7.2.1: 00 02, at least 8 random bytes other than 00, and 00 before the message. */
const PADDING_LEAST = 8;

/** The content key of `keyBytes` bytes that `recipientInfos` (RFC 5652, 6.2; DER or BER) holds for this private key. */
export function contentKey(recipientInfos: Uint8Array, privateKeyPem: string, keyBytes: number): Uint8Array {
  const privateKey = rsaKey(privateKeyPem);
  let recipients: RecipientInfos;
  try {
    recipients = AsnConvert.parse(recipientInfos, RecipientInfos);
  } catch {
    throw damaged('its list of recipients cannot be read');
  }
  const encrypted = recipients.flatMap(({ ktri }) =>
    ktri?.keyEncryptionAlgorithm.algorithm === RSA_ENCRYPTION
      ? [new Uint8Array(ktri.encryptedKey.buffer)]
      : [],
  );
  if (encrypted.length === 0) {
    throw new SealedFileError('unsupported', 'The file has no recipient with an RSA (PKCS #1 v1.5) key.');
  }
  for (const candidate of encrypted) {
    const key = decryptKey(privateKey, candidate);
    if (key?.length === keyBytes) return key;
  }
  throw new SealedFileError(
    'wrong-key',
    'This private key does not open the file: take the one that belongs to the certificate of that time.',
  );
}

function rsaKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new SealedFileError(
      'wrong-key',
      'The private key cannot be read: it has to be PEM, without a passphrase.',
    );
  }
  if (key.asymmetricKeyType !== 'rsa')
    throw new SealedFileError('wrong-key', 'The private key is not an RSA key.');
  return key;
}

/**
 * Null where the key does not fit. The padding is checked here: the runtime's own check answers a wrong key with random bytes
 * in place of an error, which protects servers and confuses people.
 */
function decryptKey(key: KeyObject, encrypted: Uint8Array): Uint8Array | null {
  let block: Uint8Array;
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
  } catch {
    return null;
  }
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 2 + PADDING_LEAST) return null;
  return block.subarray(end + 1);
}
