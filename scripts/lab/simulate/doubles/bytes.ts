import { createHash } from 'node:crypto';

export const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** Copied: whoever sent them may use their buffer again. */
export const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body);
