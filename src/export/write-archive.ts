import { startArchive } from '../encoding/zip/archive.ts';
import type { Cursor } from '../model/cursor.ts';
import type { EntryTotals, PinnedScope, RecordPage, RecordSource, Scope } from '../records/source/source.ts';
import { FORMAT, type Commit, type Exported, type JobFacts, type Plan } from '../model/protocol.ts';
import { breathe } from '../platform/breathe.ts';
import { inSpan } from '../platform/span.ts';
import { ArchiveWriter } from './archive-writer.ts';
import type { Budget } from './budget.ts';
import { parseCheckpoint, type Checkpoint } from '../model/stored-checkpoint.ts';
import {
  deletedLine,
  entriesHeld,
  entriesOf,
  manifestOf,
  type Entry,
  type WrittenEntries,
} from './entries.ts';
import { plannedBytes } from './planned-bytes.ts';
import { VolumeWriter, type VolumeContext } from './volume-writer.ts';

/** What a slice works on: the run, where it reads, where it writes, and how it keeps its lease. */
export interface WriteContext {
  readonly job: JobFacts;
  readonly plan: Plan;
  readonly source: RecordSource;
  readonly volumes: VolumeContext;
  /** Names this attempt's tail object. */
  readonly tailName: string;
  readonly budget: Budget;
  /** Called with every page; throws when the lease is lost or the run was cancelled. */
  readonly renew: (exported: Exported) => Promise<void>;
}

export type Written = Omit<Commit, 'stored' | 'handOver'>;

