import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ContentInfo, id_data } from '@peculiar/asn1-cms';
import { AuthenticatedSafe, id_keyBag, id_pkcs8ShroudedKeyBag, PFX, SafeContents } from '@peculiar/asn1-pfx';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';

/** Whether a file begins as PKCS #12 does (RFC 7292, 4): a sequence whose first member is the version 3. */
export function isPkcs12(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  // The indefinite length, as Windows and old versions of Java write it, has no octets of its own.
  const at = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return bytes[at] === 0x02 && bytes[at + 1] === 0x01 && bytes[at + 2] === 0x03;
}

/**
 * The private keys of a PKCS #12 file. Keys lie in it as encrypted PKCS #8 (RFC 7292, 4.2.2), which OpenSSL opens with the
 * passphrase, whatever its cipher. What is encrypted as a whole holds certificates
 * with every program that we know, and is left alone.
 */
export function keysOfPkcs12(
  bytes: Uint8Array,
  passphrase: string,
): readonly KeyObject[] | 'passphrase' | 'none' | 'damaged' {
  let bags: readonly Bag[];
  try {
    bags = bagsOf(bytes);
  } catch {
    return 'damaged';
  }
  if (bags.length === 0) return 'none';
  const keys: KeyObject[] = [];
  for (const { der } of bags) {
    try {
      keys.push(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8', passphrase }));
    } catch {
      return 'passphrase';
    }
  }
  return keys;
}

/** A key's PKCS #8, encrypted or not. */
interface Bag {
  readonly der: ArrayBuffer;
}

function bagsOf(bytes: Uint8Array): readonly Bag[] {
  const { authSafe } = AsnConvert.parse(bytes, PFX);
  return AsnConvert.parse(contentOf(authSafe), AuthenticatedSafe)
    .filter(({ contentType }) => contentType === id_data)
    .flatMap((info) => [...AsnConvert.parse(contentOf(info), SafeContents)])
    .filter(({ bagId }) => bagId === id_pkcs8ShroudedKeyBag || bagId === id_keyBag)
    .map(({ bagValue }) => ({ der: bagValue }));
}

const contentOf = ({ content }: ContentInfo): ArrayBuffer => AsnConvert.parse(content, OctetString).buffer;
