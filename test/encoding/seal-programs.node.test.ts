import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { envelopedDataHead } from '../../src/encoding/cms/enveloped-data.ts';
import { has, inFolder, run } from './outside.ts';
import { makeRecipient } from './recipient.ts';
import { noise, sealAll, sealOptions } from './sealing.ts';

/** Names of one length: OpenSSL sorts recipients by their bytes, in which the serial number is the same. */
const NAMES = ['A', 'B', 'C', 'D', 'E'].map((letter) => `CN=${letter}, O=Example`);
const LENGTHS = [0, 1, 15, 16, 17, 47, 48, 16_383, 16_384, 16_385, 500_000];

describe.skipIf(!has('openssl'))('OpenSSL', () => {
  it.each(['smime', 'cms'])(
    'opens with `%s` what was sealed, in one piece and suspended',
    async (command) => {
      const recipient = await makeRecipient();
      const options = sealOptions(recipient.certificateDer);
      await inFolder(async (folder) => {
        writeFileSync(join(folder, 'key.pem'), recipient.privateKeyPem);
        for (const length of LENGTHS) {
          const plain = noise(length);
          const thirds = [length / 3, length / 3].map(Math.floor);
          for (const sealed of [
            await sealAll(options, plain),
            await sealAll(options, plain, thirds, () => true),
          ]) {
            writeFileSync(join(folder, 'in'), sealed);
            run(
              folder,
              'openssl',
              command,
              '-decrypt',
              '-binary',
              '-inkey',
              'key.pem',
              '-in',
              'in',
              '-out',
              'out',
            );
            expect(readFileSync(join(folder, 'out')).equals(plain)).toBe(true);
          }
        }
      });
    },
  );

  it('opens with the key of any of five recipients, by the same command', async () => {
    const recipients = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => makeRecipient(`CN=Recipient ${n}, O=Example`)),
    );
    const options = sealOptions(...recipients.map(({ certificateDer }) => certificateDer));
    await inFolder(async (folder) => {
      const plain = noise(40_001);
      writeFileSync(join(folder, 'in'), await sealAll(options, plain, [7, 16_384], () => true));
      for (const { privateKeyPem, certificatePem } of recipients) {
        writeFileSync(join(folder, 'key.pem'), privateKeyPem);
        writeFileSync(join(folder, 'certificate.pem'), certificatePem);
        for (const named of [[], ['-recip', 'certificate.pem']])
          for (const command of ['smime', 'cms']) {
            const decrypt = [
              '-decrypt',
              '-binary',
              '-inkey',
              'key.pem',
              ...named,
              '-in',
              'in',
              '-out',
              'out',
            ];
            run(folder, 'openssl', command, ...decrypt);
            expect(readFileSync(join(folder, 'out')).equals(plain)).toBe(true);
          }
      }
    });
  });

  it.each([1, 2, 5])(
    'prints the same structure for our file as for its own: %i recipients',
    async (count) => {
      const recipients = await Promise.all(NAMES.slice(0, count).map((name) => makeRecipient(name)));
      await inFolder(async (folder) => {
        const files = recipients.map(({ certificatePem }, index) => {
          writeFileSync(join(folder, `${index}.pem`), certificatePem);
          return `${index}.pem`;
        });
        writeFileSync(join(folder, 'plain'), noise(100));
        const options = sealOptions(...recipients.map(({ certificateDer }) => certificateDer));
        writeFileSync(join(folder, 'ours'), await sealAll(options, noise(100)));
        const encrypt = ['-encrypt', '-binary', '-aes256', '-stream', '-in', 'plain', '-out', 'theirs'];
        run(folder, 'openssl', 'smime', ...encrypt, ...files);
        const printed = (file: string) =>
          run(folder, 'openssl', 'cms', '-cmsout', '-print', '-in', file)
            .split('\n')
            // What is random: hex dumps of key, IV and content.
            .filter((line) => !/^\s*(0{4}|[0-9a-f]{4}) - |OCTET STRING|\d+:d=/.test(line));
        expect(printed('ours')).toEqual(printed('theirs'));
        const headers = (file: string) => readFileSync(join(folder, file), 'latin1').split('\n').slice(0, 5);
        expect(headers('ours')).toEqual(headers('theirs'));
      });
    },
  );

  // The recipient is found by these very bytes: NSS and others compare them without normalising.
  it.each([
    [
      'several values in one name',
      ['-multivalue-rdn', '-subj', '/C=DE/CN=b+OU=a+O=zz/emailAddress=a@b.c/DC=ex'],
    ],
    ['no name', ['-subj', '/']],
    ['UTF-8', ['-utf8', '-subj', '/CN=日本ü/postalCode=1/serialNumber=5']],
    ['T61String', ['-config', 'nombstr.cnf']],
    ['BMPString', ['-config', 'bmp.cnf']],
  ])('copies issuer and serial number byte for byte: %s', (_, args) =>
    inFolder((folder) => {
      const config = (mask: string) =>
        `[req]\ndistinguished_name=d\nstring_mask=${mask}\nprompt=no\n[d]\nCN=Ünï name\nO=abc\n`;
      writeFileSync(join(folder, 'nombstr.cnf'), config('nombstr'));
      writeFileSync(join(folder, 'bmp.cnf'), config('MASK:0x800').replace('Ünï', 'plain'));
      for (const serial of ['0', '128', '0xffffffffffffffffffffffffffffffffffffff', '-5']) {
        const made = ['-newkey', 'rsa:1024', '-nodes', '-keyout', 'k', '-outform', 'DER', '-out', 'c'];
        run(folder, 'openssl', 'req', '-x509', ...made, '-set_serial', serial, ...args);
        const certificateDer = readFileSync(join(folder, 'c'));
        const head = Buffer.from(
          envelopedDataHead({
            recipients: [{ certificateDer, encryptedKey: new Uint8Array(128) }],
            iv: new Uint8Array(16),
          }),
        );
        expect(head.includes(issuerAndSerial(folder, certificateDer))).toBe(true);
      }
    }),
  );
});

/** The elements of the certificate as OpenSSL finds them: issuer, then serial number. */
function issuerAndSerial(folder: string, der: Buffer): Buffer {
  const elements = run(folder, 'openssl', 'asn1parse', '-inform', 'DER', '-in', 'c')
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+):d=2\s+hl=(\d+)\s+l=\s*(\d+)/.exec(line);
      if (!match) return [];
      const [from, header, length] = match.slice(1).map(Number) as [number, number, number];
      return [der.subarray(from, from + header + length)];
    });
  // A certificate of version 1 has no version element.
  const first = elements[0]?.[0] === 0xa0 ? 1 : 0;
  return Buffer.concat([elements[first + 2] ?? der, elements[first] ?? der]);
}
