import { Buffer } from 'node:buffer';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { ClientError } from '../client-error.ts';
import { berHeader, nextIn, octetString, BER_TAG, wholeElement } from './ber-reader.ts';
import type { BerHeader } from './ber-reader.ts';
import { ByteReader } from './byte-reader.ts';
import { contentKey } from './content-key.ts';
import { damaged } from './sealed-file.ts';
import { primitives } from './seam.ts';
import { smimeContent } from './smime-reader.ts';

/** Bytes of the key of each content cipher that is opened, AES-CBC all (RFC 3565, 4.1): what OpenSSL's `smime` and this service write. */
const KEY_BYTES: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.2': 16,
  '2.16.840.1.101.3.4.1.22': 24,
  '2.16.840.1.101.3.4.1.42': 32,
};
const ID_ENVELOPED_DATA = '06092a864886f70d010703';

/**
 * The plain bytes of a sealed file (S/MIME, CMS EnvelopedData), as they come; the last are checked before they are given. Throws a
 * `ClientError` when the file is none, cut short or damaged, or the key is another one. AES-CBC carries no authentication:
 * compare the file's SHA-256, or test the archive. Memory: one chunk of the input and what is made of it, a header of at most 1 MiB.
 */
export async function* openSealedFile(
  input: AsyncIterable<Uint8Array>,
  privateKeyPem: string,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(smimeContent(input));
  try {
    yield* envelopedContent(reader, privateKeyPem);
  } finally {
    await reader.close();
  }
}

/** ContentInfo and EnvelopedData (RFC 5652, 3 and 6.1) read from front to back. */
async function* envelopedContent(reader: ByteReader, privateKeyPem: string): AsyncGenerator<Uint8Array> {
  const contentInfo = await expect(reader, BER_TAG.sequence);
  const type = await wholeElement(reader, await expect(reader, BER_TAG.objectIdentifier));
  if (Buffer.from(type).toString('hex') !== ID_ENVELOPED_DATA) {
    throw new ClientError('unsupported', 'The S/MIME message is signed or of another kind, not enveloped.');
  }
  const content = await expect(reader, BER_TAG.context0);
  const enveloped = await expect(reader, BER_TAG.sequence);
  await wholeElement(reader, await expect(reader, BER_TAG.integer));
  const recipients = await recipientInfos(reader);
  const info = await expect(reader, BER_TAG.sequence);
  await wholeElement(reader, await expect(reader, BER_TAG.objectIdentifier));
  const { keyBytes, iv } = algorithm(await wholeElement(reader, await expect(reader, BER_TAG.sequence)));
  const key = await contentKey(recipients, privateKeyPem, keyBytes);
  const decrypter = primitives.cbcDecrypter(key, iv);
  const encrypted = await expect(reader, BER_TAG.context0, BER_TAG.context0Primitive);
  for await (const chunk of octetString(reader, encrypted)) {
    const plain = await decrypter.update(chunk);
    if (plain.length > 0) yield plain;
  }
  for (const open of [info, enveloped, content, contentInfo]) await skipRest(reader, open);
  const last = await decrypter.final();
  // A wrong padding of the last block is the only trace that damage or a wrong key leaves in CBC.
  if (last === null) throw damaged('its last block cannot be decrypted');
  yield last;
}

/** OriginatorInfo, which RSA recipients do not need, may stand before the recipients. */
async function recipientInfos(reader: ByteReader): Promise<Uint8Array> {
  const header = await expect(reader, BER_TAG.set, BER_TAG.context0);
  const element = await wholeElement(reader, header);
  return header.tag === BER_TAG.set ? element : wholeElement(reader, await expect(reader, BER_TAG.set));
}

function algorithm(element: Uint8Array) {
  let identifier: AlgorithmIdentifier;
  let iv: Uint8Array;
  try {
    identifier = AsnConvert.parse(element, AlgorithmIdentifier);
    const parameters = identifier.parameters ?? new ArrayBuffer(0);
    const known = identifier.algorithm in KEY_BYTES;
    iv = known ? new Uint8Array(AsnConvert.parse(parameters, OctetString).buffer) : new Uint8Array();
  } catch {
    throw damaged('its content cipher cannot be read');
  }
  const keyBytes = KEY_BYTES[identifier.algorithm];
  if (keyBytes === undefined) {
    throw new ClientError('unsupported', `The content cipher ${identifier.algorithm} is not AES-CBC.`);
  }
  if (iv.length !== 16) throw damaged('its initialisation vector has the wrong length');
  return { keyBytes, iv };
}

async function expect(reader: ByteReader, ...tags: readonly number[]): Promise<BerHeader> {
  const header = await berHeader(reader);
  if (!tags.includes(header.tag)) throw damaged('it is no CMS EnvelopedData');
  return header;
}

/** What may follow the content (unprotected attributes) says nothing to us, but the ends have to be there. */
async function skipRest(reader: ByteReader, parent: BerHeader): Promise<void> {
  for (let next = await nextIn(reader, parent); next !== null; next = await nextIn(reader, parent)) {
    await wholeElement(reader, next);
  }
}
