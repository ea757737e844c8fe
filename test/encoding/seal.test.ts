import { Buffer } from 'node:buffer';
import { createDecipheriv } from 'node:crypto';
import { EnvelopedData, ContentInfo } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { fc } from '../support/property.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { beginSeal, Sealer } from '../../src/encoding/seal.ts';
import { makeRecipient } from './recipient.ts';
import { collect, inPieces, noise, sealAll, sealOptions, type SealOptions } from './sealing.ts';

const HEADERS = [
  'MIME-Version: 1.0',
  'Content-Disposition: attachment; filename="smime.p7m"',
  'Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
  'Content-Transfer-Encoding: base64',
];
const CHUNK = 16_384;
let options: SealOptions;
let privateKeyPem: string;

beforeAll(async () => {
  const recipient = await makeRecipient();
  privateKeyPem = recipient.privateKeyPem;
  options = sealOptions(recipient.certificateDer);
});

const text = (sealed: Uint8Array): string[] => Buffer.from(sealed).toString('latin1').split('\n');
const der = (sealed: Uint8Array) => Buffer.from(text(sealed).slice(5).join(''), 'base64');
const open = (sealed: Uint8Array) => collect(openSealedFile(inPieces(sealed, [4096]), privateKeyPem));
/** Lengths of updates: many small ones, and some past a chunk. */
const updates = fc.array(fc.oneof(fc.nat(40), fc.nat(2 * CHUNK)), { maxLength: 12 });
const plains = fc.oneof(fc.nat(100), fc.nat(70_000)).map(noise);

