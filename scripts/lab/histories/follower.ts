import { unpin } from '../../../durable/record-store/pins.ts';
import { CONTACT_ENTITY, KINDS_OF } from '../../../src/model/records.ts';
import type { RecordFilter } from '../../../src/model/api/job-request.ts';
import type { Cursor } from '../../../src/model/cursor.ts';
import { deletedLine } from '../../../src/export/entries.ts';
import { packedSource } from '../../../src/records/packed/packed-source.ts';
import { SnapshotGone } from '../../../src/records/source/snapshot-gone.ts';
import type {
  DepartedRecord,
  EntryTotals,
  FollowingScope,
  PinnedScope,
  ReadingBegun,
  RecordSource,
  Scope,
} from '../../../src/records/source/source.ts';
import { plainChunk } from '../../../test/records/plain-chunk.ts';
import { parsed } from './d1-model.ts';
import { ENTITIES } from './specs.ts';
import type { StoreUnderTest } from './store.ts';

/** What a job is to export. */
interface Wish {
  readonly job: number;
  readonly media: readonly string[] | null;
  readonly attachments: boolean;
  readonly filters: readonly RecordFilter[];
}

const MANY = 1_000;
/** Bytes of pages, and how many owners and keys are looked at a time: few, so that everything is gone on with, or as many as there are. */
const SIZES = [
  [1, { owners: 1, keys: 1 }],
  [150, { owners: 2, keys: 3 }],
  [1_000_000, { owners: MANY, keys: MANY }],
] as const;

/** A DataSync job, and whoever applies its archives in order: records by kind and id. */
export class Follower {
  readonly job: number;
  readonly #source: RecordSource;
  readonly #store: StoreUnderTest;
  readonly #scope: Omit<Scope, 'changes'>;
  readonly #has = new Map<string, string>();
  #watermark = 0;
  #runs = 0;
  #reading: (ReadingBegun & { readonly reader: string }) | null = null;

  constructor(store: StoreUnderTest, { job, media, attachments, filters }: Wish) {
    this.job = job;
    this.#store = store;
    const [pageBytes, round] = SIZES[(job + 2) % SIZES.length] ?? SIZES[0];
    this.#source = packedSource({
      storeOf: () => store.reading,
      bucket: store.bucket.binding,
      pageBytes,
      round,
    });
    this.#scope = { ccid: 'c', type: store.type, from: null, to: null, media, attachments, filters };
  }

  get isReading(): boolean {
    return this.#reading !== null;
  }

  async begin(): Promise<unknown> {
    const reader = `${this.job}/${(this.#runs += 1)}`;
    for (let left = MANY; left > 0; left -= 1) {
      const reading = { reader, since: this.#watermark, follows: true };
      const begun = await this.#source.begin(this.#scope, reading);
      if (!begun) continue;
      this.#reading = { ...begun, reader };
      return begun.changes;
    }
    throw new Error('a run never begins');
  }

  /** The run failed, or was cancelled. */
  breakOff(): void {
    if (this.#reading) unpin(this.#store.tables, this.#reading.reader);
    this.#reading = null;
  }

  /** The run is written to its end and applied: answers what is wrong then, and what it told; null where nothing is kept of what it read. */
  async finish(): Promise<{ readonly wrong: readonly string[]; readonly told: string } | null> {
    const reading = this.#reading;
    if (!reading?.changes) throw new Error('no run reads');
    this.#reading = null;
    const { version, reader, changes, entries } = reading;
    const scope = { ...this.#scope, changes, snapshot: { reader, version } };
    try {
      const lines = await this.#linesOf(scope, entries);
      const deleted = await this.#deletedOf(scope);
      const wrong = [...this.#bound(reading, deleted), ...foretold(entries, lines)];
      if (changes.from === 0) this.#has.clear();
      for (const { kind, id } of deleted) this.#has.delete(`${kind} ${id}`);
      for (const [key, line] of lines) this.#has.set(key, line);
      const there = await this.#linesOf({ ...scope, changes: null }, this.#everything());
      this.#watermark = changes.to;
      const told = `${lines.size} lines, deleted ${deleted
        .map((one) => deletedLine(one, this.#store.now))
        .join('')
        .trim()}`;
      return { wrong: [...wrong, ...this.#differences(there, deleted)], told };
    } catch (error) {
      if (error instanceof SnapshotGone) return null;
      throw error;
    } finally {
      unpin(this.#store.tables, reader);
    }
  }

  async #deletedOf(scope: FollowingScope): Promise<DepartedRecord[]> {
    const all: DepartedRecord[] = [];
    for (let after: Cursor | null = null, more = true; more; more = after !== null) {
      const page = await this.#source.departed(scope, after);
      all.push(...page.departed);
      after = page.next;
    }
    return all;
  }

  #bound({ departed }: ReadingBegun, deleted: readonly DepartedRecord[]): string[] {
    const bytes = deleted.reduce((sum, one) => sum + Buffer.byteLength(deletedLine(one, this.#store.now)), 0);
    if (departed && deleted.length <= departed.records && bytes <= departed.bytes) return [];
    return [
      `${deleted.length} departures in ${bytes} bytes, at most ${JSON.stringify(departed)} were foretold`,
    ];
  }

  #differences(there: ReadonlyMap<string, string>, deleted: readonly DepartedRecord[]): string[] {
    const wrong = [];
    for (const [key, line] of there)
      if (this.#has.get(key) !== line) wrong.push(`job ${this.job} lacks ${line}`);
    for (const [key, line] of this.#has)
      if (!there.has(key)) wrong.push(`job ${this.job} still has ${key}: ${line}`);
    // Nothing is told that holds no more: a consumer may apply it in any order.
    for (const { kind, id } of deleted)
      if (there.has(`${kind} ${id}`)) wrong.push(`job ${this.job} was told that ${kind} ${id} left`);
    return wrong;
  }

  #everything(): readonly EntryTotals[] {
    const { owners, members } = KINDS_OF[this.#store.type];
    const kinds = this.#scope.attachments ? [owners, members] : [owners];
    const entities = this.#store.type === 'Contact' ? [CONTACT_ENTITY] : ENTITIES;
    return kinds.flatMap((kind) => entities.map((entity) => ({ kind, entity, records: 1, bytes: 100 })));
  }

  async #linesOf(scope: PinnedScope, entries: readonly EntryTotals[]): Promise<Map<string, string>> {
    const lines = new Map<string, string>();
    for (const entry of entries) {
      let text = '';
      for (let after: Cursor | null = null, more = true; more; more = after !== null) {
        const page = await this.#source.page(scope, entry, after);
        for await (const chunk of page.chunks()) text += Buffer.from(plainChunk(chunk)).toString();
        after = page.next;
      }
      for (const line of text.split('\n').slice(0, -1))
        lines.set(`${entry.kind} ${parsed(entry.kind, line).id}`, line);
    }
    return lines;
  }
}

/** What is wrong with the most that a run was said to have. */
function foretold(entries: readonly EntryTotals[], lines: ReadonlyMap<string, string>): string[] {
  const most = entries.reduce((sum, { records }) => sum + records, 0);
  return lines.size <= most ? [] : [`${lines.size} records, at most ${most} were foretold`];
}
