import { BufferPool } from '../encoding/buffer-pool.ts';
import type { UploadedPart } from '../model/protocol.ts';
import { PART_BYTES, partNumber } from '../model/part-numbers.ts';
import { inSpan } from '../platform/span.ts';

/** An R2 multipart upload in progress: what the writer of one volume needs of it. */
export interface Upload {
  uploadPart(partNumber: number, body: Uint8Array): Promise<UploadedPart>;
}

/** A slice takes over the part buffers of the one before it; more than two slices at a time are rare in one isolate. */
const buffers = new BufferPool(PART_BYTES, 4);

/**
 * Collects sealed bytes into parts of PART_BYTES and uploads each as it fills, one under way while the next one fills.
 * Memory: two parts (16 MiB).
 */
export class PartUploads {
  readonly #upload: Upload;
  readonly #attempt: number;
  readonly #parts: UploadedPart[];
  #buffer = buffers.take();
  /** The buffer of the part under way, or the one before it; none before the first part. */
  #spare: Uint8Array<ArrayBuffer> | null = null;
  #filled = 0;
  #sent: number;
  #released = false;
  #pending: Promise<void> | null = null;

  /** Goes on after `parts`. `attempt` (from 1) keeps part numbers apart from those of earlier writers. */
  constructor(upload: Upload, parts: readonly UploadedPart[], attempt: number) {
    this.#upload = upload;
    this.#parts = [...parts];
    this.#sent = parts.length;
    this.#attempt = attempt;
  }

  /** Sealed bytes so far: uploaded, under way and in the buffer. */
  get size(): number {
    return this.#sent * PART_BYTES + this.#filled;
  }

  async write(bytes: Uint8Array): Promise<void> {
    let rest = bytes;
    while (rest.length > 0) {
      const chunk = rest.subarray(0, PART_BYTES - this.#filled);
      this.#buffer.set(chunk, this.#filled);
      this.#filled += chunk.length;
      rest = rest.subarray(chunk.length);
      if (this.#filled === PART_BYTES) await this.#send();
    }
  }

  /** What is not in a full part yet, once all full parts have arrived. The bytes are valid until the next write. */
  async suspend(): Promise<{ parts: readonly UploadedPart[]; tail: Uint8Array }> {
    await this.#settle();
    return { parts: [...this.#parts], tail: this.#buffer.subarray(0, this.#filled) };
  }

  /** Uploads what is left as the last part, which alone may be shorter, and answers all of them. */
  async close(): Promise<{ parts: readonly UploadedPart[]; size: number }> {
    const { size } = this;
    if (this.#filled > 0) await this.#send();
    await this.#settle();
    return { parts: [...this.#parts], size };
  }

  /**
   * Gives the buffers back once no call of this writer is left running; a fault of the part under way does not matter any
   * more. Nothing may be written or read afterwards.
   */
  async release(): Promise<void> {
    await this.#settle().catch(() => undefined);
    if (this.#released) return;
    this.#released = true;
    buffers.give(this.#buffer);
    if (this.#spare) buffers.give(this.#spare);
    this.#spare = null;
  }

  async #send(): Promise<void> {
    await this.#settle();
    const body = this.#buffer.subarray(0, this.#filled);
    const number = partNumber(this.#sent + 1, this.#attempt);
    const attributes = { part: number, bytes: body.length };
    const upload = inSpan('part', attributes, () => this.#upload.uploadPart(number, body));
    const pending = upload.then((part) => {
      this.#parts.push({ partNumber: part.partNumber, etag: part.etag });
    });
    // Awaited by the next #settle; marked as handled so that a fault in between is no unhandled rejection.
    pending.catch(() => undefined);
    this.#pending = pending;
    this.#sent += 1;
    [this.#buffer, this.#spare] = [this.#spare ?? buffers.take(), this.#buffer];
    this.#filled = 0;
  }

  async #settle(): Promise<void> {
    const pending = this.#pending;
    if (!pending) return;
    await pending;
    this.#pending = null;
  }
}
