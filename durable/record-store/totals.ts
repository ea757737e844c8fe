import { dayOf, type Instant } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import { KIND_RULES, kindCode } from '../../src/records/kinds.ts';
import type { OwnerCursor } from '../../src/records/packed/changes-protocol.ts';
import type { LineCounting } from '../../src/records/packed/protocol.ts';
import type { EntryTotals } from '../../src/records/source/source.ts';
import { splitDays } from '../../src/records/source/days.ts';
import { changedOwners } from './changed-owners.ts';
import { isPlaced } from './keys.ts';
import { isWanted } from './merge.ts';
import { countOfContact } from './of-contact.ts';
import type { RecordTables } from './record-tables.ts';

/** Records and bytes of every entry that has any: whole days by the counters, their edges and change numbers by the lines of pieces. */
export function totalsOf(tables: RecordTables, counting: LineCounting): readonly EntryTotals[] {
  const { from, to, changes } = counting;
  if (from !== null && to !== null && from >= to) return [];
  if (counting.contact != null) return sum(countOfContact(tables, counting));
  if (changes) {
    const found = countLines(tables, counting);
    return withLarge(tables.sql, sum([...found, ...membersOfChanged(tables, { ...counting, changes })]));
  }
  const days = splitDays(from, to);
  const edges = days.edges.flatMap((edge) => countLines(tables, { ...counting, ...edge }));
  return withLarge(tables.sql, sum([...countDays(tables.sql, counting, days), ...edges]));
}

/** What of each entry is in large records, at most: those out of a window, or dead, are counted, too. */
function withLarge(sql: SqlStorage, totals: readonly EntryTotals[]): readonly EntryTotals[] {
  const large = sql
    .exec<{ kind: number; entity: number; bytes: number }>(
      `SELECT kind, entity, sum(bytes) AS bytes FROM pieces INDEXED BY pieces_object
        WHERE object IS NOT NULL AND retired IS NULL GROUP BY kind, entity`,
    )
    .toArray();
  return totals.map((entry) => {
    const found = large.find(({ kind, entity }) => kind === kindCode(entry.kind) && entity === entry.entity);
    return { ...entry, largeBytes: Math.min(entry.bytes, found?.bytes ?? 0) };
  });
}

function countDays(
  sql: SqlStorage,
  { kinds, media }: LineCounting,
  { fromDay, toDay }: { fromDay: number | null; toDay: number | null },
): EntryTotals[] {
  return kinds.flatMap((kind) =>
    sql
      .exec<{ entity: number; records: number; bytes: number }>(
        `SELECT entity, sum(records) AS records, sum(bytes) AS bytes FROM counters
        WHERE kind = ?1 AND (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR day < ?3)
          AND (?4 IS NULL OR media IN (SELECT value FROM json_each(?4)))
        GROUP BY entity`,
        kindCode(kind),
        fromDay,
        toDay,
        media && JSON.stringify(media),
      )
      .toArray()
      .map((row) => ({ kind, ...row })),
  );
}

function countLines(tables: RecordTables, counting: LineCounting): EntryTotals[] {
  return counting.kinds.flatMap((kind) =>
    entitiesOf(tables.sql, kind, counting).map((entity) => {
      const selection = { ...counting, kind, entity, asOf: null };
      const wanted = isWanted(selection, null);
      let [records, bytes] = [0, 0];
      for (const piece of tables.pieces.select({ ...selection, after: null }))
        for (const line of tables.live(piece, null)) {
          if (!wanted(line)) continue;
          records += 1;
          bytes += line.size;
        }
      return { kind, entity, records, bytes };
    }),
  );
}

/** Owners that are looked at for their members at a time. */
const OWNERS_AT_A_TIME = 1_000;

/** The members, of owners that changed, that did not: they come with these where filters are asked for. */
function* membersOfChanged(
  tables: RecordTables,
  {
    withMembers,
    kinds,
    ...counting
  }: LineCounting & { readonly changes: NonNullable<LineCounting['changes']> },
): Generator<EntryTotals, void> {
  if (!withMembers) return;
  for (const kind of kinds) {
    const rule = KIND_RULES[kind];
    if (rule.role !== 'owner' || !kinds.includes(rule.members)) continue;
    for (const entity of entitiesOf(tables.sql, kind, counting)) {
      const selection = { ...counting, kind, members: null, entity, asOf: null };
      for (let after: OwnerCursor | null = null, more = true; more; more = after !== null) {
        const { owners, next } = changedOwners(tables, selection, { after, most: OWNERS_AT_A_TIME });
        const ids = owners.map(({ id }) => id);
        for (const row of tables.keys.membersOf(rule.members, ids))
          if (isPlaced(row) && row.change <= counting.changes.from)
            yield { kind: rule.members, entity: row.entity, records: 1, bytes: row.size };
        after = next;
      }
    }
  }
}

/** The entity types of a kind that have records on the days of a window. */
function entitiesOf(sql: SqlStorage, kind: Kind, { from, to }: Pick<LineCounting, 'from' | 'to'>): number[] {
  const day = (at: Instant | null): number | null => (at === null ? null : dayOf(at));
  return sql
    .exec<{ entity: number }>(
      `SELECT DISTINCT entity FROM counters WHERE kind = ?1 AND (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR day <= ?3)`,
      kindCode(kind),
      day(from),
      day(to),
    )
    .toArray()
    .map(({ entity }) => entity);
}

function sum(counts: readonly EntryTotals[]): readonly EntryTotals[] {
  const sums = new Map<string, EntryTotals>();
  for (const { kind, entity, records, bytes } of counts) {
    if (records === 0) continue;
    const key = `${kind} ${entity}`;
    const before = sums.get(key) ?? { records: 0, bytes: 0 };
    sums.set(key, { kind, entity, records: before.records + records, bytes: before.bytes + bytes });
  }
  return [...sums.values()].sort((a, b) => kindCode(a.kind) - kindCode(b.kind) || a.entity - b.entity);
}
