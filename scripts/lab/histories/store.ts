import type { DataType, Kind } from '../../../src/model/records.ts';
import { LargeTextUpload } from '../../../src/records/packed/large-upload.ts';
import { asked, makeBatch, type ComingRecord } from '../../../src/records/packed/make-batch.ts';
import {
  askedRecords,
  incomingBatch,
  type IncomingBatch,
  type PackedReading,
  type PackPlace,
} from '../../../src/records/packed/protocol.ts';
import { compacted, type Compacted } from '../../../src/records/packed/compaction-protocol.ts';
import { compactOnce } from '../../../src/records/packed/compact.ts';
import { inflatePiece } from '../../../src/encoding/zip/inflate.ts';
import { hashOfText } from '../../../src/records/packed/text-hash.ts';
import { classify } from '../../../durable/record-store/classify.ts';
import { deleteGarbage } from '../../../durable/record-store/collect.ts';
import { beginReading } from '../../../durable/record-store/begin.ts';
import type { CompactionLimits } from '../../../durable/record-store/chains.ts';
import { beginCompaction, commitCompaction, openInput } from '../../../durable/record-store/compacting.ts';
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
import { parsed } from './d1-model.ts';
import { isLarge } from './specs.ts';

/** The part of an upload here. */
const PART_BYTES = 256;
/** Pieces that may overlap where a run begins; more are merged first. */
const DEPTH = 3;

const HOUR_MS = 3_600_000;

/** What is worth compacting at once. */
export const EAGER: CompactionLimits = {
  bytes: 4_000,
  records: 100,
  pieces: 50,
  open: 4,
  depth: 1,
  least: 1,
  small: 2,
  dead: 1,
  share: 1_000_000,
};

class Killed extends Error {
  override readonly name = 'Killed';
}

/** What happens to whoever compacts: before each of their calls, and while the store does what it asks. */
export interface Disturbance {
  /** May throw: then they are gone. */
  readonly between: (call: string) => Promise<void>;
  readonly act: <T>(work: () => T) => Promise<T>;
}

const UNDISTURBED: Disturbance = { between: async () => undefined, act: async (work) => work() };

/** A record store of one data type, on an object's storage that can be killed between any two of its statements. */
export class StoreUnderTest {
  readonly #storage = new StorageDouble();
  readonly tables: RecordTables;
  readonly type: DataType;
  readonly bucket = new BucketDouble({ passage: passAtOnce, now: () => 0, leastPart: 1 });
  /** The time, in milliseconds. */
  now = 0;
  readonly #uploaded = new Set<string>();
  /** Where pieces were put into packs. */
  readonly written: (PackPlace & { readonly bytes: number })[] = [];
  #objects = 0;
  #isCompacted = false;
  /** What somebody was about to commit who was gone. */
  #late: Compacted | null = null;
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

  /** Compacts once; `between` is called before each call of the store or of R2, and may throw: then whoever compacts is gone. */
  async compact(
    limits: CompactionLimits,
    { between, act }: Disturbance = UNDISTURBED,
  ): Promise<'nothing' | 'done' | 'overtaken'> {
    const before = <T extends unknown[], R>(call: string, made: (...args: T) => Promise<R>) => {
      return async (...args: T): Promise<R> => {
        await between(call);
        return made(...args);
      };
    };
    const { tables } = this;
    const { get, put } = this.bucket.binding;
    const id = `task-${(this.#objects += 1)}`;
    this.#isCompacted = true;
    return compactOnce({
      store: {
        beginCompaction: before('begin', () =>
          act(() => beginCompaction(tables, { id, now: this.now, limits })),
        ),
        openInput: before('open', async (task: string, n: number) =>
          openInput(tables, { task, n, now: this.now }),
        ),
        commitCompaction: async (done: Compacted) => {
          const received = compacted.parse(done);
          this.#note(received);
          this.#late = received;
          await between('commit');
          this.#late = null;
          const isDone = await act(() => commitCompaction(tables, received, this.now));
          await between('committed');
          // An answer that was lost is asked for again.
          if (commitCompaction(tables, received, this.now) !== isDone)
            throw new Error('a commit that came again was answered differently');
          return isDone;
        },
      },
      bucket: { get: before('get', get), put: before('put', put) },
      newKey: () => `pack/${(this.#objects += 1)}`,
      breathe: async () => undefined,
    }).finally(() => {
      this.#isCompacted = false;
    });
  }

  /** What somebody was about to commit comes late, where somebody was. */
  commitLate(): void {
    if (this.#late) commitCompaction(this.tables, this.#late, this.now);
    this.#late = null;
  }

  #note({ pieces }: Compacted): void {
    for (const { pack, length, bytes } of pieces) if (pack) this.written.push({ ...pack, length, bytes });
  }

  /** Every byte of a piece that still lies in some pack, whether any piece names it or not. */
  leftInPacks(): string {
    return this.written
      .map(({ object, at, length, bytes }) => {
        const range = this.bucket.objects.get(object)?.bytes.subarray(at, at + length);
        const isThere = range?.some((byte) => byte !== 0) ?? false;
        return range && isThere ? Buffer.from(inflatePiece(range, bytes)).toString() : '';
      })
      .join('\n');
  }

  /** Deletes packs that were written and never told of, as the sweep of R2 does once they are an hour old. */
  sweepOrphans(): void {
    if (this.#isCompacted) return;
    this.now += HOUR_MS;
    for (const key of this.bucket.objects.keys())
      if (key.startsWith('pack/') && !this.tables.garbage.isNamed(key)) this.bucket.objects.delete(key);
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
        if (!begun) await this.compact({ ...EAGER, depth: DEPTH });
        return begun;
      },
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
