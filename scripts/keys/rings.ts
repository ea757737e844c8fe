import { randomBytes } from 'node:crypto';
import { KEY_MAKERS, type NewKey } from '../dev/secrets.ts';

/** The rings of keys. */
export type RingName = 'jwt' | 'link' | 'wrap';
export const RING_NAMES = ['jwt', 'link', 'wrap'] as const satisfies readonly RingName[];

/** Of each ring the secrets that hold it together; the first one has to be there. */
export const SLOTS: Readonly<Record<RingName, readonly [string, string]>> = {
  jwt: ['JWT_PRIVATE_KEY', 'JWT_PRIVATE_KEY_2'],
  link: ['LINK_KEY', 'LINK_KEY_2'],
  wrap: ['WRAP_KEYS', 'WRAP_KEYS_2'],
};

/** A new key of a ring, that signs from then on (milliseconds since 1970). Of wrap the id says when it was made. */
export function makeKey(ring: RingName, from: number): string {
  const day = new Date(from).toISOString().slice(0, 10);
  const key: NewKey = { id: `${day}-${randomBytes(3).toString('hex')}`, from: Math.ceil(from / 1_000) };
  return KEY_MAKERS[ring](key);
}
