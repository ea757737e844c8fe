/** Says that the current volume is full and that the bytes after it belong to the next one. */
export const NEXT_VOLUME: unique symbol = Symbol('next volume');
/** What an archive consists of: bytes in the order of the file, and the edges of its volumes. */
export type ZipOutput = Uint8Array | typeof NEXT_VOLUME;

/** Bytes, or what stands for bytes that lie elsewhere. */
export interface Cuttable<T> {
  readonly length: number;
  subarray(from: number, until?: number): T;
}

/**
 * Where the next byte of a split archive goes (APPNOTE 8.5): disk from 0, offset in it. A volume of `volumeBytes` (Infinity for one
 * file) is left only when there is a byte for the next one.
 */
export class Volumes {
  readonly #volumeBytes: number;
  #disk: number;
  #offset: number;

  constructor(volumeBytes: number, at: { readonly disk: number; readonly offset: number }) {
    this.#volumeBytes = volumeBytes;
    this.#disk = at.disk;
    this.#offset = at.offset;
  }

  get disk(): number {
    return this.#disk;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Bytes that this volume can still take. */
  get room(): number {
    return this.#volumeBytes - this.#offset;
  }

  /** Makes sure that the next `length` bytes lie in one volume: this one ends early where it cannot take them. */
  *reserve(length: number): Generator<typeof NEXT_VOLUME> {
    if (length > this.#volumeBytes) {
      throw new RangeError(
        `A record of ${length} bytes does not fit a volume of ${this.#volumeBytes} bytes.`,
      );
    }
    if (length > this.room) yield* this.#next();
  }

  /** Writes bytes, which are cut where a volume ends unless room was reserved for them. They are not copied. */
  *write<T extends Cuttable<T>>(bytes: T): Generator<T | typeof NEXT_VOLUME> {
    let rest = bytes;
    while (rest.length > 0) {
      if (this.room === 0) yield* this.#next();
      const fitting = rest.subarray(0, Math.min(rest.length, this.room));
      rest = rest.subarray(fitting.length);
      this.#offset += fitting.length;
      yield fitting;
    }
  }

  *#next(): Generator<typeof NEXT_VOLUME> {
    this.#disk += 1;
    this.#offset = 0;
    yield NEXT_VOLUME;
  }
}
