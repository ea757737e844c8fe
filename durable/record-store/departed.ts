import { kindCode } from '../../src/records/kinds.ts';
import type { NotedDepartures } from '../../src/records/packed/changes-protocol.ts';
import type { DepartedQuery } from '../../src/records/packed/protocol.ts';
import type { Bounded } from '../../src/records/source/source.ts';
import type { RecordTables } from './record-tables.ts';

/** Departures that one page looks at. */
const AT_A_TIME = 2_000;
/** Bytes of a line of `deleted.json` beside the id, at most. */
const LINE_BYTES = 130;

type Range = Pick<DepartedQuery, 'kinds' | 'changes'>;

const codesOf = ({ kinds }: Range): string => JSON.stringify(kinds.map(kindCode));

/** As many departures as there can be in a range, and the bytes of their lines. */
export function mostDeparted({ sql }: RecordTables, range: Range): Bounded {
  return sql
    .exec<{ records: number; bytes: number }>(
      `SELECT count(*) AS records, coalesce(sum(length(CAST(json_quote(id) AS BLOB)) + ${LINE_BYTES}), 0) AS bytes FROM departures
      WHERE change > ?1 AND change <= ?2 AND kind IN (SELECT value FROM json_each(?3))`,
      range.changes.from,
      range.changes.to,
      codesOf(range),
    )
    .one();
}

/** As many bytes as the lines of so many records can have whose ids have so many. */
export const asDeparted = (records: number, idBytes: number): Bounded => ({
  records,
  bytes: idBytes + records * LINE_BYTES,
});

/**
 * The records that left what is asked for in a range of change numbers and were not in it at its end, each by its last departure, in the
 * order of these. Null where the range begins before what is known.
 */
export function departedOf(tables: RecordTables, query: DepartedQuery): NotedDepartures | null {
  const { changes, media, after } = query;
  const { since } = tables.departures;
  // Of a job that begins anew nobody has anything.
  if (changes.from === 0) return { departed: [], next: null };
  if (since === null || since > changes.from) return null;
  const rows = tables.sql
    .exec<{ change: number; kind: number; id: string; why: string; at: number; told: number }>(
      `SELECT change, kind, id, why, at, (
        (now IS NULL OR (?4 IS NOT NULL AND now NOT IN (SELECT value FROM json_each(?4))))
        AND NOT EXISTS (SELECT 1 FROM departures AS later INDEXED BY departures_of WHERE later.kind = d.kind
          AND later.id = d.id AND later.change > d.change AND later.change <= ?2)
        AND EXISTS (SELECT 1 FROM departures AS one INDEXED BY departures_of WHERE one.kind = d.kind AND one.id = d.id
          AND one.change > ?5 AND one.change <= ?2 AND one.was IS NOT NULL
          AND (?4 IS NULL OR one.was IN (SELECT value FROM json_each(?4))))) AS told
      FROM departures AS d WHERE change > ?1 AND change <= ?2 AND kind IN (SELECT value FROM json_each(?3))
      ORDER BY change LIMIT ${AT_A_TIME}`,
      after ?? changes.from,
      changes.to,
      codesOf(query),
      media && JSON.stringify(media),
      changes.from,
    )
    .toArray();
  const departed = rows
    .filter(({ told }) => told === 1)
    .map(({ change, kind, id, why, at }) => ({ kind: tables.kindOf(kind), id, change, at, why }));
  return { departed, next: rows.length === AT_A_TIME ? (rows.at(-1)?.change ?? null) : null };
}
