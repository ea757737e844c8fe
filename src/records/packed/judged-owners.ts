import type { RecordFilter } from '../../model/api/job-request.ts';
import { matcher, type RecordMembers } from '../../model/filter.ts';
import { KINDS_OF } from '../../model/records.ts';
import { ownerRuleOf } from '../kinds.ts';
import type { PinnedScope } from '../source/source.ts';
import { keepLines, keepsLarge } from './kept-lines.ts';
import { PackedPages, type PackedStores } from './packed-pages.ts';
import type { PageCursor } from './protocol.ts';

interface Judging {
  readonly scope: PinnedScope & { readonly filters: readonly RecordFilter[] };
  readonly entity: number;
  readonly owners: readonly { readonly date: number; readonly id: string }[];
}

/** The keys of those among some owners that meet the filters, whenever they changed. Holds a page of them inflated. */
export async function judgedOwners(
  stores: PackedStores,
  { scope, entity, owners }: Judging,
): Promise<ReadonlySet<string>> {
  const matching = new Set<string>();
  if (owners.length === 0) return matching;
  const rule = ownerRuleOf(scope.type);
  const matches = matcher(scope.filters);
  const judge = (record: RecordMembers): boolean => {
    const kept = matches(record);
    if (kept) matching.add(String(record[rule.id]));
    return kept;
  };
  const names = new Set([...scope.filters.map(({ name }) => name), rule.id]);
  // Of what size they are is not known here: as many as a page may have.
  const entry = { kind: KINDS_OF[scope.type].owners, entity, records: 1, bytes: 1 };
  const pages = new PackedPages(stores, { ...scope, changes: null }, entry);
  const asked = owners.map(({ date, id }) => [date, id] as const);
  for (let after: PageCursor | null = null, more = true; more; more = after !== null) {
    const page = await pages.ask(after, { owners: asked });
    keepLines(await pages.withBodies(page), judge);
    const large = pages.large(page);
    if (large) await keepsLarge(large, { judge, names });
    after = page.next;
  }
  return matching;
}
