import type { PieceNumbers } from '../../encoding/zip/layout.ts';

/**
 * A line that is too large to be packed with others: it lies in R2 as pieces, one behind the other, each of which can be read by itself.
 * The numbers are those of all of them, the LF included.
 */
export interface LargeText extends PieceNumbers {
  /** The object's key. */
  readonly object: string;
  /** The pieces: bytes as they lie there, and plain. */
  readonly parts: readonly (readonly [length: number, bytes: number])[];
  /** The contact that an interaction names: nobody reads the text to find that out. */
  readonly contact: string | null;
}

/** A large text as a store keeps it in the place of a piece's bytes. */
export const encodeLarge = ({ parts, contact }: LargeText): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ parts, contact }));

export const decodeLarge = (bytes: Uint8Array): Pick<LargeText, 'parts' | 'contact'> =>
  // What encodeLarge alone wrote.
  JSON.parse(new TextDecoder().decode(bytes)) as Pick<LargeText, 'parts' | 'contact'>;
