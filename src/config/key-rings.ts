import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../model/instant.ts';
import type { Dated } from './rings.ts';
import { Secret } from './secret.ts';

/*
 * Keys come in rings (`rings.ts`), so that each can be changed while the service runs. Here is what one secret holds: of keys without a
 * time the first one signs or wraps, all of them verify or unwrap. Every key is tried as the environment is read: what does not work is
 * refused before it can break a run. No message shows a value.
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

/** What stands behind a key as `@` and whole seconds since 1970: from when it signs or wraps. */
const FROM = /@(\d{1,11})$/;

/** A key's text without its time, and the time. */
function dated(item: string): { readonly text: string; readonly from: Instant } {
  const [, seconds = '0'] = FROM.exec(item) ?? [];
  return { text: item.replace(FROM, ''), from: Number(seconds) * 1_000 };
}

/** A key that wraps, and the id by which what it wrapped names it. */
export interface WrapKey extends Dated {
  readonly id: string;
  readonly key: Secret<KeyBytes>;
}

/** Wrapped texts are parted by dots (`config/wrap.ts`), so an id can have none. */
const WRAP_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** `id:base64[@seconds][,id:base64…]` */
export const wrapKeyRing = z.string().transform((text, context): readonly WrapKey[] => {
  const ring: WrapKey[] = [];
  for (const [index, item] of text.split(',').entries()) {
    const { text: written, from } = dated(item.trim());
    const [id = '', key = '', ...more] = written.split(':');
    const bytes = keyBytes(key);
    const place = `key ${index + 1}`;
    if (!WRAP_ID.test(id))
      return refuse(context, `the id of ${place} must have 1 to 32 letters, digits, "_" and "-"`);
    if (ring.some((known) => known.id === id)) return refuse(context, `the id of ${place} stands twice`);
    if (!bytes || more.length > 0) return refuse(context, `${place} must be id:base64 of ${KEY_BYTES} bytes`);
    if (!wraps(bytes)) return refuse(context, `${place} does not unwrap what it wraps`);
    ring.push({ id, from, key: new Secret(bytes) });
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

/** A key that signs download links. `id` is made from it, for people alone. */
export interface LinkKey extends Dated {
  readonly id: string;
  readonly key: Secret<KeyBytes>;
}

/** `base64[@seconds][,base64…]` */
export const linkKeyRing = z.string().transform((text, context): readonly LinkKey[] => {
  const ring: LinkKey[] = [];
  for (const [index, item] of text.split(',').entries()) {
    const { text: written, from } = dated(item.trim());
    const bytes = keyBytes(written);
    if (!bytes) return refuse(context, `key ${index + 1} must be base64 of ${KEY_BYTES} bytes`);
    const id = nameOf(bytes);
    if (ring.some((known) => known.id === id)) return refuse(context, `key ${index + 1} stands twice`);
    ring.push({ id, from, key: new Secret(bytes) });
  }
  return ring;
});

/** Tells keys apart and nothing of them: of 256 random bits nobody finds one by 48 of its hash. */
const nameOf = (key: KeyBytes): string => createHash('sha256').update(key).digest('hex').slice(0, 12);

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
  /** Seconds since 1970: no member of RFC 7517, which lets others be. */
  from: z
    .int()
    .nonnegative()
    .default(0)
    .transform((seconds): Instant => seconds * 1_000),
});
export type RsaJwk = z.infer<typeof rsaJwk>;

/** Bits of a modulus at least (RFC 7518 section 3.3). */
const RSA_BITS = 2_048;

/** One JWK, or a JWK Set (RFC 7517 section 5), of keys that sign access tokens. */
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
