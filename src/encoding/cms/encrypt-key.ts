import { Buffer } from 'node:buffer';
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { certificateParts } from '../certificate-parts.ts';

/**
 * The content key under the certificate's RSA key, RSAES-PKCS1-v1_5 (RFC 8017, 7.2.1): as many bytes as the modulus has. This is the one
 * function of `src/encoding` that is not pure: the padding is random and comes from the runtime. Throws for a key that is not RSA.
 */
export function encryptContentKey(certificateDer: Uint8Array, contentKey: Uint8Array): Uint8Array {
  const spki = Buffer.from(certificateParts(certificateDer).publicKey.bytes);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  // The padding is named because workerd's default differs from Node's.
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, contentKey);
}
