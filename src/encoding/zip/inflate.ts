import { constants, inflateRawSync } from 'node:zlib';

/** Inflates a piece that `deflatePiece` made: a stream without a last block. `bytes` is what comes out, and no more is held. */
export function inflatePiece(deflated: Uint8Array, bytes: number): Uint8Array {
  const raw = inflateRawSync(deflated, {
    finishFlush: constants.Z_SYNC_FLUSH,
    chunkSize: Math.max(64, bytes),
    maxOutputLength: Math.max(1, bytes),
  });
  if (raw.length !== bytes) throw new Error(`a piece has ${raw.length} bytes and not ${bytes}`);
  return raw;
}
