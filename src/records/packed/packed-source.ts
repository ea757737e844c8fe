import { z } from 'zod';
import type { Cursor } from '../../model/cursor.ts';
import { KINDS_OF, type DataType, type Kind } from '../../model/records.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { TextMissing } from '../../store/large-texts.ts';
import { pageRows, PAGE_BYTES } from '../source/page-size.ts';
import { RecordUnreadable } from '../source/record-unreadable.ts';
import { SnapshotGone } from '../source/snapshot-gone.ts';
import type { EntryTotals, PinnedScope, RecordPage, RecordSource, Scope } from '../source/source.ts';
import { decodeLarge } from './large-text.ts';
import { readLarge } from './large-upload.ts';
import { withBodies } from './pack.ts';
import { pageLines } from './page-lines.ts';
import type { PackedPage, PackedReading } from './protocol.ts';

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
}

/** A cursor of packed records: the key of the last record read, in the order of the entry, whatever the scope. */
const cursor = z.object({ date: z.int(), owner: z.string(), id: z.string() });
const storedCursor = cursor.extend({ low: cursor.nullable().default(null) });

/** Packed records, read page by page as they were when a run began. */
export const packedSource = (stores: PackedStores): RecordSource => ({
  begin: async ({ ccid, type, ...scope }, { follows = false, ...reading }) => {
    const kinds = kindsOf({ ...scope, type });
    const begun = await stores.storeOf(ccid, type).begin({ ...scope, ...reading, follows, kinds });
    // A store of the version before does not tell: the run would say that nothing left.
    if (begun && follows && !begun.departed) throw new Error('the store does not tell what departed');
    return begun;
  },
  release: (ccid, type, reader) => stores.storeOf(ccid, type).unpin(reader),
  totals: (scope) => stores.storeOf(scope.ccid, scope.type).totals({ ...scope, kinds: kindsOf(scope) }),
  page: (scope, entry, after, bare = false) => pageOf(stores, { scope, entry, after, bare }),
  departed: async (scope, after) => {
    const { media, changes } = scope;
    const query = { kinds: kindsOf(scope), media, changes, after };
    const page = await stores.storeOf(scope.ccid, scope.type).departed(query);
    if (!page) throw new SnapshotGone();
    return page;
  },
  lastChange: async (ccid, type) => (await stores.storeOf(ccid, type).state()).change,
  mediaTypes: (ccid) => stores.storeOf(ccid, 'Interaction').mediaTypes(),
});

function kindsOf({ type, attachments }: Pick<Scope, 'type' | 'attachments'>): readonly Kind[] {
  const { owners, members } = KINDS_OF[type];
  return type === 'Contact' || attachments ? [owners, members] : [owners];
}

async function pageOf(
  { storeOf, bucket, pageBytes = PAGE_BYTES, wholeBytes = WHOLE_BYTES }: PackedStores,
  {
    scope,
    entry,
    after,
    bare,
  }: { scope: PinnedScope; entry: EntryTotals; after: Cursor | null; bare: boolean },
): Promise<RecordPage> {
  const { from, to, media, changes, snapshot } = scope;
  const { kind, entity } = entry;
  const ask = async () => {
    const page = await storeOf(scope.ccid, scope.type).page(
      { kind, entity, from, to, media, changes, asOf: snapshot.version },
      {
        after: after === null ? null : storedCursor.parse(after),
        bytes: pageBytes,
        rows: pageRows(entry),
        wholeBytes,
        reader: snapshot.reader,
        bare,
      },
    );
    if (!page) throw new SnapshotGone();
    return page;
  };
  const page = await ask();
  return {
    records: page.records,
    next: page.next as unknown as Cursor | null, // read again above, which parses it
    async *chunks() {
      try {
        yield* pageLines(await withBodies(bucket, page));
        const large = largeIn(page);
        if (large) yield* readLarge(bucket, large);
      } catch (error) {
        if (!(error instanceof TextMissing)) throw error;
        await ask(); // Where it is gone because nothing of this snapshot is kept any more, that is what is wrong.
        throw new RecordUnreadable(kind, page.last);
      }
    },
  };
}

function largeIn({ pieces }: PackedPage) {
  const last = pieces.at(-1);
  return last?.object ? { object: last.object, ...decodeLarge(last.data) } : null;
}
