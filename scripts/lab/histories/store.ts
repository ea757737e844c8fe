import type { DataType, Kind } from '../../../src/model/records.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import type { PackedReading } from '../../../src/records/packed/packed-source.ts';
import { askedRecords, incomingBatch, type IncomingBatch } from '../../../src/records/packed/protocol.ts';
import { classify } from '../../../durable/record-store/classify.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { totalsOf } from '../../../durable/record-store/totals.ts';
import { StorageDouble } from '../simulate/doubles/storage.ts';
import { parsed } from './d1-model.ts';

class Killed extends Error {
  override readonly name = 'Killed';
}

/** A record store of one data type, on an object's storage that can be killed between any two of its statements. */
export class StoreUnderTest {
  readonly #storage = new StorageDouble();
  readonly tables: RecordTables;
  readonly type: DataType;
  #left = Infinity;

  constructor(type: DataType) {
    this.type = type;
    const { sql, transactionSync } = this.#storage.binding;
    const exec = (query: string, ...values: unknown[]) => {
      this.#left -= 1;
      if (this.#left < 0) throw new Killed();
      return sql.exec(query, ...values);
    };
    // What RecordTables uses of it.
    this.tables = new RecordTables({ sql: { exec } as SqlStorage, transactionSync });
  }

  /** Does `work`, to be killed before its statement `at`: null where it was. */
  killed<T>(at: number, work: () => T): { readonly answer: T } | null {
    this.#left = at;
    try {
      return { answer: work() };
    } catch (error) {
      if (error instanceof Killed) return null;
      throw error;
    } finally {
      this.#left = Infinity;
    }
  }

  /** What it consists of, to be compared. */
  image(): string {
    const tables = ['state', 'keys', 'members', 'waiting', 'counters', 'pieces', 'tombstones', 'erased'];
    return JSON.stringify(tables.map((table) => this.look(`SELECT * FROM ${table}`)));
  }

  look(query: string): readonly Record<string, unknown>[] {
    return this.#storage.look(query);
  }

  /** Makes a batch as import does, with what the store says now. */
  prepare(kind: Kind, lines: readonly string[], id: string): IncomingBatch {
    const records = lines.map((line) => comingOf(kind, line));
    const question = askedRecords.parse(asked(kind, records));
    const { fates, stamp } = classify(this.tables, question);
    return incomingBatch.parse(makeBatch(question, records, { fates, stamp, id, at: 1 }));
  }

  get reading(): PackedReading {
    return {
      page: async (selection, at) => pageOf(this.tables, selection, at),
      totals: async (counting) => totalsOf(this.tables, counting),
      state: async () => this.tables.state,
      mediaTypes: async () => [],
    };
  }

  close(): void {
    this.#storage.close();
  }
}

function comingOf(kind: Kind, line: string): ComingRecord {
  const { id, owner, place } = parsed(kind, line);
  const contact = /"CONTACTID":"([^"]*)"/.exec(line)?.[1] ?? null;
  return {
    id,
    owner,
    place,
    text: new TextEncoder().encode(line),
    contact: kind === 'interactions' ? contact : null,
  };
}
