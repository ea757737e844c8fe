import type { DataType, Kind } from '../../../src/model/records.ts';
import { LargeTextUpload } from '../../../src/records/packed/large-upload.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import {
  askedRecords,
  incomingBatch,
  type IncomingBatch,
  type PackedReading,
} from '../../../src/records/packed/protocol.ts';
import { hashOfText } from '../../../src/records/packed/text-hash.ts';
import { changedOwners, keysOf } from '../../../durable/record-store/changed-owners.ts';
import { classify } from '../../../durable/record-store/classify.ts';
import { deleteGarbage } from '../../../durable/record-store/collect.ts';
import { beginReading } from '../../../durable/record-store/begin.ts';
import { withPacks } from '../../../durable/record-store/packs.ts';
import { scrubPack } from '../../../durable/record-store/scrub.ts';
import { pageOf } from '../../../durable/record-store/page.ts';
import { departedOf } from '../../../durable/record-store/departed.ts';
import { keepPin, unpin } from '../../../durable/record-store/pins.ts';
import { RecordTables } from '../../../durable/record-store/record-tables.ts';
import { totalsOf } from '../../../durable/record-store/totals.ts';
import { BucketDouble } from '../simulate/doubles/bucket.ts';
import { StorageDouble } from '../simulate/doubles/storage.ts';
import { passAtOnce } from '../simulate/doubles/through.ts';
import { Compactor, EAGER } from './compactor.ts';
import { parsed } from './d1-model.ts';
import { isLarge } from './specs.ts';

/** The part of an upload here. */
const PART_BYTES = 256;
/** Pieces that may overlap where a run begins; more are merged first. */
const DEPTH = 3;

class Killed extends Error {
  override readonly name = 'Killed';
}

/** A record store of one data type, on an object's storage that can be killed between any two of its statements. */
export class StoreUnderTest {
  readonly #storage = new StorageDouble();
  readonly tables: RecordTables;
  readonly type: DataType;
  readonly bucket = new BucketDouble({ passage: passAtOnce, now: () => 0, leastPart: 1 });
  /** The time, in milliseconds. */
  now = 0;
  readonly #uploaded = new Set<string>();
  #objects = 0;
  readonly compactor: Compactor;
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
    this.compactor = new Compactor(this);
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
    const tables = [
      'state',
      'garbage',
      'keys',
      'members',
      'waiting',
      'counters',
      'pieces',
      'tombstones',
      'erased',
      'departures',
      'journal',
      'missed',
      'packed',
      'loose',
      'compacting',
      'inputs',
      'scrubs',
    ];
    return JSON.stringify(tables.map((table) => this.look(`SELECT * FROM ${table}`)));
  }

  look(query: string): readonly Record<string, unknown>[] {
    return this.#storage.look(query);
  }

  /** Makes a batch as import does, with what the store says now. */
  async prepare(kind: Kind, lines: readonly string[], id: string): Promise<IncomingBatch> {
    const records = await Promise.all(lines.map((line) => this.#comingOf(kind, line)));
    const question = askedRecords.parse(asked(kind, records));
    const { fates, stamp } = classify(this.tables, question);
    return incomingBatch.parse(makeBatch(question, records, { fates, stamp, id, at: 1 }));
  }

  async #comingOf(kind: Kind, line: string): Promise<ComingRecord> {
    const { id, owner, place } = parsed(kind, line);
    const contact = kind === 'interactions' ? (/"CONTACTID":"([^"]*)"/.exec(line)?.[1] ?? null) : null;
    const text = new TextEncoder().encode(line);
    if (!isLarge(line)) return { id, owner, place, contact, text, hash: hashOfText(text) };
    const object = `large/${(this.#objects += 1)}`;
    this.#uploaded.add(object);
    const upload = new LargeTextUpload(this.bucket.binding, object, new Uint8Array(PART_BYTES));
    await upload.write(text);
    const { large, hash } = await upload.complete(contact);
    return { id, owner, place, contact, text: large, hash };
  }

  /** Deletes what the store let go, and overwrites what was erased. */
  async sweep(): Promise<void> {
    await deleteGarbage(this.tables, this.bucket.binding, 1_000);
    while (await scrubPack(this.tables, this.bucket.binding));
  }

  /** Does one piece of work, with what of packs it needs. */
  withPacks<T>(work: () => T): Promise<T> {
    return withPacks(work, { packs: this.tables.packs, bucket: this.bucket.binding, now: () => this.now });
  }

  /** Deletes what was put into R2 for batches, and no record has come to name: who imports knows it. */
  dropSuperfluous(): void {
    for (const key of this.#uploaded) if (!this.tables.garbage.isNamed(key)) this.bucket.objects.delete(key);
    this.#uploaded.clear();
  }

  get reading(): PackedReading {
    return {
      begin: async (run) => {
        const begun = beginReading(this.tables, run, this.now, DEPTH);
        // The object has somebody compact, and the run asks again. Whoever was at it may be gone.
        if (!begun) this.now += 1_000;
        if (!begun) await this.compactor.compact({ ...EAGER, depth: DEPTH });
        return begun;
      },
      changedOwners: async (query, at) =>
        keepPin(this.tables, at.reader, query.asOf, this.now) ? changedOwners(this.tables, query, at) : null,
      keys: async (query, at) =>
        keepPin(this.tables, at.reader, query.asOf, this.now) ? keysOf(this.tables, query, at) : null,
      departed: async (query) => departedOf(this.tables, query),
      unpin: async (run) => unpin(this.tables, run),
      page: async (selection, at) =>
        keepPin(this.tables, at.reader, selection.asOf, this.now) ? pageOf(this.tables, selection, at) : null,
      totals: async (counting) => totalsOf(this.tables, counting),
      state: async () => this.tables.state,
      mediaTypes: async () => this.tables.mediaTypes(),
    };
  }

  close(): void {
    this.#storage.close();
  }
}
