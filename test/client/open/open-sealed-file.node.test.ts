import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../support/property.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClientError } from '../../../src/client/client-error.ts';
import { openSealedFile } from '../../../src/client/open/open-sealed-file.ts';
import { has, inFolder, run } from '../../encoding/outside.ts';
import { makeRecipient } from '../../encoding/recipient.ts';
import { collect, inPieces, noise, sealAll, sealOptions, type SealOptions } from '../../encoding/sealing.ts';

let recipient: Awaited<ReturnType<typeof makeRecipient>>;
let options: SealOptions;
beforeAll(async () => {
  recipient = await makeRecipient();
  options = sealOptions(recipient.certificateDer);
});

const open = (sealed: Uint8Array, key = recipient.privateKeyPem, pieces: readonly number[] = [65_536]) =>
  collect(openSealedFile(inPieces(sealed, pieces), key));

describe('openSealedFile', () => {
  it('gives back what was sealed, in whatever pieces the file comes', async () => {
    const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(40_000).map(noise), pieces, async (plain, lengths) => {
        expect(
          (await open(await sealAll(options, plain), recipient.privateKeyPem, lengths)).equals(plain),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('reads CRLF, other line lengths and headers written otherwise', async () => {
    const plain = noise(5000);
    const [headers = '', body = ''] = Buffer.from(await sealAll(options, plain))
      .toString('latin1')
      .split('\n\n');
    const base64 = body.replaceAll('\n', '');
    const message = (head: string, lines: string) => Buffer.from(`${head}\n\n${lines}`, 'latin1');
    const folded = headers.replace('; smime-type', ';\n\tSMIME-type').replace('Content-Type', 'CONTENT-TYPE');
    for (const file of [
      Buffer.from(`${headers}\n\n${body}`.replaceAll('\n', '\r\n'), 'latin1'),
      message(headers, base64),
      message(headers, base64.replace(/.{7}/g, '$&\n')),
      message(`Subject: export\n${folded.replace('x-pkcs7', 'pkcs7')}`, body),
    ]) {
      expect((await open(file)).equals(plain)).toBe(true);
    }
  });

  it('says what is wrong with a file that cannot be opened', async () => {
    const sealed = await sealAll(options, noise(50_000));
    const other = await makeRecipient('CN=Another one');
    const text = Buffer.from(sealed).toString('latin1');
    const changed = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');
    const problem = (file: Uint8Array, key?: string) =>
      open(file, key).then(
        () => 'opened',
        (error: unknown) => (error instanceof ClientError ? error.code : error),
      );
    expect(await problem(sealed)).toBe('opened');
    expect(await problem(sealed, other.privateKeyPem)).toBe('wrong-key');
    expect(await problem(sealed, 'no key')).toBe('wrong-key');
    expect(await problem(new Uint8Array())).toBe('not-smime');
    expect(await problem(Buffer.from(`PK\u0003\u0004${'\n\n'.repeat(50_000)}`))).toBe('not-smime');
    expect(await problem(Buffer.alloc(200_000, 'x'))).toBe('not-smime');
    expect(await problem(changed('base64', '7bit'))).toBe('unsupported');
    expect(await problem(changed(/\n\n..../, '\n\n????'))).toBe('damaged');
    expect(await problem(changed(/\n\n..../, '\n\nBBBB'))).toBe('damaged');
    for (const missing of [1, 2, 3, 5, 20, 100, 30_000, sealed.length - 300]) {
      // One byte short is the last line's LF alone.
      const expected = missing === 1 ? 'opened' : 'truncated';
      expect([missing, await problem(sealed.subarray(0, sealed.length - missing))]).toEqual([
        missing,
        expected,
      ]);
    }
    const tail = text.slice(-60, -40).split('').toReversed().join('');
    expect(await problem(changed(text.slice(-60, -40), tail))).toBe('damaged');
  });

  it('tells its source when it is not read to the end', async () => {
    let closed = false;
    async function* source() {
      try {
        yield* inPieces(await sealAll(options, noise(100_000)), [1000]);
      } finally {
        closed = true;
      }
    }
    for await (const piece of openSealedFile(source(), recipient.privateKeyPem)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(closed).toBe(true);
  });

  it.skipIf(!has('openssl')).each([
    ['smime', ['-aes256', '-stream']],
    ['smime', ['-aes256']],
    ['smime', ['-aes128', '-stream']],
    ['cms', ['-aes192']],
    ['cms', ['-aes256', '-stream', '-crlfeol']],
    ['cms', ['-aes256', '-keyid', '-stream']],
  ])(
    'opens what openssl %s -encrypt %j writes, for the second of two recipients too',
    async (command, args) => {
      const other = await makeRecipient('CN=Another one');
      await inFolder(async (folder) => {
        writeFileSync(join(folder, 'one.pem'), other.certificatePem);
        writeFileSync(join(folder, 'two.pem'), recipient.certificatePem);
        for (const length of [0, 1, 16, 100_000]) {
          const plain = noise(length);
          writeFileSync(join(folder, 'plain'), plain);
          const encrypt = [command, '-encrypt', '-binary', ...args, '-in', 'plain', '-out', 'sealed'];
          for (const certificates of [['two.pem'], ['one.pem', 'two.pem']]) {
            run(folder, 'openssl', ...encrypt, ...certificates);
            expect((await open(readFileSync(join(folder, 'sealed')))).equals(plain)).toBe(true);
          }
        }
      });
    },
  );
});
