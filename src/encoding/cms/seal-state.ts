import type { Base64State } from '../base64-lines.ts';

/** Where a suspended seal goes on: plain JSON without a secret. `chain` is the last block of ciphertext as 32 hex digits. */
export interface SealState {
  readonly chain: string;
  readonly base64: Base64State;
}

/** What a suspended seal needs besides and what must be wrapped before it rests anywhere. */
export interface SealSecret {
  /** 32 bytes. */
  readonly contentKey: Uint8Array;
  /** Fewer than 16 bytes that do not fill a cipher block yet. */
  readonly plain: Uint8Array;
}
