import type { Instant } from '../../src/model/instant.ts';
import { deleteTexts } from '../../src/store/large-texts.ts';
import type { RecordTables } from './record-tables.ts';

/** Deletes from R2 what no record names any more, `most` objects of it. What cannot be deleted now is deleted later. */
export async function deleteGarbage(
  tables: RecordTables,
  bucket: Pick<R2Bucket, 'delete'>,
  most: number,
): Promise<void> {
  const objects = tables.garbage.list(most);
  if (objects.length === 0) return;
  await deleteTexts(bucket, objects);
  tables.garbage.forget(objects);
}

/**
 * Removes what nobody can ask for any more: retired pieces that no pin is older than, and tombstones that hold of no piece. At most
 * `most` of each; answers whether there may be more.
 */
export function collect(tables: RecordTables, now: Instant, most: number): boolean {
  return tables.transaction(() => {
    const { sql } = tables;
    sql.exec('DELETE FROM pins WHERE until <= ?', now);
    retireDeadLarge(tables);
    // A pin of a version needs what was retired later than it.
    const gone = sql
      .exec<{ n: number; object: string | null }>(
        `SELECT n, object FROM pieces WHERE retired IS NOT NULL
          AND retired <= (SELECT coalesce(min(version), 9007199254740991) FROM pins) LIMIT ?`,
        most,
      )
      .toArray();
    for (const { n, object } of gone) {
      sql.exec('DELETE FROM bodies WHERE piece = ?', n);
      sql.exec('DELETE FROM pieces WHERE n = ?', n);
      if (object !== null) tables.garbage.leave(object);
    }
    const more = tables.departures.collect(now, most);
    return removeTombstones(sql, most) === most || gone.length === most || more;
  });
}

/** A large record that has died is a piece of nothing: its text need not wait until something comes in its place. */
function retireDeadLarge(tables: RecordTables): void {
  const dead = tables.sql
    .exec<{ n: number }>(
      `SELECT n FROM pieces AS p INDEXED BY pieces_object WHERE object IS NOT NULL AND retired IS NULL AND EXISTS (
        SELECT 1 FROM tombstones WHERE kind = p.kind AND entity = p.entity AND date = p.first_date
          AND owner = p.first_owner AND id = p.first_id AND change = p.low AND at > p.created)`,
    )
    .toArray();
  if (dead.length === 0) return;
  const { state } = tables;
  for (const { n } of dead) tables.pieces.retire(n, state.version + 1);
  tables.setState({ ...state, version: state.version + 1 });
}

/** A tombstone is of use while a piece that was made before it has a place for its line. */
function removeTombstones(sql: SqlStorage, most: number): number {
  const gone = sql
    .exec<{
      kind: number;
      entity: number;
      date: number;
      owner: string;
      id: string;
      change: number;
      at: number;
    }>(
      `SELECT * FROM tombstones AS t WHERE NOT EXISTS (SELECT 1 FROM pieces INDEXED BY pieces_order
        WHERE kind = t.kind AND entity = t.entity AND created < t.at AND low <= t.change AND high >= t.change
          AND (first_date, first_owner, first_id) <= (t.date, t.owner, t.id)
          AND (last_date, last_owner, last_id) >= (t.date, t.owner, t.id)) LIMIT ?`,
      most,
    )
    .toArray();
  for (const { kind, entity, date, owner, id, change, at } of gone) {
    const key = [kind, entity, date, owner, id, change, at];
    sql.exec(
      'DELETE FROM tombstones WHERE kind = ? AND entity = ? AND date = ? AND owner = ? AND id = ? AND change = ? AND at = ?',
      ...key,
    );
  }
  return gone.length;
}
