import { CONTACT_ENTITY, INTERACTION_ENTITIES, type Kind } from '../../src/model/records.ts';
import { KIND_RULES } from '../../src/records/kinds.ts';
import { printOf } from '../../src/records/packed/print.ts';
import type { LineCounting, LineQuery } from '../../src/records/packed/protocol.ts';
import type { EntryTotals } from '../../src/records/source/source.ts';
import { isPlaced } from './keys.ts';
import { isWanted } from './merge.ts';
import type { LiveLine, RecordTables } from './record-tables.ts';
import type { LineSelection } from './selection.ts';

/**
 * A query as pieces and lines can tell what it asks for: the interactions of a contact by its print, the contact itself by where it stands.
 * It may have stood elsewhere at an earlier version: then its line there has died, or its piece was retired since.
 */
export function narrowed<Q extends LineQuery>(tables: RecordTables, query: Q): Q & LineSelection {
  const { contact = null, kind } = query;
  if (contact === null) return query;
  if (kind === 'interactions') return { ...query, print: printOf(contact) };
  if (kind !== 'contacts') return query;
  const rows = [...tables.keys.find(kind, [contact]).values()].filter(isPlaced);
  const places = [...rows, ...tables.tombstones.placesOf(kind, [contact])];
  return { ...query, owners: places.map(({ date }) => [date, contact] as const), ownersNow: true };
}

/**
 * As many records as a contact has now in each entry, and their bytes: its own by the tables of the few pieces that may have them, their members
 * by their keys. More are counted where another contact has the same print.
 */
export function countOfContact(
  tables: RecordTables,
  { kinds, changes, ...counting }: LineCounting,
): EntryTotals[] {
  return kinds.flatMap((kind) => {
    const rule = KIND_RULES[kind];
    if (rule.role !== 'owner') return [];
    return entitiesOf(kind).flatMap((entity) => {
      const selection = narrowed(tables, { ...counting, changes: null, kind, entity, asOf: null });
      const owners = linesOf(tables, selection);
      const counted = [{ kind, entity, ...sumOf(owners.filter(isWanted({ ...selection, changes }, null))) }];
      if (!kinds.includes(rule.members)) return counted;
      const ids = owners.map(({ id }) => id);
      const members = tables.keys.membersOf(rule.members, ids).filter(isPlaced);
      const wanted = isWanted({ ...counting, changes, kind: rule.members, entity, asOf: null }, null);
      const placed = members.filter((row) => wanted({ ...row, print: 0 }));
      return [...counted, { kind: rule.members, entity, ...sumOf(placed) }];
    });
  });
}

const entitiesOf = (kind: Kind): readonly number[] =>
  kind === 'contacts' ? [CONTACT_ENTITY] : INTERACTION_ENTITIES.map(({ code }) => code);

function linesOf(tables: RecordTables, selection: LineSelection): readonly LiveLine[] {
  const wanted = isWanted(selection, null);
  return [...tables.pieces.select({ ...selection, after: null })].flatMap((piece) =>
    tables.live(piece, null).filter(wanted),
  );
}

const sumOf = (rows: readonly { readonly size: number }[]) => ({
  records: rows.length,
  bytes: rows.reduce((sum, { size }) => sum + size, 0),
});