describe('seal', () => {
  it('writes S/MIME headers and base64 lines of 76 characters with LF', async () => {
    const lines = text(await sealAll(options, noise(1000)));
    expect(lines.slice(0, 5)).toEqual([...HEADERS, '']);
    const body = lines.slice(5);
    expect(body.pop()).toBe('');
    expect(body.slice(0, -1).every((line) => /^[A-Za-z0-9+/]{76}$/.test(line))).toBe(true);
    expect(body.at(-1)).toMatch(/^[A-Za-z0-9+/]{1,76}={0,2}$/);
  });

  it('frames the content in indefinite lengths, with octet strings of 16 KiB', async () => {
    const bytes = der(await sealAll(options, noise(CHUNK + 15)));
    const hex = bytes.toString('hex');
    expect(hex.startsWith('308006092a864886f70d010703a080308002010031')).toBe(true);
    // id-data, aes256-CBC with the IV, then [0] and the first chunk.
    const info =
      '308006092a864886f70d010701301d06096086480165030401' +
      '2a0410' +
      Buffer.from(options.iv).toString('hex');
    const at = bytes.indexOf(Buffer.from(`${info}a08004824000`, 'hex'));
    expect(at).toBeGreaterThan(0);
    const second = at + info.length / 2 + 2 + 4 + CHUNK;
    expect(bytes.subarray(second, second + 2).toString('hex')).toBe('0410');
    expect(bytes.subarray(second + 18).toString('hex')).toBe('00'.repeat(10));
  });

  it('is an EnvelopedData that an ASN.1 library reads, for the recipient by issuer and serial number', async () => {
    const plain = noise(50_000);
    const info = AsnConvert.parse(der(await sealAll(options, plain)), ContentInfo);
    const data = AsnConvert.parse(info.content, EnvelopedData);
    expect(data.version).toBe(0);
    const recipient = data.recipientInfos[0]?.ktri;
    expect(recipient?.version).toBe(0);
    expect(recipient?.keyEncryptionAlgorithm.algorithm).toBe('1.2.840.113549.1.1.1');
    expect(Buffer.from(recipient?.rid.issuerAndSerialNumber?.serialNumber ?? []).toString('hex')).toBe(
      '00c0ffee',
    );
    expect(new Uint8Array(recipient?.encryptedKey.buffer ?? [])).toEqual(
      new Uint8Array(options.recipients[0]?.encryptedKey ?? []),
    );
    const content = data.encryptedContentInfo.encryptedContent?.constructedValue ?? [];
    const decipher = createDecipheriv('aes-256-cbc', options.contentKey, options.iv);
    const pieces = content.map((piece) => decipher.update(new Uint8Array(piece.buffer)));
    expect(Buffer.concat([...pieces, decipher.final()]).equals(plain)).toBe(true);
  });

  it('has each recipient once, in the order given, within lengths that fit to the byte', async () => {
    const others = await Promise.all(
      ['CN=b', `CN=${'long '.repeat(60)}`, 'CN=a', 'CN=ü'].map((name) => makeRecipient(name)),
    );
    for (const count of [2, 3, 4]) {
      const ders = others.slice(0, count).map(({ certificateDer }) => certificateDer);
      const several = { ...sealOptions(...ders), contentKey: options.contentKey };
      const bytes = der(await sealAll(several, noise(100)));
      const set = bytes.subarray(20);
      // SET OF, its length in the long form of two octets, and what follows at once: EncryptedContentInfo of indefinite length.
      expect(set.subarray(0, 2).toString('hex')).toBe('3182');
      const length = set.readUInt16BE(2);
      expect(set.subarray(4 + length, 4 + length + 4).toString('hex')).toBe('30800609');
      const data = AsnConvert.parse(AsnConvert.parse(bytes, ContentInfo).content, EnvelopedData);
      const keys = [...data.recipientInfos].map(({ ktri }) =>
        Buffer.from(ktri?.encryptedKey.buffer ?? []).toString('hex'),
      );
      expect(keys).toEqual(
        several.recipients.map(({ encryptedKey }) => Buffer.from(encryptedKey).toString('hex')),
      );
    }
    const all = sealOptions(...others.map(({ certificateDer }) => certificateDer));
    for (const { privateKeyPem: key } of others) {
      const opened = await collect(openSealedFile(inPieces(await sealAll(all, noise(500)), [4096]), key));
      expect(opened.equals(noise(500))).toBe(true);
    }
  });

  it('gives the same bytes however the input is cut', async () => {
    await fc.assert(
      fc.asyncProperty(plains, updates, async (plain, lengths) => {
        const whole = await sealAll(options, plain);
        expect(Buffer.compare(await sealAll(options, plain, lengths), whole)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('decrypts to what was sealed, wherever it was suspended', async () => {
    await fc.assert(
      fc.asyncProperty(plains, updates, fc.infiniteStream(fc.boolean()), async (plain, lengths, coin) => {
        const sealed = await sealAll(options, plain, lengths, () => coin.next().value);
        const lines = text(sealed).slice(5, -2);
        expect(lines.every((line) => line.length === 76)).toBe(true);
        expect((await open(sealed)).equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives everything away when suspended, and no secret in its state', async () => {
    const { sealer, head } = beginSeal(options);
    const sealed = [head, (await sealer.update(noise(1003))).slice()];
    const rest = sealer.suspend();
    sealed.push(rest.sealed);
    expect(rest.secret.plain.length).toBe(1003 % 16);
    expect(JSON.stringify(rest.state).length).toBeLessThan(120);
    expect(JSON.stringify(rest.state)).not.toContain(Buffer.from(rest.secret.plain).toString('hex'));
    const before = der(Buffer.concat(sealed));
    const chain = Buffer.from(rest.state.chain, 'hex');
    expect(Buffer.concat([before, Buffer.from(rest.state.base64.remainder, 'hex')]).subarray(-16)).toEqual(
      chain,
    );
    await expect(sealer.update(noise(1))).rejects.toThrow('suspended');
    await expect(sealer.final()).rejects.toThrow('suspended');
  });

  it('refuses a state or a secret that cannot be one', () => {
    const state = { chain: '00'.repeat(16), base64: { remainder: '', column: 0 } };
    const secret = { contentKey: options.contentKey, plain: new Uint8Array() };
    expect(() => Sealer.resume({ ...state, chain: '00' }, secret)).toThrow(RangeError);
    expect(() => Sealer.resume(state, { ...secret, plain: new Uint8Array(16) })).toThrow(RangeError);
    expect(() => Sealer.resume(state, { ...secret, contentKey: new Uint8Array(16) })).toThrow(RangeError);
    expect(() => Sealer.resume({ ...state, base64: { remainder: '', column: 3 } }, secret)).toThrow(
      RangeError,
    );
    expect(() => Sealer.resume({ ...state, base64: { remainder: 'zz', column: 0 } }, secret)).toThrow(
      RangeError,
    );
  });
});
