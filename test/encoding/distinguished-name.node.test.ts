import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementOf, TAG } from '../../src/encoding/der.ts';
import { distinguishedName } from '../../src/encoding/distinguished-name.ts';
import { COMMON_NAME, der, handMade, hex, nameOf, relative, UUID_OID } from './hand-made.ts';
import { has, inFolder, run } from './outside.ts';

const UNIT = hex('55040b');
const text = (value: string) => der(0x0c, Buffer.from(value));
const named = (...values: readonly string[]) =>
  nameOf(...values.map((value) => relative(COMMON_NAME, text(value))));

/** Names as they stand in a certificate, and as RFC 4514 writes them. */
const NAMES: readonly [Uint8Array, string][] = [
  [nameOf(), ''],
  [named('first', 'last'), 'CN=last,CN=first'],
  [named('a, b+c "d" \\ <e>;'), 'CN=a\\, b\\+c \\"d\\" \\\\ \\<e\\>\\;'],
  [named(' both '), 'CN=\\ both\\ '],
  [named(' '), 'CN=\\ '],
  [named('\\ '), 'CN=\\\\\\ '],
  [named('##'), 'CN=\\##'],
  [named('a=b'), 'CN=a=b'],
  [named('line\nfeed\u0000'), 'CN=line\\0Afeed\\00'],
  [named('顧客 😀'), 'CN=顧客 😀'],
  [
    nameOf(
      der(0x31, der(0x30, der(6, COMMON_NAME), text('x')), der(0x30, der(6, UNIT), text('y'))),
      relative(UNIT, text('z')),
    ),
    'OU=z,OU=y+CN=x',
  ],
  [nameOf(relative(hex('2a864886f70d010901'), der(0x16, Buffer.from('a@b')))), 'emailAddress=a@b'],
  [nameOf(relative(hex('0992268993f22c640119'), der(0x16, Buffer.from('com')))), 'DC=com'],
  // A type without a name has its value in hex, with tag and length; so has a value that is no text.
  [nameOf(relative(hex('2a0304'), text('x'))), '1.2.3.4=#0C0178'],
  [nameOf(relative(COMMON_NAME, der(0x03, hex('0410')))), 'CN=#03020410'],
  [nameOf(relative(COMMON_NAME, der(0x1c, hex('0001f600')))), 'CN=😀'],
  [nameOf(relative(COMMON_NAME, der(0x1e, hex('00480069')))), 'CN=Hi'],
  [nameOf(relative(COMMON_NAME, der(0x14, hex('e4')))), 'CN=ä'],
  [nameOf(relative(UUID_OID, text('x'))), '2.25.2521817607354593479878771532433760645=#0C0178'],
];
const shown = (name: Uint8Array) => distinguishedName(elementOf(name, TAG.sequence));

describe('a name is shown as RFC 4514 has it', () => {
  it.each(NAMES.map(([name, expected]) => ({ name, expected })))('$expected', ({ name, expected }) =>
    expect(shown(name)).toBe(expected),
  );

  it.skipIf(!has('openssl'))('and as openssl shows it', () =>
    inFolder((folder) => {
      for (const [subject] of NAMES) {
        writeFileSync(join(folder, 'c.der'), handMade({ subject }));
        const form = ['-noout', '-subject', '-nameopt', 'RFC2253,utf8,-esc_msb'];
        const printed = run(folder, 'openssl', 'x509', '-inform', 'DER', '-in', 'c.der', ...form);
        expect(`subject=${shown(subject)}\n`).toBe(printed);
      }
    }),
  );
});
