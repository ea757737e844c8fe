import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Secret } from './secret.ts';

/*
 * Keys come in rings, so that each can be changed while the service runs: the first one signs or wraps, all of them verify or
 * unwrap. Every key is tried as the environment is read: what does not work is refused before it can break a run. No message
 * shows a value.
 */

/** Bytes of a symmetric key. */
const KEY_BYTES = 32;

type KeyBytes = Uint8Array<ArrayBuffer>;

/** The bytes of a key in base64, or null. */
function keyBytes(text: string): KeyBytes | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return bytes.length === KEY_BYTES ? bytes : null;
}

/** A key that wraps, and the id by which what it wrapped names it. */
export interface WrapKey {
  readonly id: string;
  readonly key: Secret<KeyBytes>;
}

/** Wrapped texts are parted by dots (`config/wrap.ts`), so an id can have none. */
const WRAP_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** `id:base64[,id:base64…]`: the first key wraps, every one of them unwraps. */
export const wrapKeyRing = z.string().transform((text, context): readonly WrapKey[] => {
  const ring: WrapKey[] = [];
  for (const [index, item] of text.split(',').entries()) {
    const [id = '', key = '', ...more] = item.trim().split(':');
    const bytes = keyBytes(key);
    const place = `key ${index + 1}`;
    if (!WRAP_ID.test(id))
      return refuse(context, `the id of ${place} must have 1 to 32 letters, digits, "_" and "-"`);
    if (ring.some((known) => known.id === id)) return refuse(context, `the id of ${place} stands twice`);
    if (!bytes || more.length > 0) return refuse(context, `${place} must be id:base64 of ${KEY_BYTES} bytes`);
    if (!wraps(bytes)) return refuse(context, `${place} does not unwrap what it wraps`);
    ring.push({ id, key: new Secret(bytes) });
  }
  return ring;
});

/** Whether what this key encrypts comes back by it: AES-256-GCM, as runs use it. */
function wraps(key: KeyBytes): boolean {
  const [nonce, plain] = [randomBytes(12), randomBytes(KEY_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(cipher.getAuthTag());
  return Buffer.concat([decipher.update(sealed), decipher.final()]).equals(plain);
}

/** `base64[,base64…]`: the first key signs download links, every one of them verifies. */
export const linkKeyRing = z.string().transform((text, context): readonly Secret<KeyBytes>[] => {
  const ring: Secret<KeyBytes>[] = [];
  const known = new Set<string>();
  for (const [index, item] of text.split(',').entries()) {
    const bytes = keyBytes(item.trim());
    if (!bytes) return refuse(context, `key ${index + 1} must be base64 of ${KEY_BYTES} bytes`);
    if (known.has(item.trim())) return refuse(context, `key ${index + 1} stands twice`);
    known.add(item.trim());
    ring.push(new Secret(bytes));
  }
  return ring;
});

/** A private RSA key as a JWK (RFC 7518 section 6.3) that tokens name by `kid`. */
const rsaJwk = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
export type RsaJwk = z.infer<typeof rsaJwk>;

/** Bits of a modulus at least (RFC 7518 section 3.3). */
const RSA_BITS = 2_048;

/** One JWK, or a JWK Set (RFC 7517 section 5): the first key signs access tokens, every one of them verifies. */
export const signingKeyRing = z.string().transform((text, context): Secret<readonly RsaJwk[]> => {
  const ring: RsaJwk[] = [];
  for (const [index, item] of jwksIn(text).entries()) {
    const parsed = rsaJwk.safeParse(item);
    const place = `key ${index + 1}`;
    if (!parsed.success)
      return refuse(context, `${place} must be a private RSA key as a JWK with "kid", in one line of JSON`);
    const jwk = parsed.data;
    if (modulusBits(jwk) < RSA_BITS)
      return refuse(context, `${place} must have ${RSA_BITS} bits at least, and has ${modulusBits(jwk)}`);
    if (ring.some(({ kid }) => kid === jwk.kid)) return refuse(context, `the kid of ${place} stands twice`);
    ring.push(jwk);
  }
  return ring.length > 0 ? new Secret(ring) : refuse(context, 'has no key');
});

/** A text that is no JSON stands for one key that is none. */
function jwksIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    const set = z.object({ keys: z.array(z.unknown()) }).safeParse(value);
    return set.success ? set.data.keys : [value];
  } catch {
    return [null];
  }
}

/** Bits of the modulus, without zeros before it. */
function modulusBits({ n }: RsaJwk): number {
  const hex = Buffer.from(n, 'base64url').toString('hex').replace(/^0+/, '');
  if (hex === '') return 0;
  return (hex.length - 1) * 4 + Number.parseInt(hex[0] ?? '0', 16).toString(2).length;
}

function refuse(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue(message);
  return z.NEVER;
}
