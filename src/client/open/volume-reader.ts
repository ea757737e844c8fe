import { Buffer } from 'node:buffer';
import { ClientError } from '../client-error.ts';

/** One volume of a set as plain bytes. `name` is what the user knows it by; `open` begins it anew each time. */
export interface Volume {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Bytes that are gathered from a volume before they are looked at: what a reader holds in memory. */
const GATHERED = 256 * 1024;
const EMPTY = new Uint8Array();

/** Reads the volumes of a set one after the other as if they were one file, and knows where each of them began. */
export class VolumeReader {
  readonly #volumes: readonly Volume[];
  readonly #starts: number[] = [];
  #source: AsyncIterator<Uint8Array> | null = null;
  #chunk: Uint8Array = EMPTY;
  #position = 0;

  constructor(volumes: readonly Volume[]) {
    this.#volumes = volumes;
  }

  /** Bytes taken so far, over all volumes. */
  get position(): number {
    return this.#position;
  }

  /** Where each volume begun so far starts, in bytes from the beginning of the first. */
  get starts(): readonly number[] {
    return this.#starts;
  }

  /** Index of the volume that the last bytes came from. */
  get disk(): number {
    return Math.max(0, this.#starts.length - 1);
  }

  /** The next bytes of one volume, at least one and at most GATHERED; none at the end of the last. */
  async some(): Promise<Uint8Array> {
    if (this.#chunk.length === 0) await this.#gather();
    const bytes = this.#chunk;
    this.#chunk = EMPTY;
    this.#position += bytes.length;
    return bytes;
  }

  /** Exactly `length` bytes, for records; throws a `ClientError` where the set ends before. */
  async exactly(length: number): Promise<Buffer> {
    const record = Buffer.alloc(length);
    for (let at = 0; at < length;) {
      const bytes = await this.some();
      if (bytes.length === 0) {
        throw new ClientError(
          'archive-damaged',
          `The archive ends too early, in ${this.#volumes.at(-1)?.name ?? ''}.`,
        );
      }
      const taken = bytes.subarray(0, length - at);
      record.set(taken, at);
      at += taken.length;
      this.unread(bytes.subarray(taken.length));
    }
    return record;
  }

  /** Gives back bytes that were taken last: the next call answers them again. */
  unread(bytes: Uint8Array): void {
    this.#chunk = this.#chunk.length === 0 ? bytes : Buffer.concat([bytes, this.#chunk]);
    this.#position -= bytes.length;
  }

  /** Tells the open volume that no more is wanted. */
  async close(): Promise<void> {
    await this.#source?.return?.();
    this.#source = null;
  }

  /** Never gathers beyond the end of a volume, so that what was taken belongs to one. */
  async #gather(): Promise<void> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    while (size < GATHERED) {
      this.#source ??= size === 0 ? this.#next() : null;
      if (this.#source === null) break;
      const { done, value } = await this.#source.next();
      if (done) {
        this.#source = null;
      } else {
        chunks.push(value);
        size += value.length;
      }
    }
    this.#chunk = Buffer.concat(chunks, size);
  }

  #next(): AsyncIterator<Uint8Array> | null {
    const volume = this.#volumes[this.#starts.length];
    if (!volume) return null;
    this.#starts.push(this.#position);
    return volume.open()[Symbol.asyncIterator]();
  }
}
