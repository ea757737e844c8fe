import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../src/encoding/certificate-file.ts';

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

  it('with keys that cannot receive are named: EC, RSA-PSS', () => {
    const request = ['req', '-x509', '-nodes', '-subj', '/CN=x', '-keyout', 'other.pem'];
    openssl(...request, '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'ec.pem');
    expect(read('ec.pem')).toMatchObject({ keyAlgorithm: 'EC', keyBits: 0 });
    openssl(...request, '-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'pss.pem');
    expect(read('pss.pem')).toMatchObject({ keyAlgorithm: expect.stringContaining('RSA-PSS') });
  });
});
