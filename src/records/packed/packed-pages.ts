import { z } from 'zod';
import type { DataType } from '../../model/records.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { TextMissing } from '../../store/large-texts.ts';
import { pageRows, PAGE_BYTES } from '../source/page-size.ts';
import { RecordUnreadable } from '../source/record-unreadable.ts';
import { SnapshotGone } from '../source/snapshot-gone.ts';
import type { DeflatedLines, EntryTotals, PinnedScope } from '../source/source.ts';
import { decodeLarge } from './large-text.ts';
import { readLarge } from './large-upload.ts';
import { withBodies } from './pack.ts';
import { pageLines } from './page-lines.ts';
import {
  pageCursor,
  type LineQuery,
  type PackedPage,
  type PackedReading,
  type PageCursor,
} from './protocol.ts';

/** Whole pieces are not inflated: a page may have more of them. What it has is held deflated. */
const WHOLE_BYTES = 8 * PAGE_BYTES;

/** Where packed records lie: the stores, and large texts. */
export interface PackedStores {
  readonly storeOf: (ccid: string, type: DataType) => PackedReading;
  readonly bucket: Pick<RunBucket, 'get'>;
  /** Plain bytes of the lines of a page that are cut of pieces, one record more or less. */
  readonly pageBytes?: number;
  /** Plain bytes of the whole pieces of a page. */
  readonly wholeBytes?: number;
  /** Owners that are judged at a time where changes meet filters, and keys of members that are told at a time. */
  readonly round?: { readonly owners: number; readonly keys: number };
}

/** Where a page went on to, as a checkpoint keeps it; those of old do not say where pieces begin. */
export const storedCursor = z.object({
  ...pageCursor.shape,
  low: pageCursor.shape.low.default(null),
});

/** What of an entry is asked for beside the scope, and how much of it. */
interface Asking extends Partial<Pick<LineQuery, 'contact' | 'owners'>> {
  readonly rows?: number;
  readonly wholeBytes?: number;
  readonly bare?: boolean;
}

/** Pages of one entry of a scope, as its store gives them. */
export class PackedPages {
  readonly #stores: PackedStores;
  readonly #scope: PinnedScope;
  readonly #entry: EntryTotals;

  constructor(stores: PackedStores, scope: PinnedScope, entry: EntryTotals) {
    this.#stores = stores;
    this.#scope = scope;
    this.#entry = entry;
  }

  /** Throws SnapshotGone. */
  async ask(after: PageCursor | null, asking: Asking = {}): Promise<PackedPage> {
    const { storeOf, pageBytes = PAGE_BYTES, wholeBytes = WHOLE_BYTES } = this.#stores;
    const { ccid, type, from, to, media, changes, snapshot } = this.#scope;
    const { kind, entity } = this.#entry;
    const { contact = null, owners = null, bare = false } = asking;
    const page = await storeOf(ccid, type).page(
      { kind, entity, from, to, media, changes, contact, owners, asOf: snapshot.version },
      {
        after,
        bytes: pageBytes,
        rows: Math.min(asking.rows ?? Infinity, pageRows(this.#entry)),
        wholeBytes: Math.min(asking.wholeBytes ?? Infinity, wholeBytes),
        reader: snapshot.reader,
        bare,
      },
    );
    if (!page) throw new SnapshotGone();
    return page;
  }

  /** The page with the bytes of its pieces, wherever they lie. Throws what a run can do nothing about, in words. */
  withBodies(page: PackedPage): Promise<PackedPage> {
    return this.#readable(page, () => withBodies(this.#stores.bucket, page));
  }

  /** The lines of a page, a large one included. */
  async *chunks(page: PackedPage): AsyncGenerator<Uint8Array | DeflatedLines, void> {
    yield* pageLines(await this.withBodies(page));
    const large = this.large(page);
    if (large) yield* large.read();
  }

  /** The large record that a page ends with; null where it ends with none. */
  large(page: PackedPage): LargeLine | null {
    const last = page.pieces.at(-1);
    if (!last?.object) return null;
    const text = { object: last.object, ...decodeLarge(last.data) };
    const read = () => this.#readLarge(page, readLarge(this.#stores.bucket, text));
    return { bytes: last.bytes, read };
  }

  async *#readLarge(page: PackedPage, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const next = await this.#readable(page, () => parts.next());
      if (next.done) return;
      yield next.value;
    }
  }

  /** Where a text is gone because nothing of this snapshot is kept any more, that is what is wrong. */
  async #readable<T>(page: PackedPage, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof TextMissing)) throw error;
      await this.ask(null);
      throw new RecordUnreadable(this.#entry.kind, page.last);
    }
  }
}

/** A record that lies in R2, its LF included. */
export interface LargeLine {
  readonly bytes: number;
  readonly read: () => AsyncGenerator<Uint8Array, void>;
}
