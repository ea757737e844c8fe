import { Buffer } from 'node:buffer';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../src/encoding/certificate-file.ts';
import {
  ascii,
  COMMON_NAME,
  der,
  handMade,
  hex,
  longForm,
  nameOf,
  PRIVATE_KEY_PEM,
  relative,
  UUID_OID,
} from './hand-made.ts';
import { has, inFolder, run } from './outside.ts';
import { sealAll, sealOptions } from './sealing.ts';

const value = (tag: number, content: string | Uint8Array, type: Uint8Array = COMMON_NAME) =>
  nameOf(relative(type, der(tag, typeof content === 'string' ? Buffer.from(content) : content)));
const UNIT = hex('55040b');
const attribute = (type: Uint8Array, text: string) =>
  der(0x30, der(0x06, type), der(0x0c, Buffer.from(text)));

const READ: readonly [string, Parameters<typeof handMade>[0]][] = [
  ['a UUID as an OID', { issuer: value(0x0c, 'x', UUID_OID) }],
  ['a UniversalString beyond the BMP', { issuer: value(0x1c, hex('0001f600')) }],
  ['a BMPString', { issuer: value(0x1e, hex('00480069')) }],
  ['a T61String that is not ASCII', { issuer: value(0x14, hex('e4')) }],
  ['a BIT STRING in its name', { issuer: value(0x03, hex('0410'), hex('55042d')) }],
  ['no name', { issuer: nameOf() }],
  ['a set out of order', { issuer: nameOf(der(0x31, attribute(UNIT, 'z'), attribute(COMMON_NAME, 'a'))) }],
  [
    'lengths in more octets than need be',
    {
      issuer: longForm(
        0x30,
        longForm(0x31, longForm(0x30, longForm(0x06, COMMON_NAME), longForm(0x0c, ascii('long')))),
      ),
      serialNumber: longForm(0x02, hex('05')),
    },
  ],
  ['a serial number below 0', { serialNumber: der(0x02, hex('ff00')) }],
  ['a serial number of 0', { serialNumber: der(0x02, hex('00')) }],
  ['a serial number of 20 bytes', { serialNumber: der(0x02, hex('7f'.repeat(20))) }],
];

describe.skipIf(!has('openssl'))(
  'openssl finds the recipient of a file sealed for a certificate with',
  () => {
    it.each(READ)('%s', (_, odd) =>
      inFolder(async (folder) => {
        const certificate = handMade(odd);
        expect(readCertificateFile(certificate)).toMatchObject({ subject: 'CN=Hand made' });
        writeFileSync(join(folder, 'key.pem'), PRIVATE_KEY_PEM);
        writeFileSync(join(folder, 'c.der'), certificate);
        writeFileSync(
          join(folder, 'sealed'),
          await sealAll(sealOptions(certificate), Buffer.from('what was sealed')),
        );
        run(folder, 'openssl', 'x509', '-inform', 'DER', '-in', 'c.der', '-out', 'c.pem');
        const decrypt = ['-decrypt', '-binary', '-in', 'sealed', '-inkey', 'key.pem', '-recip', 'c.pem'];
        for (const command of ['smime', 'cms'])
          expect(run(folder, 'openssl', command, ...decrypt)).toBe('what was sealed');
      }),
    );

    it('any name that openssl itself makes', () =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, 'key.pem'), PRIVATE_KEY_PEM);
        const request = ['req', '-x509', '-new', '-key', 'key.pem', '-days', '9', '-out', 'c.pem'];
        for (const subject of [
          '/CN=顧客/O=Größe & Söhne, "GmbH"+OU=a\\+b',
          '/1.2.3.4=x/serialNumber=7/emailAddress=a@b.example',
          '/DC=example/DC=com/UID=u/CN= # spaces ',
        ]) {
          for (const set of ['-utf8', '-multivalue-rdn'])
            run(folder, 'openssl', ...request, '-subj', subject, '-utf8', set);
          run(folder, 'openssl', 'x509', '-in', 'c.pem', '-outform', 'DER', '-out', 'c.der');
          const certificate = new X509Certificate(run(folder, 'cat', 'c.pem')).raw;
          writeFileSync(
            join(folder, 'sealed'),
            await sealAll(sealOptions(certificate), Buffer.from('sealed')),
          );
          const decrypt = ['-decrypt', '-binary', '-in', 'sealed', '-inkey', 'key.pem', '-recip', 'c.pem'];
          expect(run(folder, 'openssl', 'cms', ...decrypt)).toBe('sealed');
        }
      }));
  },
);

