import { z } from 'zod';
import type { RecordFilter } from '../../model/api/job-request.ts';
import type { Cursor } from '../../model/cursor.ts';
import { contactOf } from '../../model/filter.ts';
import { KINDS_OF } from '../../model/records.ts';
import type { EntryTotals, PinnedScope, RecordPage } from '../source/source.ts';
import { changedMembersPage } from './filtered-changes.ts';
import { keepLines, keepsLarge, pickLines } from './kept-lines.ts';
import { OwnerSieve } from './owner-sieve.ts';
import { PackedPages, storedCursor, type PackedStores } from './packed-pages.ts';
import { pageCursor, type PageCursor } from './protocol.ts';

/** Plain bytes of the whole pieces of a page that is judged: all of them are inflated. */
const JUDGED_BYTES = 4 * 1_048_576;
/** Owners that are looked at for one round of members: those that match are named in the cursor. */
const OWNERS_AT_A_TIME = 500;

/** Where the members of owners that match go on: with these owners, behind one of their members; then with the owners behind those. */
const memberCursor = z.object({
  matched: z.array(z.tuple([z.int(), z.string()]).readonly()).readonly(),
  after: pageCursor.nullable(),
  owners: pageCursor.nullable(),
  more: z.boolean(),
});
type MemberCursor = Readonly<z.infer<typeof memberCursor>>;

// Both are plain JSON, and parsed when they come back.
const asCursor = (place: PageCursor | MemberCursor | null): Cursor | null =>
  place as unknown as Cursor | null;

/** Which page of which entry, and what its owners have to be. */
interface Filtered {
  readonly scope: PinnedScope;
  readonly entry: EntryTotals;
  readonly after: Cursor | null;
  readonly bare: boolean;
  readonly filters: readonly RecordFilter[];
}

/** A page of what filters leave of an entry: owners are judged by their texts, members come with their owners. It may have none, though more come. */
export async function filteredPage(stores: PackedStores, asked: Filtered): Promise<RecordPage> {
  const { scope, filters } = asked;
  if (asked.entry.kind === KINDS_OF[scope.type].owners) return ownersPage(stores, asked);
  const { changes } = scope;
  return changes
    ? changedMembersPage(stores, { ...asked, scope: { ...scope, filters, changes } })
    : membersPage(stores, asked);
}

async function ownersPage(stores: PackedStores, asked: Filtered): Promise<RecordPage> {
  const pages = new PackedPages(stores, asked.scope, asked.entry);
  const after = asked.after === null ? null : storedCursor.parse(asked.after);
  const { lines, records, large, next } = await judged(stores, pages, asked, { after });
  return {
    records: records + (large ? 1 : 0),
    next: asCursor(next),
    async *chunks() {
      if (lines.length > 0) yield lines;
      if (large) yield* large.read();
    },
  };
}

async function membersPage(stores: PackedStores, asked: Filtered): Promise<RecordPage> {
  const begun = { matched: [], after: null, owners: null, more: true };
  let at: MemberCursor = asked.after === null ? begun : memberCursor.parse(asked.after);
  if (at.matched.length === 0) at = await nextOwners(stores, asked, at.owners);
  const behind = at.more ? { ...at, matched: [], after: null } : null;
  if (at.matched.length === 0) return { records: 0, next: asCursor(behind), async *chunks() {} };
  const pages = new PackedPages(stores, asked.scope, asked.entry);
  const page = await pages.ask(at.after, { owners: at.matched, bare: asked.bare });
  return {
    records: page.records,
    next: asCursor(page.next ? { ...at, after: page.next } : behind),
    chunks: () => pages.chunks(page),
  };
}

/** The owners of the next round that match, by their dates and keys. */
async function nextOwners(
  stores: PackedStores,
  asked: Filtered,
  after: PageCursor | null,
): Promise<MemberCursor> {
  const { scope, entry } = asked;
  const owners = new PackedPages(stores, scope, {
    kind: KINDS_OF[scope.type].owners,
    entity: entry.entity,
    // Of what size they are is not known here: as many as a page may have.
    records: 1,
    bytes: 1,
  });
  const { met, next } = await judged(stores, owners, asked, { after, rows: OWNERS_AT_A_TIME });
  const matched = met.map(({ date, id }) => [date, id] as const);
  return { matched, after: null, owners: next, more: next !== null };
}

/** Reads a page of owners and judges each; `met` are those that match. */
async function judged(
  stores: PackedStores,
  pages: PackedPages,
  { scope, entry: { entity }, filters }: Filtered,
  { after, rows }: { readonly after: PageCursor | null; readonly rows?: number },
) {
  const sieve = new OwnerSieve(stores, { scope, entity, filters });
  const page = await pages.ask(after, {
    contact: contactOf(filters),
    wholeBytes: JUDGED_BYTES,
    ...(rows === undefined ? {} : { rows, wholeBytes: 1 }),
  });
  const passed = keepLines(await pages.withBodies(page), sieve.passes);
  const large = pages.large(page);
  const largePasses =
    large !== null && (await keepsLarge(large, { judge: sieve.passes, names: sieve.names }));
  const owners = await sieve.judged();
  const kept = pickLines(
    passed,
    owners.slice(0, passed.records).map(({ met }) => met),
  );
  const keepsIt = largePasses && owners.at(-1)?.met === true;
  return { ...kept, large: keepsIt ? large : null, met: owners.filter(({ met }) => met), next: page.next };
}
