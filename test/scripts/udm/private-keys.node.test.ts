import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrivateKeys } from '../../../scripts/udm/private-keys.ts';
import { has, run } from '../../encoding/outside.ts';
import { makeRecipient } from '../../encoding/recipient.ts';

let folder: string;
let pem: string;
const at = (name: string) => join(folder, name);
const openssl = (...args: string[]) => run(folder, 'openssl', ...args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-keys-'));
  const recipient = await makeRecipient();
  pem = recipient.privateKeyPem;
  writeFileSync(at('key.pem'), pem);
  writeFileSync(at('certificate.pem'), recipient.certificatePem);
  writeFileSync(at('words'), 'sécret\nmore\n');
  writeFileSync(at('wrong'), 'other\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The modulus tells one RSA key from another. */
const modulus = (text: string) => createPrivateKey(text).export({ format: 'jwk' }).n;

describe.skipIf(!has('openssl'))('a private key', () => {
  const pass = ['-passout', 'file:words'];
  const p12 = ['pkcs12', '-export', '-inkey', 'key.pem', '-in', 'certificate.pem', ...pass];
  it.each([
    ['PKCS #8 with a passphrase', ['pkcs8', '-topk8', '-in', 'key.pem', '-out', 'it', ...pass]],
    ['PKCS #8 as DER', ['pkcs8', '-topk8', '-nocrypt', '-in', 'key.pem', '-outform', 'der', '-out', 'it']],
    ['PKCS #1', ['rsa', '-traditional', '-in', 'key.pem', '-out', 'it']],
    [
      'PKCS #1 with a passphrase',
      ['rsa', '-traditional', '-aes256', '-in', 'key.pem', '-out', 'it', ...pass],
    ],
    ['encrypted DER', ['pkcs8', '-topk8', '-in', 'key.pem', '-outform', 'der', '-out', 'it', ...pass]],
    ['PKCS #12', [...p12, '-out', 'it']],
    ['PKCS #12 of old', [...p12, '-legacy', '-out', 'it']],
  ])('is read as %s', async (_, args) => {
    openssl(...args);
    expect(modulus(await readPrivateKeys([at('it')], at('words')))).toBe(modulus(pem));
  });

  it('is not opened by the wrong passphrase, nor without one where nobody can be asked', async () => {
    openssl(...p12, '-out', 'locked.p12');
    openssl('pkcs8', '-topk8', '-in', 'key.pem', '-out', 'locked.pem', ...pass);
    for (const name of ['locked.p12', 'locked.pem']) {
      const wrong = readPrivateKeys([at(name)], at('wrong'));
      await expect(wrong).rejects.toThrow(`${name} is not opened by this passphrase.`);
      await expect(readPrivateKeys([at(name)], undefined)).rejects.toThrow('--passphrase-file');
    }
  });

  it('says what else a file is', async () => {
    openssl('ecparam', '-genkey', '-name', 'prime256v1', '-out', 'ec.pem');
    openssl(...p12.filter((word) => word !== '-inkey' && word !== 'key.pem'), '-nokeys', '-out', 'none.p12');
    const said: readonly (readonly [string, string])[] = [
      ['certificate.pem', 'holds a certificate'],
      ['ec.pem', 'holds a key for ec'],
      ['none.p12', 'holds certificates alone'],
      ['words', 'holds no private key that can be read'],
      ['nowhere', 'There is no '],
    ];
    for (const [name, words] of said)
      await expect(readPrivateKeys([at(name)], at('words')), name).rejects.toThrow(words);
  });

  it('is found in a folder, beside what is none', async () => {
    mkdirSync(at('keys'));
    writeFileSync(join(at('keys'), 'a.pem'), pem);
    openssl('genrsa', '-out', 'keys/b.key', '2048');
    writeFileSync(join(at('keys'), 'c.der'), 'nothing');
    const found = await readPrivateKeys([at('keys')], undefined);
    expect(found.match(/BEGIN PRIVATE KEY/g)).toHaveLength(2);
    expect(modulus(found)).toBe(modulus(pem));
  });
});
