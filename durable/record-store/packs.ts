import type { Instant } from '../../src/model/instant.ts';
import { readPacked } from '../../src/records/packed/pack.ts';
import type { PackPlace } from '../../src/records/packed/piece.ts';
import type { RunBucket } from '../../src/platform/bucket.ts';
import { blobOf } from './values.ts';

/** The tier of what lies in order and is deflated well; what was merged on the way there has lower ones, and what just came 0. */
export const SETTLED = 9;

/** Bodies that have to be read from their packs before something can be done: it was undone, and is to be done again. */
export class PacksWanted extends Error {
  override readonly name = 'PacksWanted';
  readonly pieces: readonly number[];

  constructor(pieces: readonly number[]) {
    super(`${pieces.length} pieces have to be read from their packs`);
    this.pieces = pieces;
  }
}

/** Connections that an event has open at a time, as the platform has it. */
const READ_AT_ONCE = 6;

/** Where pieces lie that are not in the store's own tables. */
export class Packs {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Where a piece lies; null of one whose body is in the tables. */
  placeOf(n: number): PackPlace | null {
    const [row] = this.#sql
      .exec<{ object: string; at: number; length: number }>(
        `SELECT pack AS object, at, length FROM packed JOIN pieces ON n = piece
          WHERE piece = ? AND NOT EXISTS (SELECT 1 FROM bodies WHERE piece = n)`,
        n,
      )
      .toArray();
    return row ?? null;
  }

  /** How far a piece has come on its way into order. */
  tierOf(n: number): number {
    const [row] = this.#sql.exec<{ tier: number }>('SELECT tier FROM packed WHERE piece = ?', n).toArray();
    return row?.tier ?? 0;
  }

  /** Throws PacksWanted where some of these pieces lie in packs and were not read yet. */
  require(pieces: Iterable<{ readonly n: number }>): void {
    const absent = [...pieces].map(({ n }) => n).filter((n) => this.placeOf(n) && !this.#has(n));
    if (absent.length > 0) throw new PacksWanted(absent);
  }

  /** The body of a packed piece. Throws PacksWanted where it has to be read first. */
  data(n: number): Uint8Array {
    const [row] = this.#sql
      .exec<{ data: SqlStorageValue }>('SELECT data FROM unpacked WHERE piece = ?', n)
      .toArray();
    if (row) return blobOf(row.data);
    throw new PacksWanted([n]);
  }

  /** Reads bodies into the tables, where they stay for a while. Holds READ_AT_ONCE. A piece that is gone meanwhile is left out. */
  async unpack(bucket: Pick<RunBucket, 'get'>, pieces: readonly number[], now: Instant): Promise<void> {
    for (let from = 0; from < pieces.length; from += READ_AT_ONCE) {
      const some = pieces.slice(from, from + READ_AT_ONCE);
      await Promise.all(some.map((n) => this.#unpackOne(bucket, n, now)));
    }
  }

  async #unpackOne(bucket: Pick<RunBucket, 'get'>, n: number, now: Instant): Promise<void> {
    const place = this.placeOf(n);
    if (!place || this.#has(n)) return;
    const data = await readPacked(bucket, place).catch((error: unknown) => {
      // Where it went meanwhile nobody needs it.
      if (this.placeOf(n)) throw error;
      return null;
    });
    if (!data) return;
    // A number may have become another piece's.
    this.#sql.exec(
      `INSERT OR REPLACE INTO unpacked (piece, data, since)
        SELECT piece, ?, ? FROM packed WHERE piece = ? AND pack = ? AND at = ?`,
      data,
      now,
      n,
      place.object,
      place.at,
    );
  }

  /** Forgets bodies that were read before then. */
  forgetUnpacked(before: Instant): void {
    this.#sql.exec('DELETE FROM unpacked WHERE since < ?', before);
  }

  /** Something of these pieces was erased: their bytes go as soon as nobody reads them any more. */
  taint(pieces: Iterable<{ readonly n: number }>): void {
    for (const { n } of pieces) this.#sql.exec('UPDATE packed SET erased = 1 WHERE piece = ?', n);
  }

  /** The same of all pieces of a kind that were retired and have records from before then. */
  taintBefore(kind: number, before: Instant): void {
    this.#sql.exec(
      `UPDATE packed SET erased = 1 WHERE erased = 0
        AND piece IN (SELECT n FROM pieces WHERE kind = ? AND retired IS NOT NULL AND first_date < ?)`,
      kind,
      before,
    );
  }

  #has(n: number): boolean {
    return this.#sql.exec('SELECT 1 FROM unpacked WHERE piece = ?', n).toArray().length > 0;
  }
}

/** Does something in one stretch, after reading from packs what it needs of them: more than once where something comes between. */
export async function withPacks<T>(
  work: () => T,
  { packs, bucket, now }: { packs: Packs; bucket: Pick<RunBucket, 'get'>; now: () => Instant },
): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PacksWanted)) throw error;
      await packs.unpack(bucket, error.pieces, now());
    }
  }
}
