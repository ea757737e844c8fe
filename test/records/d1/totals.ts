import { z } from 'zod';
import type { Instant } from '../../../src/model/instant.ts';
import {
  CONTACT_ENTITY,
  INTERACTION_ENTITIES,
  KINDS,
  KINDS_OF,
  type Kind,
} from '../../../src/model/records.ts';
import { kindCode } from '../../../src/records/kinds.ts';
import { splitDays, type DaySplit } from '../../../src/records/source/days.ts';
import type { EntryTotals, Scope } from '../../../src/records/source/source.ts';

const counted = z.array(
  z.object({
    kind: z.number(),
    entity: z.number(),
    records: z.number(),
    bytes: z.number(),
    largeBytes: z.number(),
  }),
);

/** RecordSource.totals: whole days from the counters, the edges by an indexed count, all in one transaction. */
export async function readTotals(db: D1Database, scope: Scope): Promise<readonly EntryTotals[]> {
  const { from, to } = scope;
  if (from !== null && to !== null && from >= to) return [];
  const days = splitDays(from, to);
  const results = await db.batch(
    scope.changes
      ? [countChanges(db, scope, scope.changes)]
      : [countDays(db, scope, days), ...days.edges.map((edge) => countEdge(db, scope, edge.from, edge.to))],
  );
  const sums = new Map<string, EntryTotals>();
  for (const row of results.flatMap((result) => counted.parse(result.results))) {
    const kind = kindOf(row.kind);
    const key = `${row.kind} ${row.entity}`;
    const sum = sums.get(key);
    sums.set(key, {
      kind,
      entity: row.entity,
      records: (sum?.records ?? 0) + row.records,
      bytes: (sum?.bytes ?? 0) + row.bytes,
      largeBytes: (sum?.largeBytes ?? 0) + row.largeBytes,
    });
  }
  return [...sums.values()].sort((a, b) => kindCode(a.kind) - kindCode(b.kind) || a.entity - b.entity);
}

/** The media filter as one bound value: JSON, or null for all. */
export const mediaValue = (media: Scope['media']): string | null => media && JSON.stringify(media);

function countDays(db: D1Database, scope: Scope, days: DaySplit): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind, entity, sum(records) AS records, sum(bytes) AS bytes, sum(large_bytes) AS largeBytes FROM counters
      WHERE ccid = ?1 AND kind IN (SELECT value FROM json_each(?2))
        AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)
        AND (?5 IS NULL OR media IN (SELECT value FROM json_each(?5)))
      GROUP BY kind, entity`,
    )
    .bind(scope.ccid, kindsOf(scope), days.fromDay, days.toDay, mediaValue(scope.media));
}

/** INDEXED BY: without it SQLite may take the key's index and read every record of the kind. */
function countEdge(db: D1Database, scope: Scope, from: Instant, to: Instant): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind, entity, count(*) AS records, sum(size + 1) AS bytes,
        sum((size + 1) * (object IS NOT NULL)) AS largeBytes
      FROM records INDEXED BY records_page
      WHERE ccid = ?1 AND kind IN (SELECT value FROM json_each(?2)) AND entity IN (SELECT value FROM json_each(?3))
        AND date >= ?4 AND date < ?5 AND (?6 IS NULL OR media IN (SELECT value FROM json_each(?6)))
      GROUP BY kind, entity`,
    )
    .bind(scope.ccid, kindsOf(scope), entitiesOf(scope), from, to, mediaValue(scope.media));
}

/** Records by change number: each is read once here, and once more when it is exported. */
function countChanges(
  db: D1Database,
  scope: Scope,
  changes: NonNullable<Scope['changes']>,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind, entity, count(*) AS records, sum(size + 1) AS bytes,
        sum((size + 1) * (object IS NOT NULL)) AS largeBytes
      FROM records INDEXED BY records_change
      WHERE ccid = ?1 AND kind IN (SELECT value FROM json_each(?2)) AND entity IN (SELECT value FROM json_each(?3))
        AND change > ?4 AND change <= ?5 AND (?6 IS NULL OR media IN (SELECT value FROM json_each(?6)))
      GROUP BY kind, entity`,
    )
    .bind(scope.ccid, kindsOf(scope), entitiesOf(scope), changes.from, changes.to, mediaValue(scope.media));
}

function kindsOf({ type, attachments }: Scope): string {
  const { owners, members } = KINDS_OF[type];
  const both = type === 'Contact' || attachments;
  return JSON.stringify(both ? [kindCode(owners), kindCode(members)] : [kindCode(owners)]);
}

const entitiesOf = ({ type }: Scope): string =>
  JSON.stringify(type === 'Contact' ? [CONTACT_ENTITY] : INTERACTION_ENTITIES.map(({ code }) => code));

function kindOf(code: number): Kind {
  const kind = KINDS[code];
  if (kind === undefined) throw new Error(`the table counters holds an unknown kind, ${code}`);
  return kind;
}
