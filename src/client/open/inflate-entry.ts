import { createInflateRaw } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import type { EntryContent } from './entry-content.ts';
import type { VolumeReader } from './volume-reader.ts';

/** Bytes that are unpacked at a time: a few of these are held in memory. */
const CHUNK = 256 * 1024;

/**
 * Passes the compressed bytes of an entry on (RFC 1951) and stops behind its last block, which nothing but unpacking can
 * find: their length stands behind them. `content` measures what they unpack to. Throws zlib's error where they are no
 * deflate stream, and answers without an end where the reader has none.
 */
export async function* inflateEntry(reader: VolumeReader, content: EntryContent): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  inflate.on('data', (chunk: Uint8Array) => content.take(chunk));
  try {
    for (;;) {
      const bytes = await reader.some();
      if (bytes.length === 0) return;
      const before = inflate.bytesWritten;
      await written(inflate, bytes);
      const used = inflate.bytesWritten - before;
      reader.unread(bytes.subarray(used));
      if (used > 0) yield bytes.subarray(0, used);
      if (used < bytes.length) return;
    }
  } finally {
    inflate.destroy();
  }
}

/** Resolves when `bytes` are used up, or, at the last block, when everything before it was unpacked. */
const written = (inflate: InflateRaw, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      inflate.off('error', settle);
      inflate.off('end', settle);
      if (error) reject(error);
      else resolve();
    };
    inflate.once('error', settle);
    inflate.once('end', settle);
    inflate.write(bytes, settle);
  });
