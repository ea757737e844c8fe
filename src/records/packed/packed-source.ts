import { z } from 'zod';
import type { Cursor } from '../../model/cursor.ts';
import { KINDS_OF, type DataType, type Kind } from '../../model/records.ts';
import type { RunBucket } from '../../platform/bucket.ts';
import { TextMissing } from '../../store/large-texts.ts';
import { pageRows, PAGE_BYTES } from '../source/page-size.ts';
import { RecordUnreadable } from '../source/record-unreadable.ts';
import type { EntryTotals, RecordPage, RecordSource, Scope } from '../source/source.ts';
import { decodeLarge } from './large-text.ts';
import { readLarge } from './large-upload.ts';
import { linesOf } from './page-lines.ts';
import type { PackedPage, PackedReading } from './protocol.ts';

/** Where packed records lie: the stores, and large texts. */
export interface PackedStores {
  readonly storeOf: (ccid: string, type: DataType) => PackedReading;
  readonly bucket: Pick<RunBucket, 'get'>;
  /** Plain bytes of a page, one record more or less. */
  readonly pageBytes?: number;
}

/** A cursor of packed records: the key of the last record read, in the order of the entry, whatever the scope. */
const cursor = z.object({ date: z.int(), owner: z.string(), id: z.string() });

/** Packed records, read page by page as they are now. */
export const packedSource = (stores: PackedStores): RecordSource => ({
  totals: (scope) => stores.storeOf(scope.ccid, scope.type).totals({ ...scope, kinds: kindsOf(scope) }),
  page: (scope, entry, after) => pageOf(stores, { scope, entry, after }),
  lastChange: async (ccid, type) => (await stores.storeOf(ccid, type).state()).change,
  async moved({ ccid, type, attachments, changes }) {
    if (!changes || (type === 'Interaction' && !attachments)) return false;
    return (await stores.storeOf(ccid, type).state()).moved > changes.to;
  },
  mediaTypes: (ccid) => stores.storeOf(ccid, 'Interaction').mediaTypes(),
});

function kindsOf({ type, attachments }: Scope): readonly Kind[] {
  const { owners, members } = KINDS_OF[type];
  return type === 'Contact' || attachments ? [owners, members] : [owners];
}

async function pageOf(
  { storeOf, bucket, pageBytes = PAGE_BYTES }: PackedStores,
  { scope, entry, after }: { scope: Scope; entry: EntryTotals; after: Cursor | null },
): Promise<RecordPage> {
  const { from, to, media, changes } = scope;
  const { kind, entity } = entry;
  const ask = () =>
    storeOf(scope.ccid, scope.type).page(
      { kind, entity, from, to, media, changes, asOf: null },
      { after: after === null ? null : cursor.parse(after), bytes: pageBytes, rows: pageRows(entry) },
    );
  const page = await ask();
  return {
    records: page.records,
    next: page.next as unknown as Cursor | null, // read again above, which parses it
    async *chunks() {
      yield* linesOf(page);
      const large = largeIn(page);
      if (!large) return;
      try {
        yield* readLarge(bucket, large);
      } catch (error) {
        if (!(error instanceof TextMissing)) throw error;
        // Where it was changed or erased since, another try finds it so.
        if (largeIn(await ask())?.object === large.object) throw new RecordUnreadable(kind, page.last);
        throw new Error('a large record was changed while it was read', { cause: error });
      }
    },
  };
}

function largeIn({ pieces }: PackedPage) {
  const last = pieces.at(-1);
  return last?.object ? { object: last.object, ...decodeLarge(last.data) } : null;
}
