import { randomBytes } from 'node:crypto';

/** workerd makes no more random bytes at once. */
const MOST = 65_535;

/** A text of so many bytes, or a few more, that does not compress below three quarters. */
export function noise(bytes: number): string {
  const pieces: Buffer[] = [];
  for (let left = Math.ceil((bytes * 3) / 4); left > 0; left -= MOST)
    pieces.push(randomBytes(Math.min(left, MOST)));
  return Buffer.concat(pieces).toString('base64');
}
