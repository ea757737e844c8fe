import { z } from 'zod';
import { KINDS_OF, type Kind } from '../../model/records.ts';
import type { Cursor } from '../../model/cursor.ts';
import { SnapshotGone } from '../source/snapshot-gone.ts';
import { contactOf } from '../../model/filter.ts';
import type {
  DepartedPage,
  EntryTotals,
  FollowingScope,
  PinnedScope,
  RecordPage,
  RecordSource,
  Scope,
} from '../source/source.ts';
import { OUTSIDE, outsideFilters } from './filtered-changes.ts';
import { filteredPage } from './filtered-pages.ts';
import { PackedPages, storedCursor, type PackedStores } from './packed-pages.ts';

/** Packed records, read page by page as they were when a run began. */
export const packedSource = (stores: PackedStores): RecordSource => ({
  begin: async ({ ccid, type, filters, ...scope }, { follows = false, ...reading }) => {
    const counting = {
      ...scope,
      kinds: kindsOf({ ...scope, type }),
      ...countedBy(filters, reading.since !== null),
    };
    const begun = await stores.storeOf(ccid, type).begin({ ...counting, ...reading, follows });
    // A store of the version before does not tell: the run would say that nothing left.
    if (begun && follows && !begun.departed) throw new Error('the store does not tell what departed');
    return begun;
  },
  release: (ccid, type, reader) => stores.storeOf(ccid, type).unpin(reader),
  totals: ({ filters, ...scope }) =>
    stores
      .storeOf(scope.ccid, scope.type)
      .totals({ ...scope, kinds: kindsOf(scope), ...countedBy(filters, scope.changes !== null) }),
  page: (scope, entry, after, bare = false) => pageOf(stores, { scope, entry, after, bare }),
  departed: (scope, after) => departedPage(stores, scope, after),
  lastChange: async (ccid, type) => (await stores.storeOf(ccid, type).state()).change,
  mediaTypes: (ccid) => stores.storeOf(ccid, 'Interaction').mediaTypes(),
});

/** What filters say of what is counted: of changes those are told, too, that do not meet them. */
const countedBy = (filters: Scope['filters'] = [], ofChanges: boolean) =>
  ofChanges ? { withMembers: filters.length > 0 } : { contact: contactOf(filters) };

/** What was noted, then what is outside of the filters. */
async function departedPage(
  stores: PackedStores,
  scope: FollowingScope,
  after: Cursor | null,
): Promise<DepartedPage> {
  const { media, changes, filters = [] } = scope;
  const kinds = kindsOf(scope);
  const noted = notedCursor.safeParse(after);
  if (!noted.success && after !== null)
    return outsideFilters(stores, { scope: { ...scope, filters }, members: kinds.length > 1, after });
  const query = { kinds, media, changes, after: noted.data ?? null };
  const page = await stores.storeOf(scope.ccid, scope.type).departed(query);
  if (!page) throw new SnapshotGone();
  // Of a job that begins anew nobody has anything.
  const end = filters.length > 0 && changes.from > 0 ? OUTSIDE : null;
  return { departed: page.departed, next: page.next === null ? end : (page.next as unknown as Cursor) }; // read again above
}

/** Behind which of the departures that a store noted: a change number. */
const notedCursor = z.int();

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
