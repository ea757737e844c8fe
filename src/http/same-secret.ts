import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares by digests of equal length, in constant time. */
export const sameSecret = (key: string, given: string): boolean =>
  timingSafeEqual(digest(key), digest(given));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What a request shows as a bearer token; "" where it shows none. */
export const bearerOf = (headers: Pick<Headers, 'get'>): string =>
  /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
