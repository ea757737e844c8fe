import type { Instant } from '../../src/model/instant.ts';
import { decodeLarge, type LargeText } from '../../src/records/packed/large-text.ts';
import type { WaitingPage, WaitingRecord } from '../../src/records/packed/protocol.ts';
import type { LargeGarbage } from './large-garbage.ts';
import { blobOf } from './values.ts';

/** Texts of one answer, at most. */
const MOST_TOLD = 2_000;

/** Texts of members whose owner is not there yet. */
export class Waiting {
  readonly #sql: SqlStorage;
  readonly #garbage: LargeGarbage;

  constructor(sql: SqlStorage, garbage: LargeGarbage) {
    this.#sql = sql;
    this.#garbage = garbage;
  }

  add({ id, text, object, length, bytes, crc }: WaitingRecord, since: Instant): void {
    this.#sql.exec(
      'INSERT INTO waiting (id, text, object, length, bytes, crc, since) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      text,
      object,
      length,
      bytes,
      crc,
      since,
    );
  }

  /** The text, or where it lies. */
  textOf(id: string): Uint8Array | LargeText {
    const [row] = this.#sql
      .exec<{ text: SqlStorageValue; object: string | null; length: number; bytes: number; crc: number }>(
        'SELECT text, object, length, bytes, crc FROM waiting WHERE id = ?',
        id,
      )
      .toArray();
    if (!row) throw new Error(`the text of the waiting record "${id}" is gone`);
    const { object, length, bytes, crc } = row;
    const text = blobOf(row.text);
    return object === null ? text : { object, length, bytes, crc, ...decodeLarge(text) };
  }

  /** Texts behind an id, in the order of ids: as many as `bytes` hold, one at least where there is one. A large one is the last. */
  behind(after: string, bytes: number): WaitingPage {
    const ids = this.#sql
      .exec<{ id: string; size: number }>(
        'SELECT id, length(text) AS size FROM waiting WHERE id > ? ORDER BY id LIMIT ?',
        after,
        MOST_TOLD,
      )
      .toArray();
    const texts: WaitingPage['texts'][number][] = [];
    let left = bytes;
    for (const { id, size } of ids) {
      left -= size;
      if (left < 0 && texts.length > 0) break;
      const text = this.textOf(id);
      texts.push(text);
      if (!(text instanceof Uint8Array)) break;
    }
    return {
      texts,
      next: texts.length < ids.length || ids.length === MOST_TOLD ? ids[texts.length - 1]!.id : null,
    };
  }

  /** The owner has come, and the text is in a piece. */
  end(id: string): string | null {
    const [row] = this.#sql
      .exec<{ object: string | null }>('DELETE FROM waiting WHERE id = ? RETURNING object', id)
      .toArray();
    return row?.object ?? null;
  }

  /** The text is not wanted any more. */
  remove(id: string): void {
    const object = this.end(id);
    if (object !== null) this.#garbage.leave(object);
  }

  /** Ids of those that have waited since before this moment. */
  since(before: Instant): readonly string[] {
    return this.#sql
      .exec<{ id: string }>('SELECT id FROM waiting WHERE since < ?', before)
      .toArray()
      .map(({ id }) => id);
  }
}
