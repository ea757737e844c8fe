const LF = 0x0a;

/** One piece of a file of lines. Its bytes must be read to their end before the next piece is asked for. */
export interface LinePiece {
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** Lines in the file before this piece. */
  readonly linesBefore: number;
}

/**
 * Cuts a stream of lines into pieces that end at a line's end: each has at least `target` bytes (but the last) and
 * ends with the line that reaches it. Holds one chunk of the input, whatever the lines' length.
 */
export async function* linePieces(
  input: AsyncIterable<Uint8Array>,
  target: number,
): AsyncGenerator<LinePiece> {
  const chunks = input[Symbol.asyncIterator]();
  let rest: Uint8Array | null = null;
  let lines = 0;

  async function nextChunk(): Promise<Uint8Array | null> {
    if (rest) {
      const chunk = rest;
      rest = null;
      return chunk;
    }
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) return null;
      if (value.length > 0) return value;
    }
  }

  async function* piece(first: Uint8Array): AsyncGenerator<Uint8Array> {
    let sent = 0;
    for (let chunk: Uint8Array | null = first; chunk; chunk = await nextChunk()) {
      const from = Math.max(0, target - sent - 1);
      const end = from < chunk.length ? chunk.indexOf(LF, from) : -1;
      const part = end === -1 ? chunk : chunk.subarray(0, end + 1);
      if (part.length < chunk.length) rest = chunk.subarray(part.length);
      sent += part.length;
      lines += countLines(part);
      yield part;
      if (end !== -1) return;
    }
  }

  try {
    for (let first = await nextChunk(); first; first = await nextChunk()) {
      yield { bytes: piece(first), linesBefore: lines };
    }
  } finally {
    await chunks.return?.();
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
