import type { ArchiveState } from '../encoding/zip/archive.ts';
import type { Cursor } from '../model/cursor.ts';
import type { Exported, JobFacts, Plan } from '../model/protocol.ts';
import type { Checkpoint } from '../model/stored-checkpoint.ts';
import { breathe } from '../platform/breathe.ts';
import { inSpan } from '../platform/span.ts';
import type {
  DeflatedLines,
  EntryTotals,
  PinnedScope,
  RecordPage,
  RecordSource,
} from '../records/source/source.ts';
import type { Budget } from './budget.ts';
import { pinnedScopes, scopeWith } from './scopes.ts';
import {
  deletedLine,
  entriesHeld,
  entriesOf,
  manifestOf,
  type Entry,
  type WrittenEntries,
} from './entries.ts';

/** Where the archive goes: into volumes, or nowhere while it is laid out. */
export interface ArchiveSink {
  /** The archive as far as it has come. */
  readonly archive: ArchiveState;
  /** Whether nothing more is wanted, though the archive goes on. */
  readonly full: boolean;
  /** Sealed bytes that would wait in a tail if the slice ended now. */
  readonly tailBytes: number;
  openEntry(name: string, plannedBytes: number): Promise<void>;
  /** Takes what is deflated already, as it is. */
  copy(lines: DeflatedLines): Promise<void>;
  /** Takes bytes that are to be deflated. */
  write(bytes: Uint8Array): Promise<void>;
  closeEntry(): Promise<void>;
  /** The central directory. */
  finish(): Promise<void>;
}

/** What is walked through, and how the lease is kept meanwhile. */
export interface WalkContext {
  readonly job: JobFacts;
  readonly plan: Plan;
  readonly source: RecordSource;
  readonly budget: Pick<Budget, 'page' | 'used'>;
  /** Called with every page; throws when the lease is lost or the run was cancelled. */
  readonly renew: (exported: Exported) => Promise<void>;
  /** Whether the bytes of what is deflated already are not wanted. */
  readonly bare?: boolean;
  /** Told of each place that can be gone on from, before anything is written there. */
  readonly passing?: (place: WalkPlace) => void;
}

/** Where a walk goes on: what a checkpoint says of the records. */
export type WalkPlace = Pick<Checkpoint, 'entry' | 'cursor' | 'records' | 'deleted' | 'exported'>;

/** A page with a large record takes long: the lease is renewed after every so many bytes of it. */
const RENEW_BYTES = 16 * 1024 * 1024;

/** Goes through the archive's entries page by page, from any place on. */
export class ArchiveWalk {
  readonly #context: WalkContext;
  readonly #sink: ArchiveSink;
  readonly #entries: readonly Entry[];
  readonly #records: number[];
  readonly #scopes: readonly PinnedScope[];
  #entry: number;
  #cursor: Cursor | null;
  #exported: Exported;
  #deleted: number;

  constructor(context: WalkContext, sink: ArchiveSink, from: WalkPlace) {
    this.#context = context;
    this.#sink = sink;
    this.#entries = entriesOf(context.plan, context.job);
    this.#records = [...from.records];
    this.#scopes = pinnedScopes(context.job, context.plan);
    this.#entry = from.entry;
    this.#cursor = from.cursor;
    this.#exported = from.exported;
    this.#deleted = from.deleted;
  }

