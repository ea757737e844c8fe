import { constants, inflateRawSync } from 'node:zlib';

/** Room beyond what comes out: workerd asks for more as soon as a buffer is full, and not only where there is more. */
const SLACK = 64;

/** Inflates a piece that `deflatePiece` made: a stream without a last block. `bytes` is what comes out; no more is held. */
export function inflatePiece(deflated: Uint8Array, bytes: number): Uint8Array {
  const raw = inflateRawSync(deflated, {
    finishFlush: constants.Z_SYNC_FLUSH,
    chunkSize: bytes + SLACK,
    maxOutputLength: bytes + SLACK,
  });
  if (raw.length !== bytes) throw new Error(`a piece has ${raw.length} bytes and not ${bytes}`);
  return raw;
}
