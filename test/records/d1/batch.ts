import { Buffer } from 'node:buffer';
import type { ParsedRecord } from '../../../src/records/import/record.ts';
import type { HeldText } from './upsert.ts';

/** A record on its way into D1: what was parsed, its text ("" where that lies in R2), and the text's UTF-8 bytes. */
export interface Row extends ParsedRecord {
  readonly text: string;
  readonly size: number;
  readonly large: LargeText | null;
}

/** A text that was put into R2: the object's key, SHA-256 in lower-case hex. */
export interface LargeText {
  readonly object: string;
  readonly sha256: string;
}

/** One pair of bound values: rows as a JSON array, and their texts run together, which the rows point into. */
export interface BoundPair {
  readonly rows: string;
  readonly texts: string;
}

/**
 * Largest bound value that is made, in bytes: D1 takes 2,000,000 for a value and for a row, and a row has other
 * columns beside the text.
 */
export const MAX_VALUE_BYTES = 1_900_000;

/**
 * Bytes of text in one batch, one record more or less. While D1's client sends it, it is in memory three times, at two bytes a
 * character where one lies beyond Latin-1. Smaller ones would need more statements than a request of 400 MiB has.
 */
export const MAX_BATCH_BYTES = 2_800_000;

/** Pairs in one batch at most: two values hold its text, however it falls. */
export const MAX_PAIRS = 2;

type Added = 'added' | 'same' | 'full' | 'conflict';

interface OpenPair {
  readonly rows: string[];
  readonly texts: string[];
  rowBytes: number;
  textBytes: number;
}

/** Rows for one transaction: no id twice, every bound value within D1's limits. Holds at most MAX_PAIRS values of each sort. */
export class Batch {
  readonly #known = new Map<string, { text: string; readonly large: LargeText | null }>();
  readonly #pairs: OpenPair[] = [];
  #textBytes = 0;

  get size(): number {
    return this.#known.size;
  }

  /**
   * Takes a row, or says why not: `same` when it repeats a row of this batch letter for letter (it would change nothing),
   * `conflict` when it has another text for an id of this batch, `full` when there is no room. The last two ask for
   * a new batch.
   */
  add(row: Row): Added {
    const earlier = this.#known.get(row.id);
    if (earlier)
      return earlier.text === row.text && earlier.large?.sha256 === row.large?.sha256 ? 'same' : 'conflict';
    const textBytes = row.large ? 0 : row.size;
    if (this.size > 0 && this.#textBytes + textBytes > MAX_BATCH_BYTES) return 'full';
    const pair = this.#pairFor(textBytes);
    if (!pair) return 'full';
    const json = JSON.stringify(rowOf(row, pair.textBytes + 1));
    pair.rows.push(json);
    pair.texts.push(row.text);
    pair.rowBytes += Buffer.byteLength(json) + 1;
    pair.textBytes += textBytes;
    this.#textBytes += textBytes;
    this.#known.set(row.id, { text: row.text, large: row.large });
    return 'added';
  }

  /** The values to be bound, once: the texts of the rows are forgotten, for they would be held twice while D1 writes. */
  pairs(): BoundPair[] {
    for (const known of this.#known.values()) known.text = '';
    return this.#pairs
      .splice(0)
      .map(({ rows, texts }) => ({ rows: `[${rows.join(',')}]`, texts: texts.join('') }));
  }

  /** The objects that its rows are to name. */
  get objects(): string[] {
    return [...this.#known.values()].flatMap(({ large }) => large?.object ?? []);
  }

  /**
   * The objects that no row names once this batch is written: of each text that was held before, either the old one, or,
   * where the new one is the same, the new one, because then the row was left as it is.
   */
  superfluous(held: readonly HeldText[]): string[] {
    return held.map(({ id, object, sha256 }) => {
      const now = this.#known.get(id)?.large;
      return now?.sha256 === sha256 ? now.object : object;
    });
  }

  #pairFor(size: number): OpenPair | null {
    const last = this.#pairs.at(-1);
    // The row's JSON is known only once its place is; MAX_ROW_BYTES is more than it can be.
    const fits =
      last && last.textBytes + size <= MAX_VALUE_BYTES && last.rowBytes + MAX_ROW_BYTES <= MAX_VALUE_BYTES;
    if (fits) return last;
    if (this.#pairs.length === MAX_PAIRS) return null;
    const pair: OpenPair = { rows: [], texts: [], rowBytes: 2, textBytes: 0 };
    this.#pairs.push(pair);
    return pair;
  }
}

/** Three names of 255 units, each at most six bytes in JSON, a key of R2 (1,024), a hash, and the numbers. */
const MAX_ROW_BYTES = 3 * 255 * 6 + 1_024 + 64 + 120;

/**
 * [id, owner, entity, media, date, offset of the text in bytes from 1, size], and [object, sha256] after them where the text
 * lies in R2: upsert.ts reads it by these positions.
 */
const rowOf = ({ id, owner, place, size, large }: Row, offset: number) => [
  id,
  owner,
  place?.entity ?? null,
  place?.media ?? null,
  place?.date ?? null,
  offset,
  size,
  ...(large ? [large.object, large.sha256] : []),
];