/** Writes the archive from `checkpoint` on (null: from its beginning) until it ends or the budget is used. */
export async function writeArchive(context: WriteContext, checkpoint: string | null): Promise<Written> {
  const state = checkpoint === null ? beginning(context) : parseCheckpoint(checkpoint);
  const volume = state.volume ? await VolumeWriter.resume(context.volumes, state.volume) : null;
  const archive = new ArchiveWriter(context.plan.uuid, context.volumes, { archive: state.archive, volume });
  const slice = new SliceWriter(context, archive, state);
  try {
    return (await slice.run()) ? await slice.ended() : await slice.suspended();
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

function beginning({ plan, job }: WriteContext): Checkpoint {
  const options = { splitBytes: plan.volumeBytes, plannedBytes: plannedBytes(plan, job) };
  return {
    format: FORMAT,
    entry: 0,
    cursor: null,
    records: plan.parts.map(() => 0),
    deleted: 0,
    exported: { records: 0, bytes: 0 },
    archive: startArchive({ ...options, modified: plan.createdAt }),
    volume: null,
  };
}

/** A page with a large record takes long: the lease is renewed after every so many bytes of it. */
const RENEW_BYTES = 16 * 1024 * 1024;

class SliceWriter {
  readonly #context: WriteContext;
  readonly #archive: ArchiveWriter;
  readonly #entries: readonly Entry[];
  readonly #records: number[];
  readonly #scope: PinnedScope;
  #entry: number;
  #cursor: Cursor | null;
  #exported: Exported;
  #deleted: number;

  constructor(context: WriteContext, archive: ArchiveWriter, state: Checkpoint) {
    this.#context = context;
    this.#archive = archive;
    this.#entries = entriesOf(context.plan, context.job);
    this.#records = [...state.records];
    const { changes, version } = context.plan;
    if (version === null) throw new Error('a run reads a version of the records');
    this.#scope = { ...scopeOf(context.job), changes, snapshot: { reader: readerOf(context.job), version } };
    this.#entry = state.entry;
    this.#cursor = state.cursor;
    this.#exported = state.exported;
    this.#deleted = state.deleted;
  }

  /** True when the archive was written to its end, false when the budget was used before. */
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
    }
    await this.#archive.finish();
    return true;
  }

  async ended(): Promise<Written> {
    return {
      checkpoint: null,
      openVolume: null,
      tail: null,
      sealed: this.#archive.sealed,
      exported: this.#exported,
      entries: entriesHeld(this.#context.plan, this.#written()).map(({ records, bytes }) => ({
        records,
        bytes,
      })),
    };
  }

  async suspended(): Promise<Written> {
    const volume = await this.#archive.suspend(this.#context.tailName);
    const checkpoint: Checkpoint = {
      format: FORMAT,
      entry: this.#entry,
      cursor: this.#cursor,
      records: this.#records,
      deleted: this.#deleted,
      exported: this.#exported,
      archive: this.#archive.archive,
      volume,
    };
    return {
      checkpoint: JSON.stringify(checkpoint),
      openVolume: volume?.volume ?? null,
      tail: volume?.tail ?? null,
      sealed: this.#archive.sealed,
      exported: this.#exported,
    };
  }

  /** Writes a data entry page by page; false when the budget was used before its end. */
  async #writeData(name: string, totals: EntryTotals): Promise<boolean> {
    const { source, budget } = this.#context;
    if (this.#archive.archive.open === null) await this.#archive.openEntry(name, totals.bytes);
    for (;;) {
      const page = await inSpan('page', { entry: name }, async () => {
        const read = await source.page(this.#scope, totals, this.#cursor);
        await this.#writePage(read);
        return read;
      });
      if (page.next === null) break;
      this.#cursor = page.next;
      if (budget.used(this.#archive.tailBytes)) return false;
    }
    await this.#archive.closeEntry();
    this.#cursor = null;
    return true;
  }

  /** Writes what left the scope, page by page; false when the budget was used before its end. */
  async #writeDeleted(name: string, planned: Exported): Promise<boolean> {
    const { plan, source, budget } = this.#context;
    if (!plan.changes) throw new Error('what left is told of changes');
    const scope = { ...this.#scope, changes: plan.changes };
    if (this.#archive.archive.open === null) await this.#archive.openEntry(name, planned.bytes);
    for (;;) {
      // Only this writes cursors of this entry: change numbers.
      const { departed, next } = await source.departed(scope, this.#cursor as unknown as number | null);
      await this.#context.renew(this.#exported);
      await this.#archive.write(new TextEncoder().encode(departed.map(deletedLine).join('')));
      this.#deleted += departed.length;
      budget.page();
      await breathe();
      if (next === null) break;
      this.#cursor = next as unknown as Cursor;
      if (budget.used(this.#archive.tailBytes)) return false;
    }
    await this.#archive.closeEntry();
    this.#cursor = null;
    return true;
  }

  async #writePage(page: RecordPage): Promise<void> {
    // The lease is renewed while the page is compressed; a lost one is noticed before the next page.
    const renewed = this.#context.renew(this.#exported);
    renewed.catch(() => undefined);
    let bytes = 0;
    let unrenewed = 0;
    for await (const chunk of page.chunks()) {
      const plain = chunk instanceof Uint8Array ? chunk.length : chunk.bytes;
      if (chunk instanceof Uint8Array) await this.#archive.write(chunk);
      else await this.#archive.copy(chunk);
      bytes += plain;
      unrenewed += plain;
      if (unrenewed >= RENEW_BYTES) {
        unrenewed = 0;
        await this.#context.renew(this.#exported);
      }
    }
    await renewed;
    this.#records[this.#entry] = (this.#records[this.#entry] ?? 0) + page.records;
    this.#exported = {
      records: this.#exported.records + page.records,
      bytes: this.#exported.bytes + bytes,
    };
    this.#context.budget.page();
    await breathe();
  }

  async #writeText(name: string, text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    await this.#archive.openEntry(name, bytes.length);
    await this.#archive.write(bytes);
    await this.#archive.closeEntry();
  }

  /** The last entry: all data is written. */
  #manifest(): string {
    const { plan, job } = this.#context;
    return manifestOf(plan, job, this.#written());
  }

  readonly #written = (): WrittenEntries => ({
    entries: this.#archive.archive.entries,
    records: this.#records,
    deleted: this.#deleted,
  });
}

/** What the source is asked for, but for the change numbers, which the plan fixes. */
export const scopeOf = (job: JobFacts): Omit<Scope, 'changes'> => ({
  ccid: job.ccid,
  type: job.type,
  from: job.from,
  to: job.to,
  media: job.type === 'Contact' ? null : job.media,
  attachments: job.attachments,
});

/** By what a source knows a run. */
export const readerOf = ({ jobId, runId }: JobFacts): string => `${jobId}/${runId}`;
