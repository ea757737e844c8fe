import { BufferPool } from '../../encoding/buffer-pool.ts';
import { freeBytes } from '../../encoding/free-bytes.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import type { Compacted } from './compaction-protocol.ts';
import type { Piece } from './piece.ts';

/** Bytes of a pack: what writing one, or overwriting something in it, holds. */
export const PACK_BYTES = 8 * 1024 * 1024;

const buffers = new BufferPool(PACK_BYTES, 1);

type PackedPiece = Compacted['pieces'][number];

/** Writes pieces into packs, one behind the other, each pack by one call. Whoever made one closes it. */
export class PackWriter {
  readonly #bucket: Pick<RunBucket, 'put'>;
  readonly #newKey: () => string;
  readonly #buffer = buffers.take();
  #filled = 0;
  #key: string;

  /** `newKey` gives a name that was never used. */
  constructor(bucket: Pick<RunBucket, 'put'>, newKey: () => string) {
    this.#bucket = bucket;
    this.#newKey = newKey;
    this.#key = newKey();
  }

  /** Takes a piece, and frees its bytes; answers what is told of it, without them. A large record lies elsewhere already. */
  async add(piece: Piece): Promise<PackedPiece> {
    if (piece.object !== null) return { ...piece, pack: null };
    const { length } = piece.data;
    if (this.#filled + length > PACK_BYTES) await this.end();
    this.#buffer.set(piece.data, this.#filled);
    const pack = { object: this.#key, at: this.#filled };
    this.#filled += length;
    freeBytes(piece.data);
    return { ...piece, data: new Uint8Array(), pack };
  }

  /** Puts what is not full. */
  async end(): Promise<void> {
    if (this.#filled === 0) return;
    // A copy: it may be sent once more while the next one is filled.
    const pack = this.#buffer.slice(0, this.#filled);
    await this.#bucket.put(this.#key, pack);
    freeBytes(pack);
    [this.#filled, this.#key] = [0, this.#newKey()];
  }

  close(): void {
    buffers.give(this.#buffer);
  }
}
