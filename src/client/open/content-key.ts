import { Buffer } from 'node:buffer';
import { RecipientInfos } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { ClientError } from '../client-error.ts';
import type { RsaPrivateKey } from './primitives.ts';
import { damaged } from './sealed-file.ts';
import { primitives } from './seam.ts';

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/** RFC 8017, 7.2.1: 00 02, at least 8 random bytes other than 00, and 00 before the message. */
const PADDING_LEAST = 8;

/** One private key among others in a text; what stands between them is no concern of ours. */
const KEY_BLOCK = /-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/g;

/**
 * The content key of `keyBytes` bytes that `recipientInfos` (RFC 5652, 6.2; DER or BER) holds for this private key, or for one of
 * several: PEM blocks one after the other, each of which is tried.
 */
export async function contentKey(
  recipientInfos: Uint8Array,
  privateKeyPem: string,
  keyBytes: number,
): Promise<Uint8Array> {
  const privateKeys = await rsaKeys(privateKeyPem);
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
  for (const privateKey of privateKeys) {
    for (const candidate of encrypted) {
      const key = await decryptKey(privateKey, candidate);
      if (key?.length === keyBytes) return key;
    }
  }
  const none =
    privateKeys.length === 1 ? 'This private key does not open' : 'None of these private keys opens';
  throw new ClientError('wrong-key', `${none} the file: ${wantedKey(recipients)}`);
}

/** Which certificate's key is meant, as `openssl x509 -noout -serial` shows it. */
function wantedKey(recipients: RecipientInfos): string {
  const numbers = recipients.flatMap(({ ktri }) => {
    const bytes = ktri?.rid.issuerAndSerialNumber?.serialNumber;
    if (!bytes) return [];
    const digits = Buffer.from(bytes).toString('hex').toUpperCase();
    return [digits.replace(/^(?:00)+(?=..)/, '')];
  });
  return numbers.length === 0
    ? 'take the one that belongs to the certificate of that time.'
    : `take the one of the certificate with the serial number ${numbers.join(' or ')}.`;
}

async function rsaKeys(pem: string): Promise<readonly RsaPrivateKey[]> {
  const blocks = pem.match(KEY_BLOCK) ?? [pem];
  return Promise.all(blocks.map(rsaKey));
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
