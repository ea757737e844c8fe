import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../src/encoding/certificate-file.ts';
import { has } from './outside.ts';

const noOpenssl = spawnSync('openssl', ['version']).status !== 0;
let folder = '';

const openssl = (...parameters: string[]): void => {
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'ignore' });
};
const read = (name: string) => readCertificateFile(readFileSync(join(folder, name)));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-file-'));
  if (noOpenssl) return;
  const subject = '/C=DE/O=Example, Inc./CN=udm';
  const request = ['req', '-x509', '-nodes', '-days', '30', '-subj', subject, '-keyout', 'key.pem'];
  openssl(
    ...request,
    '-newkey',
    'rsa:3072',
    '-out',
    'cert.pem',
    '-addext',
    'keyUsage=critical,keyEncipherment',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(noOpenssl)('files made by openssl', () => {
  it('are read as PEM, as PEM with text, and as DER', () => {
    openssl('x509', '-in', 'cert.pem', '-text', '-out', 'text.pem');
    openssl('x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der');
    const fingerprint = execFileSync(
      'openssl',
      ['x509', '-in', 'cert.pem', '-noout', '-fingerprint', '-sha256'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    for (const name of ['cert.pem', 'text.pem', 'cert.der']) {
      expect(read(name)).toMatchObject({
        subject: 'CN=udm,O=Example\\, Inc.,C=DE',
        keyAlgorithm: 'RSA',
        keyBits: 3072,
        keyEncipherment: true,
        fingerprint: fingerprint.split('=')[1]?.trim().replaceAll(':', '').toLowerCase(),
      });
    }
  });

  it('are told apart: keys, bundles, requests', () => {
    openssl('rsa', '-in', 'key.pem', '-traditional', '-out', 'rsa.pem');
    openssl('rsa', '-in', 'key.pem', '-outform', 'DER', '-traditional', '-out', 'rsa.der');
    openssl(
      'pkcs8',
      '-topk8',
      '-in',
      'key.pem',
      '-outform',
      'DER',
      '-passout',
      'pass:x',
      '-out',
      'sealed.der',
    );
    openssl(
      'pkcs12',
      '-export',
      '-in',
      'cert.pem',
      '-inkey',
      'key.pem',
      '-passout',
      'pass:x',
      '-out',
      'both.p12',
    );
    const keys = ['key.pem', 'rsa.pem', 'rsa.der', 'sealed.der', 'both.p12'];
    expect(keys.map(read)).toEqual(keys.map(() => 'private-key'));
    openssl('crl2pkcs7', '-nocrl', '-certfile', 'cert.pem', '-outform', 'DER', '-out', 'bundle.p7b');
    expect(read('bundle.p7b')).toBe('bundle');
    openssl('req', '-new', '-key', 'key.pem', '-subj', '/CN=x', '-out', 'request.pem');
    expect(read('request.pem')).toBe('other-pem');
    writeFileSync(join(folder, 'chain.pem'), readFileSync(join(folder, 'cert.pem'), 'utf8').repeat(2));
    expect(read('chain.pem')).toBe('several');
  });

  it('are told apart: bundles in PEM, and text in UTF-16', () => {
    openssl('crl2pkcs7', '-nocrl', '-certfile', 'cert.pem', '-out', 'bundle.pem');
    expect(readFileSync(join(folder, 'bundle.pem'), 'latin1')).toContain('BEGIN PKCS7');
    expect(read('bundle.pem')).toBe('bundle');
    const pem = (name: string) => readFileSync(join(folder, name), 'latin1');
    const relabelled = (label: string) => Buffer.from(pem('bundle.pem').replaceAll('PKCS7', label));
    for (const label of ['CERTIFICATE', 'CMS', 'PKCS #7 SIGNED DATA'])
      expect(readCertificateFile(relabelled(label))).toBe('bundle');
    const utf16 = [
      Buffer.from(`\ufeff${pem('cert.pem')}`, 'utf16le'),
      Buffer.from(pem('cert.pem'), 'utf16le'),
    ];
    for (const file of utf16) {
      expect(readCertificateFile(file)).toBe('utf-16');
      expect(readCertificateFile(Buffer.from(file).swap16())).toBe('utf-16');
    }
    const key = Buffer.from(`\ufeff${pem('key.pem')}`, 'utf16le');
    expect(readCertificateFile(key)).toBe('private-key');
    expect(readCertificateFile(Buffer.from(`\ufeff${pem('cert.pem')}`))).toMatchObject({ keyBits: 3072 });
  });

  it('are told apart: keys in any clothing', () => {
    const key = createPrivateKey(readFileSync(join(folder, 'key.pem')));
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const locked = { cipher: 'aes-256-cbc', passphrase: 'x' };
    const ders = [
      key.export({ type: 'pkcs1', format: 'der' }),
      key.export({ type: 'pkcs8', format: 'der' }),
      key.export({ type: 'pkcs8', format: 'der', ...locked }),
      ec.export({ type: 'sec1', format: 'der' }),
      ec.export({ type: 'pkcs8', format: 'der' }),
    ];
    openssl(
      'pkcs12',
      '-export',
      '-in',
      'cert.pem',
      '-inkey',
      'key.pem',
      '-passout',
      'pass:x',
      '-out',
      'k.p12',
    );
    const pkcs12 = readFileSync(join(folder, 'k.p12'));
    ders.push(pkcs12);
    // The same with an outer length that is not told, as other programs write it.
    ders.push(Buffer.concat([Uint8Array.of(0x30, 0x80), pkcs12.subarray(4), Uint8Array.of(0, 0)]));
    for (const der of ders) {
      expect(readCertificateFile(der)).toBe('private-key');
      expect(readCertificateFile(Buffer.from(der.toString('base64')))).toBe('private-key');
      expect(readCertificateFile(Buffer.concat([der, Buffer.from('\n')]))).toBe('private-key');
      const armored = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
      expect(readCertificateFile(Buffer.from(armored))).toBe('private-key');
    }
    const texts = [
      ec.export({ type: 'sec1', format: 'pem' }),
      key.export({ type: 'pkcs1', format: 'pem', ...locked }),
      key.export({ type: 'pkcs8', format: 'pem', ...locked }),
      JSON.stringify(key.export({ format: 'jwk' }), null, 2),
      'PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\n',
      '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n',
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\n',
      '<RSAKeyValue><Modulus>AQ==</Modulus><D>AQ==</D></RSAKeyValue>',
      'openssh-key-v1\0none',
    ];
    for (const text of texts) expect(readCertificateFile(Buffer.from(text))).toBe('private-key');
    // What is no private key is not called one.
    const publicKey = createPublicKey(key);
    for (const file of [
      publicKey.export({ type: 'pkcs1', format: 'der' }),
      publicKey.export({ type: 'spki', format: 'der' }),
      Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))),
    ])
      expect(readCertificateFile(file)).toBe('not-a-certificate');
  });

  it.skipIf(!has('ssh-keygen'))('are told apart: keys of OpenSSH', () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', 'ssh'], { cwd: folder });
    expect(read('ssh')).toBe('private-key');
  });

  it('with keys that cannot receive are named: EC, RSA-PSS', () => {
    const request = ['req', '-x509', '-nodes', '-subj', '/CN=x', '-keyout', 'other.pem'];
    openssl(...request, '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'ec.pem');
    expect(read('ec.pem')).toMatchObject({ keyAlgorithm: 'EC', keyBits: 0 });
    openssl(...request, '-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'pss.pem');
    expect(read('pss.pem')).toMatchObject({ keyAlgorithm: expect.stringContaining('RSA-PSS') });
  });
});
