import { constants, inflateRawSync } from 'node:zlib';

/**
 * Room beyond what comes out: workerd's buffers grow by 40 KiB at a time, whatever `chunkSize` is, and one that would pass `maxOutputLength`
 * is refused, however little of it would be filled.
 */
const SLACK = 64 * 1024;

/** Inflates a piece that `deflatePiece` made: a stream without a last block. `bytes` is what comes out; little more is held. */
export function inflatePiece(deflated: Uint8Array, bytes: number): Uint8Array {
  const raw = inflateRawSync(deflated, {
    finishFlush: constants.Z_SYNC_FLUSH,
    chunkSize: Math.max(16 * 1024, bytes + 1),
    maxOutputLength: bytes + SLACK,
  });
  if (raw.length !== bytes) throw new Error(`a piece has ${raw.length} bytes and not ${bytes}`);
  return raw;
}