  get place(): WalkPlace {
    const [entry, cursor, records] = [this.#entry, this.#cursor, [...this.#records]];
    return { entry, cursor, records, deleted: this.#deleted, exported: this.#exported };
  }

  /** What each data entry holds, once all are written. */
  get held(): readonly Exported[] {
    const held = entriesHeld(this.#context.plan, this.#written());
    return held.map(({ records, bytes }) => ({ records, bytes }));
  }

  /** True when the end was reached, the archive's or the sink's; false when the budget was used before. */
  async run(): Promise<boolean> {
    for (; this.#entry < this.#entries.length; this.#entry += 1) {
      const entry = this.#entries[this.#entry]!; // the loop's own bound
      if ('totals' in entry) {
        if (!(await this.#writeData(entry.name, entry.totals))) return false;
      } else if ('deleted' in entry) {
        if (!(await this.#writeDeleted(entry.name, entry.deleted))) return false;
      } else {
        await this.#writeText(entry.name, 'text' in entry ? entry.text : this.#manifest());
      }
      if (this.#sink.full) return true;
    }
    this.#context.passing?.(this.place);
    await this.#sink.finish();
    return true;
  }

  /** Writes a data entry page by page; false when the budget was used before its end. */
  async #writeData(name: string, totals: EntryTotals): Promise<boolean> {
    const { budget, passing } = this.#context;
    if (this.#sink.archive.open === null) {
      passing?.(this.place);
      await this.#sink.openEntry(name, totals.bytes);
    }
    for (;;) {
      if (this.#sink.full) return true;
      passing?.(this.place);
      const next = await inSpan('page', { entry: name }, () => this.#page(totals));
      if (next === null || this.#sink.full) break;
      this.#cursor = next;
      if (budget.used(this.#sink.tailBytes)) return false;
    }
    this.#cursor = null;
    return true;
  }

  /** Writes the next page of an entry, with the entry's end behind the last one. Where the sink is full before that, the page does not count. */
  async #page(totals: EntryTotals): Promise<Cursor | null> {
    const { source, bare } = this.#context;
    const page = await source.page(scopeWith(this.#scopes, totals.kind), totals, this.#cursor, bare);
    const bytes = await this.#writePage(page);
    if (page.next === null && !this.#sink.full) await this.#sink.closeEntry();
    if (!this.#sink.full) this.#count({ records: page.records, bytes });
    this.#context.budget.page();
    await breathe();
    return page.next;
  }

  /** Writes what left the scope, page by page; false when the budget was used before its end. */
  async #writeDeleted(name: string, planned: Exported): Promise<boolean> {
    const { plan, source, budget, passing } = this.#context;
    const [only] = this.#scopes;
    if (!plan.changes || !only) throw new Error('what left is told of changes');
    const scope = { ...only, changes: plan.changes };
    if (this.#sink.archive.open === null) {
      passing?.(this.place);
      await this.#sink.openEntry(name, planned.bytes);
    }
    for (;;) {
      if (this.#sink.full) return true;
      passing?.(this.place);
      const { departed, next } = await source.departed(scope, this.#cursor);
      await this.#context.renew(this.#exported);
      await this.#sink.write(
        new TextEncoder().encode(departed.map((one) => deletedLine(one, plan.createdAt)).join('')),
      );
      if (next === null) await this.#sink.closeEntry();
      if (this.#sink.full) return true;
      this.#deleted += departed.length;
      budget.page();
      await breathe();
      if (next === null) break;
      this.#cursor = next;
      if (budget.used(this.#sink.tailBytes)) return false;
    }
    this.#cursor = null;
    return true;
  }

  async #writePage(page: RecordPage): Promise<number> {
    // The lease is renewed while the page is compressed; a lost one is noticed before the next page.
    const renewed = this.#context.renew(this.#exported);
    renewed.catch(() => undefined);
    let bytes = 0;
    let unrenewed = 0;
    for await (const chunk of page.chunks()) {
      const plain = chunk instanceof Uint8Array ? chunk.length : chunk.bytes;
      if (chunk instanceof Uint8Array) await this.#sink.write(chunk);
      else await this.#sink.copy(chunk);
      if (this.#sink.full) break;
      bytes += plain;
      unrenewed += plain;
      if (unrenewed >= RENEW_BYTES) {
        unrenewed = 0;
        await this.#context.renew(this.#exported);
      }
    }
    await renewed;
    return bytes;
  }

  #count({ records, bytes }: Exported): void {
    this.#records[this.#entry] = (this.#records[this.#entry] ?? 0) + records;
    this.#exported = { records: this.#exported.records + records, bytes: this.#exported.bytes + bytes };
  }

  async #writeText(name: string, text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    this.#context.passing?.(this.place);
    await this.#sink.openEntry(name, bytes.length);
    await this.#sink.write(bytes);
    await this.#sink.closeEntry();
  }

  /** The last entry: all data is written. */
  #manifest(): string {
    const { plan, job } = this.#context;
    return manifestOf(plan, job, this.#written());
  }

  readonly #written = (): WrittenEntries => ({
    entries: this.#sink.archive.entries,
    records: this.#records,
    deleted: this.#deleted,
  });
}
