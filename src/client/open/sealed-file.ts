import { ClientError } from '../client-error.ts';

/** A sealed file, wherever it lies: on a disk, or in a browser as a Blob. */
export interface SealedFile {
  /** What the user knows it by. */
  readonly name: string;
  /** Bytes; for the progress alone. */
  readonly size: number;
  /** Reads it from its beginning to its end, chunk by chunk; may be called again, for a set's last file is read twice. */
  open(): AsyncIterable<Uint8Array>;
}

export const truncated = (): ClientError =>
  new ClientError('truncated', 'The file ends too early: download it again, and compare its SHA-256.');

export const damaged = (what: string): ClientError =>
  new ClientError('damaged', `The file is damaged: ${what}. Download it again, and compare its SHA-256.`);
