import { Buffer } from 'node:buffer';
import { headerAt, TAG } from './der.ts';

/** What says in a text that a private key is in it, all of a row: PEM of any label, SSH2, PGP; PuTTY; a key as XML; a JWK. */
const TEXTS: readonly (readonly RegExp[])[] = [
  [/BEGIN [A-Z0-9 ]{0,64}PRIVATE KEY/],
  [/^PuTTY-User-Key-File-\d/m],
  [/<RSAKeyValue>/, /<D>/],
  [/"kty"\s*:/, /"d"\s*:/],
];
/** What a file of a private key begins with that is neither text nor DER: OpenSSH's own format, Microsoft's PVK. */
const MAGICS = ['openssh-key-v1\0', '\x1e\xf1\xb5\xb0'];

/** Versions that a key in DER begins with: RFC 8017 A.1.2, RFC 5958, RFC 5915; PKCS #12, which holds a key as a rule, has 3 (RFC 7292). */
const VERSIONS = [0, 1, 3];

/** Whether a file holds a private key, in whatever clothing; `text` is the file as text. Nothing of it is kept. */
export function holdsPrivateKey(file: Uint8Array, text: string): boolean {
  if (
    TEXTS.some((row) => row.every((part) => part.test(text))) ||
    MAGICS.some((magic) => text.startsWith(magic))
  )
    return true;
  return isKeyInDer(file) || isKeyInDer(bareBase64(text));
}

/** Base64 without a BEGIN line; nothing where the text is something else. */
const bareBase64 = (text: string): Uint8Array =>
  /^[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : new Uint8Array();

/** Judged by the first elements alone: a key that is cut off, or has something behind it, is still a key. */
function isKeyInDer(der: Uint8Array): boolean {
  if (der[0] !== TAG.sequence) return false;
  // Of indefinite length (X.690, 8.1.3.6) where PKCS #12 was written as a stream.
  const body = der[1] === 0x80 ? der.subarray(2) : der.subarray(headerAt(der, 0)?.begin ?? der.length);
  if (body[0] === TAG.integer && body[1] === 1) return VERSIONS.includes(body[2] ?? -1);
  return isEncrypted(body);
}

/** An encrypted key is an algorithm and an OCTET STRING (RFC 5958 clause 3); a certificate has three elements. */
function isEncrypted(body: Uint8Array): boolean {
  const algorithm = headerAt(body, 0);
  return algorithm?.tag === TAG.sequence && body[algorithm.end] === TAG.octetString;
}
