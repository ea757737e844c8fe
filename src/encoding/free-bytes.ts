/** Less is not worth the call; Node's own buffers share 8 KiB. */
const LEAST = 16 * 1024;

/**
 * Gives the memory of bytes back at once, where they are most of their buffer: nothing of it may be read any more. Left to the garbage
 * collector, buffers lie about by the dozen of MB behind a small heap, which is not collected for them.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.detached) return;
  if (byteLength >= LEAST && byteLength * 2 > buffer.byteLength) buffer.transfer(0);
}
