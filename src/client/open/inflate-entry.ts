import type { EntryContent } from './entry-content.ts';
import { primitives } from './seam.ts';
import type { VolumeReader } from './volume-reader.ts';

/**
 * Passes the compressed bytes of an entry on (RFC 1951) and stops behind its last block, which nothing but unpacking can
 * find: their length stands behind them. `content` measures what they unpack to. Throws a `BrokenDeflate` where they are no
 * deflate stream, and answers without an end where the reader has none.
 */
export async function* inflateEntry(reader: VolumeReader, content: EntryContent): AsyncGenerator<Uint8Array> {
  const inflater = primitives.inflater((bytes) => content.take(bytes));
  try {
    for (;;) {
      const bytes = await reader.some();
      if (bytes.length === 0) return;
      const used = await inflater.write(bytes);
      reader.unread(bytes.subarray(used));
      if (used > 0) yield bytes.subarray(0, used);
      if (used < bytes.length) return;
    }
  } finally {
    inflater.close();
  }
}
