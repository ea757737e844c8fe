import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { has, run } from '../../encoding/outside.ts';
import { makeRecipient } from '../../encoding/recipient.ts';
import { noise, sealAll, sealOptions } from '../../encoding/sealing.ts';

const LENGTHS = [0, 1, 16, 300_001];
const PASSPHRASE = 'x';
const JARS = ['bcprov', 'bcpkix', 'bcutil', 'bcmail', 'javax.mail', 'javax.activation'].map(
  (name) => `/usr/share/java/${name}.jar`,
);
const java = has('java') && has('javac') && JARS.every((jar) => existsSync(jar));
const source = (name: string) => fileURLToPath(new URL(`${name}.java`, import.meta.url));

/** Short: gpgsm talks to its agent over a socket in its home folder, whose path has little room. */
let folder: string;
const sealed = (length: number) => `sealed-${length}`;
/** Whether a program made of a sealed file what was sealed. */
const opened = (file: string, length: number) =>
  readFileSync(join(folder, file)).equals(noise(length)) ? 'opened' : `${length} other bytes`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-'));
  const recipient = await makeRecipient();
  writeFileSync(join(folder, 'key.pem'), recipient.privateKeyPem);
  writeFileSync(join(folder, 'certificate.pem'), recipient.certificatePem);
  const options = sealOptions(recipient.certificateDer);
  for (const length of LENGTHS) {
    const file = Buffer.from(await sealAll(options, noise(length), [1000, 30_000], () => true));
    writeFileSync(join(folder, sealed(length)), file);
    // What a program without S/MIME reads: the base64 behind the headers, and what it encodes.
    const base64 = file.subarray(file.indexOf('\n\n') + 2).toString('latin1');
    writeFileSync(join(folder, `${sealed(length)}.base64`), base64);
    writeFileSync(join(folder, `${sealed(length)}.der`), Buffer.from(base64, 'base64'));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Key and certificate as PKCS #12, in the one encryption that all programs read. */
function pkcs12(inFolder = folder): void {
  const encryption = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
  const input = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-name', 'recipient'];
  run(
    inFolder,
    'openssl',
    'pkcs12',
    '-export',
    ...input,
    ...encryption,
    '-passout',
    `pass:${PASSPHRASE}`,
    '-out',
    'p12',
  );
}

/**
 * gpgsm 2.2 was seen once not to read a PKCS #12 file of OpenSSL's, which is none of ours: it gets another one, with another salt. What we
 * sealed has to open the first time.
 */
function importedBy(read: () => unknown, inFolder = folder): void {
  try {
    read();
  } catch {
    pkcs12(inFolder);
    read();
  }
}

describe('a sealed file that was suspended on its way', () => {
  it.skipIf(!has('openssl'))('opens in OpenSSL, smime and cms, also as bare DER', () => {
    const decrypt = ['-decrypt', '-binary', '-inkey', 'key.pem', '-out', 'out'];
    for (const length of LENGTHS) {
      for (const command of ['smime', 'cms']) {
        run(folder, 'openssl', command, ...decrypt, '-in', sealed(length));
        expect(opened('out', length)).toBe('opened');
        run(folder, 'openssl', command, ...decrypt, '-inform', 'DER', '-in', `${sealed(length)}.der`);
        expect(opened('out', length)).toBe('opened');
      }
    }
  });

  it.skipIf(!has('openssl') || !has('gpgsm') || !has('gpgconf'))("opens in GnuPG's gpgsm", () => {
    pkcs12();
    const home = mkdtempSync(join(folder, 'g'));
    writeFileSync(join(folder, 'passphrase'), `${PASSPHRASE}\n`);
    const gpgsm = (...args: readonly string[]) =>
      run(
        folder,
        'sh',
        '-c',
        'gpgsm --homedir "$0" --batch --yes --pinentry-mode loopback --passphrase-fd 0 "$@" <passphrase',
        home,
        ...args,
      );
    try {
      importedBy(() => gpgsm('--import', 'p12'));
      for (const length of LENGTHS) {
        gpgsm('--output', 'out', '--decrypt', `${sealed(length)}.der`);
        expect(opened('out', length)).toBe('opened');
        gpgsm('--output', 'out', '--assume-base64', '--decrypt', `${sealed(length)}.base64`);
        expect(opened('out', length)).toBe('opened');
      }
    } finally {
      run(folder, 'gpgconf', '--homedir', home, '--kill', 'all');
    }
  });

  it.skipIf(!has('openssl') || !has('cmsutil') || !has('pk12util'))("opens in NSS's cmsutil", () => {
    pkcs12();
    const database = `sql:${mkdtempSync(join(folder, 'n'))}`;
    run(folder, 'certutil', '-N', '-d', database, '--empty-password');
    run(folder, 'pk12util', '-i', 'p12', '-d', database, '-W', PASSPHRASE);
    for (const length of LENGTHS) {
      run(folder, 'cmsutil', '-D', '-d', database, '-i', `${sealed(length)}.der`, '-o', 'out');
      expect(opened('out', length)).toBe('opened');
    }
  });

  it.skipIf(!java).each(['OpenSealed', 'OpenMessage'])('opens in Bouncy Castle: %s.java', (name) => {
    run(folder, 'javac', '-cp', JARS.join(':'), '-d', '.', source(name));
    for (const length of LENGTHS) {
      run(
        folder,
        'java',
        '-cp',
        ['.', ...JARS].join(':'),
        name,
        'key.pem',
        sealed(length),
        `${name}-${length}`,
      );
      expect(opened(`${name}-${length}`, length)).toBe('opened');
    }
  });
});

describe('a sealed file for five recipients', () => {
  /** A folder for each, with its key, its certificate, its PKCS #12 file, and the file that was sealed for all. */
  async function five(): Promise<readonly string[]> {
    const recipients = await Promise.all([1, 2, 3, 4, 5].map((n) => makeRecipient(`CN=Recipient ${n}`)));
    const options = sealOptions(...recipients.map(({ certificateDer }) => certificateDer));
    const file = Buffer.from(await sealAll(options, noise(LENGTH), [1000, 30_000], () => true));
    const der = Buffer.from(file.subarray(file.indexOf('\n\n') + 2).toString('latin1'), 'base64');
    return recipients.map(({ privateKeyPem, certificatePem }) => {
      const own = mkdtempSync(join(folder, 'r'));
      writeFileSync(join(own, 'key.pem'), privateKeyPem);
      writeFileSync(join(own, 'certificate.pem'), certificatePem);
      writeFileSync(join(own, 'sealed'), file);
      writeFileSync(join(own, 'sealed.der'), der);
      pkcs12(own);
      return own;
    });
  }
  const LENGTH = 70_001;
  const isOpened = (own: string) => readFileSync(join(own, 'out')).equals(noise(LENGTH));

  it.skipIf(!has('openssl') || !has('gpgsm') || !has('gpgconf'))(
    "opens with each one's key, in OpenSSL and in gpgsm",
    async () => {
      for (const own of await five()) {
        run(
          own,
          'openssl',
          'smime',
          '-decrypt',
          '-binary',
          '-inkey',
          'key.pem',
          '-in',
          'sealed',
          '-out',
          'out',
        );
        expect(isOpened(own)).toBe(true);
        rmSync(join(own, 'out'));
        writeFileSync(join(own, 'passphrase'), `${PASSPHRASE}\n`);
        const home = mkdtempSync(join(own, 'g'));
        const gpgsm =
          'gpgsm --homedir "$0" --batch --yes --pinentry-mode loopback --passphrase-fd 0 "$@" <passphrase';
        try {
          importedBy(() => run(own, 'sh', '-c', gpgsm, home, '--import', 'p12'), own);
          // It answers 2 though it opens the file: the other recipients' certificates are none of its own.
          run(own, 'sh', '-c', `${gpgsm} || [ $? = 2 ]`, home, '--output', 'out', '--decrypt', 'sealed.der');
          expect(isOpened(own)).toBe(true);
        } finally {
          run(own, 'gpgconf', '--homedir', home, '--kill', 'all');
        }
      }
    },
  );

  it.skipIf(!has('openssl') || !has('cmsutil') || !has('pk12util'))(
    "opens with each one's key, in NSS's cmsutil",
    async () => {
      for (const own of await five()) {
        const database = `sql:${mkdtempSync(join(own, 'n'))}`;
        run(own, 'certutil', '-N', '-d', database, '--empty-password');
        run(own, 'pk12util', '-i', 'p12', '-d', database, '-W', PASSPHRASE);
        run(own, 'cmsutil', '-D', '-d', database, '-i', 'sealed.der', '-o', 'out');
        expect(isOpened(own)).toBe(true);
      }
    },
  );
});
