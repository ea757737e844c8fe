/**
 * Buffers of one size that nobody uses now. What takes one gives it back: fresh ones for every page or slice lie about as
 * garbage by the dozen of MB until the runtime collects it. Keeps `most` of them at rest.
 */
export class BufferPool {
  readonly #bytes: number;
  readonly #most: number;
  readonly #idle: Uint8Array<ArrayBuffer>[] = [];

  constructor(bytes: number, most: number) {
    this.#bytes = bytes;
    this.#most = most;
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#idle.pop() ?? new Uint8Array(this.#bytes);
  }

  /** Takes a buffer back, once: lent to two users at a time it would mix their bytes. */
  give(buffer: Uint8Array<ArrayBuffer>): void {
    if (this.#idle.length < this.#most) this.#idle.push(buffer);
  }
}
