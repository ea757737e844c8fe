// The certificate library's dependency injection asks for this polyfill before anything else.
import 'reflect-metadata';
import { Buffer } from 'node:buffer';
import { SubjectKeyIdentifierExtension, X509CertificateGenerator } from '@peculiar/x509';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** A fresh RSA key (PEM) and a self-signed certificate (DER and PEM) for tests. */
export async function makeRecipient(name = 'CN=Encoding test, O=Example, C=DE') {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('RSA keys come in pairs');
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    serialNumber: '00c0ffee',
    notBefore: new Date(Date.UTC(2020, 0, 1)),
    notAfter: new Date(Date.UTC(2100, 0, 1)),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [await SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  const pkcs8 = (await crypto.subtle.exportKey('pkcs8', keys.privateKey)) as ArrayBuffer;
  const lines =
    Buffer.from(pkcs8)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    certificateDer: new Uint8Array(certificate.rawData),
    certificatePem: `${certificate.toString('pem')}\n`,
    privateKeyPem: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
  };
}
