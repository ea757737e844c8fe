import type { Instant } from '../../src/model/instant.ts';
import type { RecordKey } from '../../src/records/packed/order.ts';
import type { PieceRow } from './piece-rows.ts';
import type { PieceQuery } from './selection.ts';
import type { RecordTables } from './record-tables.ts';

interface Range extends Pick<PieceQuery, 'after'> {
  readonly until: Instant;
}
type Entry = Readonly<Pick<PieceRow, 'kind' | 'entity'>>;

const FIRST = 'first_date AS date, first_owner AS owner, first_id AS id';
const LAST = 'last_date AS date, last_owner AS owner, last_id AS id';
const LOOSE = 'FROM loose CROSS JOIN pieces ON n = piece WHERE kind = ? AND entity = ?';
const DEAD = 'FROM tombstones WHERE kind = ? AND entity = ?';
const before = (a: RecordKey, b: RecordKey): RecordKey => (a.date <= b.date ? a : b);

/**
 * Between which dates of an entry there are pieces that compaction has something to do with, or `dead` lines that died; null where nothing is. What
 * is in order by itself is not looked at on either side.
 */
export function looseRange(tables: RecordTables, { kind, entity }: Entry, dead: number): Range | null {
  const find = (query: string, ...more: SqlStorageValue[]): RecordKey | null =>
    tables.sql.exec<RecordKey & Record<string, SqlStorageValue>>(query, kind, entity, ...more).toArray()[0] ??
    null;
  let first = find(`SELECT ${FIRST} ${LOOSE} ORDER BY 1, 2, 3 LIMIT 1`);
  let last = first && find(`SELECT ${LAST} ${LOOSE} ORDER BY 1 DESC LIMIT 1`);
  if (tables.tombstones.countOf({ kind, entity }, dead) >= dead) {
    const [from, to] = ['date, owner, id', 'date DESC, owner DESC, id DESC'].map((order) =>
      find(`SELECT date, owner, id ${DEAD} ORDER BY ${order} LIMIT 1`),
    );
    if (from) first = first ? before(first, from) : from;
    if (to) last = last && last.date > to.date ? last : to;
  }
  if (!first || !last) return null;
  // The piece before the first one may reach into it.
  const low =
    find(
      `SELECT ${FIRST} FROM pieces INDEXED BY pieces_order WHERE kind = ? AND entity = ? AND retired IS NULL
        AND (first_date, first_owner, first_id) < (?, ?, ?) ORDER BY first_date DESC, first_owner DESC, first_id DESC LIMIT 1`,
      first.date,
      first.owner,
      first.id,
    ) ?? first;
  return { after: { date: low.date, owner: '', id: '', low }, until: last.date };
}
