import { inflatePiece } from '../../src/encoding/zip/inflate.ts';
import type { DeflatedLines } from '../../src/records/source/source.ts';

/** A chunk of a page as plain bytes. */
export const plainChunk = (chunk: Uint8Array | DeflatedLines): Uint8Array =>
  chunk instanceof Uint8Array ? chunk : inflatePiece(chunk.deflated, chunk.bytes);
