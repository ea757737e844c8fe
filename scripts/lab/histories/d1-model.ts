import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataType, Kind } from '../../../src/model/records.ts';
import { eraseContact } from '../../../test/records/d1/erase-contact.ts';
import { Batch, type Row } from '../../../test/records/d1/batch.ts';
import { parseRecord, type ParsedRecord } from '../../../src/records/import/record.ts';
import { openChangeNumbers, upsert } from '../../../test/records/d1/upsert.ts';
import { d1Source } from '../../../test/records/d1/d1-source.ts';
import { BucketDouble } from '../simulate/doubles/bucket.ts';
import { DatabaseDouble } from '../simulate/doubles/database.ts';
import { passAtOnce } from '../simulate/doubles/through.ts';
import { isLarge } from './specs.ts';

const MIGRATIONS = fileURLToPath(import.meta.resolve('../../../migrations/'));
/** The migration with which D1 has no records any more. */
const PACKED = '0017';
const bytesIn = (text: string): number => Buffer.byteLength(text);

/** A line as import reads it. */
export function parsed(kind: Kind, line: string): ParsedRecord {
  const record = parseRecord(kind, line);
  if (!record.ok) throw new Error(`the world has a record that is none: ${record.failure.code}`);
  return record.value;
}

/**
 * The contact history as D1's tables hold it: the model that a record store is held against. A data type has change numbers of its own, so
 * that each is a contact center here.
 */
export class D1Model {
  readonly #database = new DatabaseDouble(passAtOnce);
  readonly #bucket = new BucketDouble({ passage: passAtOnce, now: () => 0, leastPart: 1 });
  readonly #stores;
  readonly source: ReturnType<typeof d1Source>;
  #center = '';

  constructor() {
    for (const file of readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith('.sql') && name < PACKED)
      .sort())
      this.#database.script(readFileSync(join(MIGRATIONS, file), 'utf8'));
    this.#stores = { db: this.#database.binding, bucket: this.#bucket.binding };
    this.source = d1Source(this.#stores);
  }

  /** Begins a history of nothing. */
  async begin(center: string): Promise<void> {
    this.#center = center;
    for (const type of ['Interaction', 'Contact'] as const)
      await openChangeNumbers(this.#stores.db, this.ccid(type));
  }

  ccid(type: DataType): string {
    return `${this.#center}-${type}`;
  }

  async import(type: DataType, kind: Kind, lines: readonly string[]) {
    const batch = new Batch();
    for (const line of lines) {
      const row: Row = { ...parsed(kind, line), ...(await this.#textOf(line)), size: bytesIn(line) };
      if (batch.add(row) !== 'added') throw new Error('a batch of the world does not fit one of D1');
    }
    const { inserted, updated, unchanged, waiting } = await upsert(this.#stores.db, {
      ccid: this.ccid(type),
      kind,
      rows: batch.size,
      pairs: batch.pairs(),
    });
    return { inserted, updated, unchanged, waiting };
  }

  async #textOf(line: string): Promise<Pick<Row, 'text' | 'large'>> {
    if (!isLarge(line)) return { text: line, large: null };
    const sha256 = createHash('sha256').update(line).digest('hex');
    await this.#stores.bucket.put(sha256, line);
    // Named by its text, which many records may have: nothing of them is deleted here.
    return { text: '', large: { object: sha256, sha256 } };
  }

  async erase(type: DataType, contactId: string) {
    const keeping = {
      db: this.#stores.db,
      bucket: { ...this.#stores.bucket, delete: async () => undefined },
    };
    const erased = await eraseContact(keeping, this.ccid(type), contactId);
    const { contacts, contactAttributes, interactions, documents } = erased;
    return { owners: contacts + interactions, members: contactAttributes + documents };
  }

  /** Removes what is older; answers how many records that were. */
  removeBefore(type: DataType, before: number): number {
    return this.#database.look(
      'DELETE FROM records WHERE ccid = ? AND date < ? RETURNING id',
      this.ccid(type),
      before,
    ).length;
  }

  /** Texts and ids of what is there, waiting ones included. */
  rows(type: DataType): readonly { readonly kind: number; readonly id: string; readonly text: string }[] {
    const rows = this.#database.look(
      'SELECT kind, id, text, object FROM records WHERE ccid = ? ORDER BY kind, id',
      this.ccid(type),
    );
    return rows.map(({ kind, id, text, object }) => ({
      kind: Number(kind),
      id: String(id),
      text: object === null ? String(text) : Buffer.from(this.#objectOf(String(object))).toString(),
    }));
  }

  #objectOf(key: string): Uint8Array {
    const object = this.#bucket.objects.get(key);
    if (!object) throw new Error(`the model has lost the text ${key}`);
    return object.bytes;
  }
}
