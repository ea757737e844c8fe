import { BufferPool } from '../../encoding/buffer-pool.ts';
import type { LargeText } from '../packed/large-text.ts';
import type { ComingRecord } from '../packed/make-batch.ts';
import type { ParsedRecord } from './record.ts';

/** A record on its way into a store: what was parsed, the number of its line, its text or where that lies, and the text's hash. */
export interface Row extends ParsedRecord {
  readonly line: number;
  readonly text: Uint8Array | LargeText;
  readonly hash: string;
}

/** Bytes of text in one batch at most, those of large records left out: they are held before and after they are deflated. */
export const BATCH_BYTES = 6_000_000;
/** Records of one batch at most: their keys travel with them. */
export const BATCH_RECORDS = 5_000;

/** Texts are copied into blocks of so many bytes, as many as it takes: most imports are small. Larger texts are copied by themselves. */
const BLOCK_BYTES = 256 * 1024;
/** As many as three large imports have, which are let in at a time (`platform/admission.ts`). */
const blocks = new BufferPool(BLOCK_BYTES, Math.ceil((3 * BATCH_BYTES) / BLOCK_BYTES));

type Added = 'added' | 'same' | 'full' | 'conflict';

/** Records for one transaction: no id twice. Their texts are copied: what a line is a view of may be far larger than the line. */
export class Batch {
  readonly #rows = new Map<string, Row>();
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  /** Bytes of the last block that are taken, and of all texts. */
  #filled = 0;
  #bytes = 0;

  get size(): number {
    return this.#rows.size;
  }

  /**
   * Takes a row, or says why not: `same` when it repeats a row of this batch letter for letter (it would change nothing), `conflict`
   * when it has another text for an id of this batch, `full` when there is no room. The last two ask for an empty batch.
   */
  add(row: Row): Added {
    const earlier = this.#rows.get(row.id);
    if (earlier) return earlier.hash === row.hash ? 'same' : 'conflict';
    if (this.size === BATCH_RECORDS) return 'full';
    if (!(row.text instanceof Uint8Array)) {
      this.#rows.set(row.id, row);
      return 'added';
    }
    if (this.#bytes + row.text.length > BATCH_BYTES) return 'full';
    this.#rows.set(row.id, { ...row, text: this.#copy(row.text) });
    return 'added';
  }

  /** The records, as long as nothing is added and the batch is not emptied. */
  get records(): readonly (Row & ComingRecord)[] {
    return [...this.#rows.values()];
  }

  /** Begins anew, and gives back what it held. */
  empty(): void {
    this.#rows.clear();
    for (const block of this.#blocks.splice(0)) blocks.give(block);
    this.#filled = 0;
    this.#bytes = 0;
  }

  #copy(text: Uint8Array): Uint8Array {
    this.#bytes += text.length;
    if (text.length > BLOCK_BYTES / 4) return text.slice();
    let block = this.#blocks.at(-1);
    if (!block || this.#filled + text.length > BLOCK_BYTES) {
      block = blocks.take();
      this.#blocks.push(block);
      this.#filled = 0;
    }
    const copy = block.subarray(this.#filled, this.#filled + text.length);
    copy.set(text);
    this.#filled += text.length;
    return copy;
  }
}

/** The object of a text that lies in R2. */
export const objectOf = ({ text }: Pick<Row, 'text'>): readonly string[] =>
  text instanceof Uint8Array ? [] : [text.object];
