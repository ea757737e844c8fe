import { KINDS_OF, type Kind } from '../../model/records.ts';
import type { Cursor } from '../../model/cursor.ts';
import { SnapshotGone } from '../source/snapshot-gone.ts';
import type { EntryTotals, PinnedScope, RecordPage, RecordSource, Scope } from '../source/source.ts';
import { contactOf } from '../../model/filter.ts';
import { filteredPage } from './filtered-pages.ts';
import { PackedPages, storedCursor, type PackedStores } from './packed-pages.ts';

/** Packed records, read page by page as they were when a run began. */
export const packedSource = (stores: PackedStores): RecordSource => ({
  begin: async ({ ccid, type, ...scope }, { follows = false, ...reading }) => {
    const kinds = kindsOf({ ...scope, type });
    const contact = contactOf(scope.filters ?? []);
    const begun = await stores.storeOf(ccid, type).begin({ ...scope, ...reading, follows, kinds, contact });
    // A store of the version before does not tell: the run would say that nothing left.
    if (begun && follows && !begun.departed) throw new Error('the store does not tell what departed');
    return begun;
  },
  release: (ccid, type, reader) => stores.storeOf(ccid, type).unpin(reader),
  totals: (scope) =>
    stores
      .storeOf(scope.ccid, scope.type)
      .totals({ ...scope, kinds: kindsOf(scope), contact: contactOf(scope.filters ?? []) }),
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
  stores: PackedStores,
  asked: { scope: PinnedScope; entry: EntryTotals; after: Cursor | null; bare: boolean },
): Promise<RecordPage> {
  const { scope, entry, after, bare } = asked;
  const { filters = [] } = scope;
  if (filters.length > 0) return filteredPage(stores, { ...asked, filters });
  const pages = new PackedPages(stores, scope, entry);
  const page = await pages.ask(after === null ? null : storedCursor.parse(after), { bare });
  return {
    records: page.records,
    next: page.next as unknown as Cursor | null, // read again above, which parses it
    chunks: () => pages.chunks(page),
  };
}
