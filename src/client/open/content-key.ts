import { RecipientInfos } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { ClientError } from '../client-error.ts';
import type { RsaPrivateKey } from './primitives.ts';
import { damaged } from './sealed-file.ts';
import { primitives } from './seam.ts';

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/** RFC 8017, 7.2.1: 00 02, at least 8 random bytes other than 00, and 00 before the message. */
const PADDING_LEAST = 8;

/** The content key of `keyBytes` bytes that `recipientInfos` (RFC 5652, 6.2; DER or BER) holds for this private key. */
export async function contentKey(
  recipientInfos: Uint8Array,
  privateKeyPem: string,
  keyBytes: number,
): Promise<Uint8Array> {
  const privateKey = await rsaKey(privateKeyPem);
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
    throw new ClientError('unsupported', 'The file has no recipient with an RSA (PKCS #1 v1.5) key.');
  }
  for (const candidate of encrypted) {
    const key = await decryptKey(privateKey, candidate);
    if (key?.length === keyBytes) return key;
  }
  throw new ClientError(
    'wrong-key',
    'This private key does not open the file: take the one that belongs to the certificate of that time.',
  );
}

async function rsaKey(pem: string): Promise<RsaPrivateKey> {
  const key = await primitives.readPrivateKey(pem);
  if (key === 'unreadable') {
    throw new ClientError(
      'wrong-key',
      'The private key cannot be read: it has to be PEM, without a passphrase.',
    );
  }
  if (key === 'not-rsa') throw new ClientError('wrong-key', 'The private key is not an RSA key.');
  return key;
}

/**
 * Null where the key does not fit. The padding is checked here: the runtime's own check answers a wrong key with random bytes
 * in place of an error, which protects servers and confuses people.
 */
async function decryptKey(key: RsaPrivateKey, encrypted: Uint8Array): Promise<Uint8Array | null> {
  const block = await key.decryptBlock(encrypted);
  if (block === null) return null;
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 2 + PADDING_LEAST) return null;
  return block.subarray(end + 1);
}
