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
  for (const object of objects) tables.sql.exec('DELETE FROM scrubs WHERE pack = ?', object);
}

/** How much is removed at a time, and how long what lay in packs is kept, in case the store is set back to before it was retired. */
export interface Collecting {
  readonly most: number;
  readonly keptMs: number;
}

/** Bodies that were read from packs are kept so long: whoever wanted them is done then. */
const UNPACKED_MS = 60_000;

/**
 * Removes what nobody can ask for any more: retired pieces that no pin is older than, and tombstones that hold of no piece. At most
 * `most` of each; answers whether there may be more now.
 */
export function collect(tables: RecordTables, now: Instant, { most, keptMs }: Collecting): boolean {
  return tables.transaction(() => {
    const { sql } = tables;
    sql.exec('DELETE FROM pins WHERE until <= ?', now);
    tables.packs.forgetUnpacked(now - UNPACKED_MS);
    retireDeadLarge(tables);
    sql.exec(
      'UPDATE packed SET gone = ? WHERE gone IS NULL AND piece IN (SELECT n FROM pieces WHERE retired IS NOT NULL)',
      now,
    );
    const gone = retiredPieces(sql, most, now - keptMs);
    for (const piece of gone) removePiece(tables, piece);
    const more = tables.departures.collect(now, most);
    return removeTombstones(sql, most) === most || gone.length === most || more;
  });
}

/** A piece that is to be removed. */
interface RetiredPiece extends Record<string, SqlStorageValue> {
  readonly n: number;
  readonly object: string | null;
  readonly pack: string | null;
  readonly at: number | null;
  readonly length: number;
  readonly erased: number | null;
}

/** A pin of a version needs what was retired later than it; what was erased is kept for nobody else. */
const retiredPieces = (sql: SqlStorage, most: number, before: Instant): readonly RetiredPiece[] =>
  sql
    .exec<RetiredPiece>(
      `SELECT n, object, pack, at, length, erased FROM pieces LEFT JOIN packed ON piece = n WHERE retired IS NOT NULL
        AND retired <= (SELECT coalesce(min(version), 9007199254740991) FROM pins)
        AND (gone IS NULL OR gone <= ? OR erased = 1) LIMIT ?`,
      before,
      most,
    )
    .toArray();

function removePiece(
  { sql, garbage }: RecordTables,
  { n, object, pack, at, length, erased }: RetiredPiece,
): void {
  for (const table of ['bodies', 'packed', 'unpacked']) sql.exec(`DELETE FROM ${table} WHERE piece = ?`, n);
  sql.exec('DELETE FROM pieces WHERE n = ?', n);
  if (object !== null) garbage.leave(object);
  if (pack === null) return;
  if (erased === 1)
    sql.exec('INSERT OR IGNORE INTO scrubs (pack, at, length) VALUES (?, ?, ?)', pack, at, length);
  garbage.leave(pack);
}

/** Whether something that was retired is kept for a while. */
export const keepsRetired = ({ sql }: RecordTables): boolean =>
  sql.exec('SELECT 1 FROM packed WHERE gone IS NOT NULL LIMIT 1').toArray().length > 0;

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
