import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';

/** An element of a DER encoding, its length in the fewest octets. */
export const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const octets =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...octets), content]);
};

/** An element whose length has four octets, whatever it is: BER, but not DER. */
export const longForm = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const header = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  header.writeUInt32BE(content.length, 2);
  return Buffer.concat([header, content]);
};

export const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');
export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Contents of the OBJECT IDENTIFIER of commonName. */
export const COMMON_NAME = hex('550403');
/** 2.25 and a UUID as one number, as ITU-T X.667 makes identifiers: more digits than a double has. */
export const UUID_OID = hex('6983e5d7cda48ef4d5a1c2b7e9d3f6a1b2c305');

/** A relative name with one attribute. */
export const relative = (type: Uint8Array, value: Uint8Array): Buffer =>
  der(0x31, der(0x30, der(0x06, type), value));
export const nameOf = (...relatives: readonly Uint8Array[]): Buffer => der(0x30, ...relatives);
export const plainName = (text: string): Buffer =>
  nameOf(relative(COMMON_NAME, der(0x0c, Buffer.from(text))));

/** What a certificate may have otherwise than it should, as whole elements. */
interface Oddities {
  readonly serialNumber?: Uint8Array;
  readonly issuer?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly notBefore?: Uint8Array;
  readonly notAfter?: Uint8Array;
  readonly extensions?: readonly Uint8Array[];
}

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** The private key of every certificate made here. */
export const PRIVATE_KEY_PEM = keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const PUBLIC_KEY = keys.publicKey.export({ format: 'der', type: 'spki' });
const SHA256_WITH_RSA = der(0x30, der(0x06, hex('2a864886f70d01010b')), der(0x05));

/** A certificate in DER, put together by hand. Its signature is no real one: nobody who opens or seals files looks at it. */
export function handMade(odd: Oddities = {}): Buffer {
  const name = plainName('Hand made');
  const validity = der(
    0x30,
    odd.notBefore ?? der(0x17, ascii('200101000000Z')),
    odd.notAfter ?? der(0x17, ascii('491231235959Z')),
  );
  const tbs = der(
    0x30,
    der(0xa0, der(0x02, hex('02'))),
    odd.serialNumber ?? der(0x02, hex('00c0ffee')),
    SHA256_WITH_RSA,
    odd.issuer ?? name,
    validity,
    odd.subject ?? name,
    PUBLIC_KEY,
    ...(odd.extensions ? [der(0xa3, der(0x30, ...odd.extensions))] : []),
  );
  return der(0x30, tbs, SHA256_WITH_RSA, der(0x03, Uint8Array.of(0), new Uint8Array(256)));
}