const UNREAD: readonly [string, Parameters<typeof handMade>[0], string][] = [
  ['a serial number with a zero too many', { serialNumber: der(0x02, hex('0005')) }, 'odd-serial-number'],
  ['a serial number with an ff too many', { serialNumber: der(0x02, hex('ff85')) }, 'odd-serial-number'],
  ['a serial number without octets', { serialNumber: der(0x02) }, 'odd-serial-number'],
  ['a VisibleString', { subject: value(0x1a, 'x') }, 'odd-name'],
  ['a GeneralString', { issuer: value(0x1b, 'x') }, 'odd-name'],
  ['an OCTET STRING for a name', { subject: value(0x04, 'x') }, 'odd-name'],
  ['a BMPString of an odd length', { subject: value(0x1e, hex('00e400')) }, 'odd-name'],
  ['a BMPString with half a pair', { issuer: value(0x1e, hex('d83d')) }, 'odd-name'],
  ['a UniversalString that is cut', { subject: value(0x1c, hex('0001f6')) }, 'odd-name'],
  ['a UniversalString past Unicode', { subject: value(0x1c, hex('00110000')) }, 'odd-name'],
  ['broken UTF-8', { issuer: value(0x0c, hex('c3')) }, 'odd-name'],
  ['a type that is no OID', { subject: value(0x0c, 'x', hex('558003')) }, 'not-a-certificate'],
];

describe.skipIf(!has('openssl'))('a certificate that openssl cannot read is refused', () => {
  it.each(UNREAD)('%s', (_, odd, problem) =>
    inFolder((folder) => {
      const certificate = handMade(odd);
      writeFileSync(join(folder, 'c.der'), certificate);
      expect(() => run(folder, 'openssl', 'x509', '-inform', 'DER', '-in', 'c.der', '-noout')).toThrow(
        /unable to load certificate|Could not read certificate/i,
      );
      expect(readCertificateFile(certificate)).toBe(problem);
    }),
  );

  it('so that none is taken that OpenSSL refuses, whatever is changed in it', () => {
    const odd = { issuer: nameOf(...READ.slice(0, 5).flatMap(([, { issuer } = {}]) => parts(issuer))) };
    const usage = der(
      0x30,
      der(0x06, hex('551d0f')),
      der(0x01, hex('ff')),
      der(0x04, der(0x03, hex('0520'))),
    );
    const whole = handMade({ ...odd, extensions: [usage] });
    // The key is left alone, and the signature, of which nothing is read but its first octets.
    const key = whole.indexOf(hex('2a864886f70d010101'));
    const places = [...Array(whole.length - 255).keys()].filter((at) => at < key - 8 || at > key + 270);
    const change = fc.tuple(fc.constantFrom(...places), fc.integer({ min: 0, max: 255 }));
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const changed = Buffer.from(whole);
        for (const [at, octet] of changes) changed[at] = octet;
        if (typeof readCertificateFile(changed) === 'string') return;
        taken += 1;
        expect(() => new X509Certificate(changed)).not.toThrow();
      }),
      { numRuns: 4_000 },
    );
    expect(taken).toBeGreaterThan(400);
  });
});

/** The relative names of a name. */
const parts = (name: Uint8Array | undefined): readonly Uint8Array[] => (name ? [name.subarray(2)] : []);

describe('the validity of a certificate', () => {
  const utc = (text: string) => der(0x17, ascii(text));
  const generalized = (text: string) => der(0x18, ascii(text));

  it.each([
    ['491231235959Z', 2049],
    ['500101000000Z', 1950],
  ])('is read: %s as %i', (text, year) => {
    const read = readCertificateFile(handMade({ notAfter: utc(text) }));
    expect(typeof read === 'string' ? read : new Date(read.notAfter).getUTCFullYear()).toBe(year);
  });

  it('is read past 2049, and without an end', () => {
    const read = readCertificateFile(handMade({ notAfter: generalized('99991231235959Z') }));
    expect(read).toMatchObject({ notAfter: Date.UTC(9999, 11, 31, 23, 59, 59) });
  });

  const forms = [
    utc('4912312359Z'),
    utc('491231235959+0100'),
    utc('491231235959'),
    utc('491331235959Z'),
    utc('490230235959Z'),
    utc('491231235960Z'),
    utc(''),
    generalized('20501231235959.5Z'),
    generalized('205012312359Z'),
    generalized('20501231235959+0000'),
    der(0x0c, ascii('491231235959Z')),
  ];
  it.each(forms)('is refused in a form that RFC 5280 does not have: %#', (time) => {
    expect(readCertificateFile(handMade({ notAfter: time }))).toBe('odd-validity');
    expect(readCertificateFile(handMade({ notBefore: time }))).toBe('odd-validity');
  });
});
