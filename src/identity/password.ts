import { scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of scrypt (RFC 7914): 16 MiB and about 200 ms of CPU a hash. Stored with each hash, so it may be raised. */
const COST = { N: 16_384, r: 8, p: 5 };
const HASH_BYTES = 32;
const FORM = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/;

/** A stored hash that no password has: checking against it takes as long as checking against a real one. */
export const NOBODY = stored(COST, new Uint8Array(16), new Uint8Array(HASH_BYTES));

/** `scrypt$N$r$p$salt$hash` of a password or client secret, salt and hash in base64. The salt is 16 random bytes. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  return stored(COST, salt, await derive(password, salt, COST));
}

/** Whether the password is the one of a stored hash, compared in constant time. Throws when the hash has no such form. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, expected] = FORM.exec(hash) ?? [];
  if (!salt || !expected) throw new Error('A stored password hash has an unknown form.');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt, 'base64'), cost);
  const wanted = Buffer.from(expected, 'base64');
  return wanted.byteLength === actual.byteLength && timingSafeEqual(wanted, actual);
}

type Cost = typeof COST;

function stored({ N, r, p }: Cost, salt: Uint8Array, hash: Uint8Array): string {
  return ['scrypt', N, r, p, base64(salt), base64(hash)].join('$');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** NFKC, so that one password typed on two keyboards is one (RFC 8265 section 4.2 asks for a normal form). */
function derive(password: string, salt: Uint8Array, { N, r, p }: Cost): Promise<Uint8Array> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
