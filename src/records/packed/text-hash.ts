import { createHash } from 'node:crypto';

/** Bytes of a SHA-256 that tell texts apart. */
const HASH_BYTES = 16;

/** What tells a record's text from another one, of its SHA-256. */
export const textHash = (sha256: Buffer): string => sha256.subarray(0, HASH_BYTES).toString('base64');

/** The same of a text at hand. */
export const hashOfText = (text: Uint8Array): string => textHash(createHash('sha256').update(text).digest());
