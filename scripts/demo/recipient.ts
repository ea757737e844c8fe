// The certificate library's dependency injection asks for this polyfill before anything else.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';
import { DAY_MS } from '../../src/model/instant.ts';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Files of a new RSA key (PKCS #8) and of the self-signed certificate that goes with it, both PEM. */
export interface Recipient {
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** Makes a key and a certificate for encryption in a folder, valid from a day before `now` until `life` after it: a month. */
export async function makeRecipient(folder: string, now: number, life = 30 * DAY_MS): Promise<Recipient> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Demo recipient',
    // A positive DER integer whatever the bytes are.
    serialNumber: `01${Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex')}`,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + life),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [new KeyUsagesExtension(KeyUsageFlags.keyEncipherment, true)],
  });
  const keyFile = join(folder, 'recipient.key');
  const certificateFile = join(folder, 'recipient.crt');
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  writeFileSync(keyFile, pem, { mode: 0o600 });
  writeFileSync(certificateFile, `${certificate.toString('pem')}\n`);
  return { keyFile, certificateFile };
}
