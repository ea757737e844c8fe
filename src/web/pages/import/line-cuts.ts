import { KINDS, type Kind } from '../../../model/records.ts';

const LF = 0x0a;

/**
 * Cuts bytes at line ends into pieces of about `most` bytes, as they come: at most one piece and one line are held. A line longer than
 * a piece makes a piece of its own.
 */
export async function* piecesAtLines(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  most: number,
): AsyncGenerator<Blob> {
  let held: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LF) + 1;
    if (bytes + end >= most && end > 0) {
      yield new Blob([...held, chunk.subarray(0, end)]);
      held = end < chunk.byteLength ? [chunk.subarray(end)] : [];
    } else held.push(chunk);
    bytes = held.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
  if (bytes > 0) yield new Blob(held);
}

/** The kind of records that a file's name speaks of; null where it speaks of none. */
export function kindOfName(name: string): Kind | null {
  const plain = name.toLowerCase();
  // "contact-attributes" holds "contact": the longer name comes first.
  const longest = [...KINDS].sort((a, b) => b.length - a.length);
  return longest.find((kind) => plain.includes(kind) || plain.includes(kind.replace(/s$/, ''))) ?? null;
}
