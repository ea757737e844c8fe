import type { Instant } from '../model/instant.ts';
import type { WrapKey } from './key-rings.ts';
import { currentKey } from './rings.ts';

/**
 * Wraps a few bytes that must not be stored in the clear (what a checkpoint holds of an open volume, the secret of a second factor)
 * under a Worker secret: AES-256-GCM, written `<key id>.<nonce>.<ciphertext>` in base64. `context` (contact center, run and volume, or
 * user) is authenticated, so that a wrapped text is of no use anywhere else. The ring's current key wraps; every key unwraps.
 */
export async function wrap(
  ring: readonly WrapKey[],
  context: string,
  plain: Uint8Array<ArrayBuffer>,
  now: Instant = Date.now(),
): Promise<string> {
  const current = currentKey(ring, now);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const key = await importKey(current, 'encrypt');
  const sealed = await crypto.subtle.encrypt(parameters(nonce, context), key, plain);
  return [current.id, base64(nonce), base64(new Uint8Array(sealed))].join('.');
}

/** The plain bytes again. Throws when the key is no longer in the ring, or the text is not of this context. */
export async function unwrap(
  ring: readonly WrapKey[],
  context: string,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [id = '', nonce = '', sealed = ''] = text.split('.');
  const found = ring.find((item) => item.id === id);
  if (!found) throw new Error(`the wrapping key ${JSON.stringify(id)} is not in WRAP_KEYS any more`);
  const key = await importKey(found, 'decrypt');
  const plain = await crypto.subtle.decrypt(parameters(bytes(nonce), context), key, bytes(sealed));
  return new Uint8Array(plain);
}

/** Whether a text is wrapped by the key that wraps at `now`; one that is not has to be wrapped anew before its key goes. */
export const isWrappedByCurrent = (ring: readonly WrapKey[], text: string, now: Instant): boolean =>
  text.startsWith(`${currentKey(ring, now).id}.`);

const parameters = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(context),
});

const importKey = ({ key }: WrapKey, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key.reveal(), 'AES-GCM', false, [use]);

const base64 = (data: Uint8Array): string => btoa(String.fromCharCode(...data));
const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
