import { z } from 'zod';
import type { RecordFilter } from '../../model/api/job-request.ts';
import type { Cursor } from '../../model/cursor.ts';
import { CONTACT_ENTITY, INTERACTION_ENTITIES, KINDS_OF } from '../../model/records.ts';
import { SnapshotGone } from '../source/snapshot-gone.ts';
import type {
  DepartedPage,
  DepartedRecord,
  EntryTotals,
  FollowingScope,
  RecordPage,
} from '../source/source.ts';
import { ownerCursor, type ChangedOwner, type ChangedOwners, type OwnerCursor } from './changes-protocol.ts';
import { judgedOwners } from './judged-owners.ts';
import { PackedPages, type PackedStores } from './packed-pages.ts';
import { pageCursor, type LineQuery } from './protocol.ts';

/** Owners that are judged for one round, of which a cursor names those that it goes on with; and keys of members for one page. */
const ROUND = { owners: 500, keys: 2_000 } as const;

/** Owners, each with its date, and the change number behind which its members are meant. */
const meant = z.array(z.tuple([z.int(), z.string(), z.int()]).readonly()).readonly();
type Meant = z.infer<typeof meant>;

/** Where members go on: with these owners, behind one of their members; then with the owners behind those. */
const roundCursor = z.object({
  meant,
  after: pageCursor.nullable(),
  owners: ownerCursor.nullable(),
  more: z.boolean(),
});
type RoundCursor = Readonly<z.infer<typeof roundCursor>>;
const BEGUN: RoundCursor = { meant: [], after: null, owners: null, more: true };

/** Where what is outside of the filters goes on: in this entity type, by its place among all. */
const outsideCursor = roundCursor.extend({ entity: z.int().nonnegative() });

/** A scope of changes that has filters. */
export type FilteredChanges = FollowingScope & { readonly filters: readonly RecordFilter[] };

// All cursors are plain JSON, and parsed when they come back.
const asCursor = (place: object | null): Cursor | null => place as unknown as Cursor | null;

/** A page of the members that changes bring: of owners that meet the filters, all where the owner changed, else those that did. */
export async function changedMembersPage(
  stores: PackedStores,
  {
    scope,
    entry,
    after,
    bare,
  }: { scope: FilteredChanges; entry: EntryTotals; after: Cursor | null; bare: boolean },
): Promise<RecordPage> {
  let at = after === null ? BEGUN : roundCursor.parse(after);
  if (at.meant.length === 0) {
    const { inside, next } = await nextRound(stores, { scope, entity: entry.entity, after: at.owners });
    at = { meant: membersOf(inside, scope), after: null, owners: next, more: next !== null };
  }
  const behind = at.more ? { ...at, meant: [], after: null } : null;
  if (at.meant.length === 0) return { records: 0, next: asCursor(behind), async *chunks() {} };
  const pages = new PackedPages(stores, { ...scope, changes: null }, entry);
  const page = await pages.ask(at.after, { owners: at.meant, bare });
  return {
    records: page.records,
    next: asCursor(page.next ? { ...at, after: page.next } : behind),
    chunks: () => pages.chunks(page),
  };
}

/** Where `outsideFilters` begins. */
export const OUTSIDE: Cursor = { ...BEGUN, entity: 0 } as unknown as Cursor; // as above

/** What changed, or belongs to what did, and does not meet the filters: whoever had it has to remove it. Whether it met them before nobody knows. */
export async function outsideFilters(
  stores: PackedStores,
  { scope, members, after }: { scope: FilteredChanges; members: boolean; after: Cursor },
): Promise<DepartedPage> {
  const at = outsideCursor.parse(after);
  const entities = scope.type === 'Contact' ? [CONTACT_ENTITY] : INTERACTION_ENTITIES.map(({ code }) => code);
  const entity = entities[at.entity];
  if (entity === undefined) return { departed: [], next: null };
  const behind = at.more ? { ...at, meant: [], after: null } : { ...BEGUN, entity: at.entity + 1 };
  if (at.meant.length > 0) {
    const { departed, next } = await membersOutside(stores, { scope, entity, at });
    return { departed, next: asCursor(next ? { ...at, after: next } : behind) };
  }
  const { outside, next } = await nextRound(stores, { scope, entity, after: at.owners });
  const { owners: kind } = KINDS_OF[scope.type];
  const departed = outside.flatMap(({ id, change }) => (change === null ? [] : [left(kind, id, change)]));
  const round = { entity: at.entity, after: null, owners: next, more: next !== null };
  const rest = members ? membersOf(outside, scope) : [];
  if (rest.length > 0) return { departed, next: asCursor({ ...round, meant: rest }) };
  return { departed, next: asCursor(next ? { ...round, meant: [] } : { ...BEGUN, entity: at.entity + 1 }) };
}

const left = (kind: DepartedRecord['kind'], id: string, change: number): DepartedRecord => ({
  kind,
  id,
  change,
  at: null,
  why: 'moved',
});

/** Of an owner that changed all members, else those that did. */
const membersOf = (owners: readonly ChangedOwner[], { changes }: FilteredChanges): Meant =>
  owners.map(({ date, id, change }) => [date, id, change === null ? changes.from : 0] as const);

interface Asked {
  readonly scope: FilteredChanges;
  readonly entity: number;
}

const queryOf = ({ scope: { from, to, media, snapshot }, entity }: Asked) => ({
  entity,
  from,
  to,
  media,
  asOf: snapshot.version,
});

/** The next owners that changed, or of which a member did, inside and outside of the filters. */
async function nextRound(
  stores: PackedStores,
  { after, ...asked }: Asked & { readonly after: OwnerCursor | null },
) {
  const { scope, entity } = asked;
  const { owners: kind, members } = KINDS_OF[scope.type];
  const found: ChangedOwners | null = await stores.storeOf(scope.ccid, scope.type).changedOwners(
    {
      ...queryOf(asked),
      kind,
      members: scope.type === 'Contact' || scope.attachments ? members : null,
      changes: scope.changes,
    },
    { after, most: (stores.round ?? ROUND).owners, reader: scope.snapshot.reader },
  );
  if (!found) throw new SnapshotGone();
  const { owners, next } = found;
  const matching = await judgedOwners(stores, { scope, entity, owners });
  const { inside = [], outside = [] } = Object.groupBy(owners, ({ id }) =>
    matching.has(id) ? 'inside' : 'outside',
  );
  return { inside, outside, next };
}

/** Keys of the members of owners that are outside. */
async function membersOutside(stores: PackedStores, { at, ...asked }: Asked & { readonly at: RoundCursor }) {
  const { scope } = asked;
  const kind = KINDS_OF[scope.type].members;
  const query: LineQuery = { ...queryOf(asked), kind, changes: null, owners: at.meant };
  const found = await stores
    .storeOf(scope.ccid, scope.type)
    .keys(query, { after: at.after, rows: (stores.round ?? ROUND).keys, reader: scope.snapshot.reader });
  if (!found) throw new SnapshotGone();
  return {
    // One that did not change itself left with its owner's change.
    departed: found.keys.map(({ id, change }) => left(kind, id, change)),
    next: found.next,
  };
}
