/**
 * Reads a body into memory of the caller's own. A default reader hands out views of the runtime's read buffers, 4 KB each
 * however little came: a body sent byte by byte would cost 4 KB a byte.
 */
export class BodyReader {
  readonly #reader: ReadableStreamBYOBReader;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = readerOf(body);
  }

  /**
   * Fills `room` with what comes next, with less only at the body's end, with nothing behind it. `room` is the runtime's from
   * here on; what is answered lies in the same memory. Throws what the body throws.
   */
  async read(room: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    if (room.length === 0) return room;
    const { value } = await this.#reader.readAtLeast(room.length, room);
    // None where the body was cancelled.
    return value ?? new Uint8Array(0);
  }

  /** Gives up what is still to come. Does nothing to a body that was read to its end; one that failed has told its error. */
  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}

/** What came over the network is a stream of bytes; one that JavaScript made may not be, and is passed through one. */
function readerOf(body: ReadableStream<Uint8Array>): ReadableStreamBYOBReader {
  try {
    return body.getReader({ mode: 'byob' });
  } catch {
    return body.pipeThrough(new IdentityTransformStream()).getReader({ mode: 'byob' });
  }
}
