import { createHash, timingSafeEqual } from 'node:crypto';

/** Bytes of a secret that the service makes. */
const SECRET_BYTES = 32;

/** SHA-256 in hex. A secret of 32 random bytes needs no salt and no slow hash: nobody can try them all. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret has this SHA-256, compared in constant time. */
export function hasHash(secret: string, hash: string): boolean {
  const actual = Buffer.from(sha256(secret));
  const wanted = Buffer.from(hash);
  return actual.byteLength === wanted.byteLength && timingSafeEqual(actual, wanted);
}

/** A secret that is shown once, with a prefix by which people and scanners know it, and what is kept of it. */
export function newSecret(
  randomBytes: (count: number) => Uint8Array,
  prefix = '',
): { readonly secret: string; readonly hash: string } {
  const secret = `${prefix}${Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url')}`;
  return { secret, hash: sha256(secret) };
}

/** Bytes of an id that is made: it names something, and opens nothing. */
const ID_BYTES = 9;

/** An id that nothing else has, with a prefix that tells of what kind it is. */
export const newId = (randomBytes: (count: number) => Uint8Array, prefix: string): string =>
  `${prefix}${Buffer.from(randomBytes(ID_BYTES)).toString('base64url')}`;
