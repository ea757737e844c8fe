import { runInDurableObject } from 'cloudflare:test';

/*
 * The double of what Cloudflare keeps of objects' storage (src/platform/set-back.ts). Tables alone are kept, of moments that a test names; an
 * object is set back to the last one before a time, or to nothing. The end of the object, and its new beginning, are workerd's own.
 */

type Rows = readonly Readonly<Record<string, SqlStorageValue>>[];
interface Moment {
  readonly at: number;
  /** Statements that make the tables and indices, and the rows by table. */
  readonly made: readonly string[];
  readonly rows: ReadonlyMap<string, Rows>;
}

/** What is kept, by an id that lies in the object. */
const kept = new Map<string, Moment[]>();
const MARK = 'double_of_history';
const OWN = `name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '${MARK}'`;

const tablesOf = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND ${OWN}`)
    .toArray()
    .map(({ name }) => name);

const hasMark = (sql: SqlStorage): boolean =>
  sql.exec('SELECT 1 FROM sqlite_master WHERE name = ?', MARK).toArray().length > 0;

function markOf(sql: SqlStorage, id: string = crypto.randomUUID()): string {
  sql.exec(`CREATE TABLE IF NOT EXISTS ${MARK} (id TEXT NOT NULL)`);
  const [row] = sql.exec<{ id: string }>(`SELECT id FROM ${MARK}`).toArray();
  if (row) return row.id;
  sql.exec(`INSERT INTO ${MARK} (id) VALUES (?)`, id);
  return id;
}

/** Keeps what an object is at this moment. */
export const keepMoment = (stub: DurableObjectStub, at: number): Promise<void> =>
  runInDurableObject(stub, (_, { storage: { sql } }) => {
    const made = sql
      .exec<{ sql: string }>(
        `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> '${MARK}' AND ${OWN} ORDER BY type DESC`,
      )
      .toArray();
    const rows = new Map(tablesOf(sql).map((table) => [table, sql.exec(`SELECT * FROM ${table}`).toArray()]));
    const id = markOf(sql);
    kept.set(id, [...(kept.get(id) ?? []), { at, made: made.map((one) => one.sql), rows }]);
  });

/** Gives every object of this isolate the double in the place of what local workerd does not have. */
export async function giveHistory(any: DurableObjectStub): Promise<void> {
  await runInDurableObject(any, (_, { storage }) => {
    const prototype = Object.getPrototypeOf(storage) as DurableObjectStorage; // its own class
    // Called on the storage of each object, below.
    const deleteAll: (this: DurableObjectStorage) => Promise<void> = Reflect.get(prototype, 'deleteAll');
    // What is kept of an object outlives its emptying.
    prototype.deleteAll = async function (this: DurableObjectStorage) {
      const id = hasMark(this.sql) ? markOf(this.sql) : null;
      await deleteAll.call(this);
      if (id !== null) markOf(this.sql, id);
    };
    prototype.getBookmarkForTime = async (time) => String(Number(time));
    prototype.onNextSessionRestoreBookmark = async function (this: DurableObjectStorage, bookmark) {
      const { sql } = this;
      const id = hasMark(sql) ? markOf(sql) : '';
      const moment = (kept.get(id) ?? []).findLast(({ at }) => at <= Number(bookmark));
      this.transactionSync(() => {
        for (const table of tablesOf(sql)) sql.exec(`DROP TABLE ${table}`);
        for (const statement of moment?.made ?? []) sql.exec(statement);
        for (const [table, rows] of moment?.rows ?? [])
          for (const one of rows) {
            const names = Object.keys(one);
            sql.exec(
              `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
              ...Object.values(one),
            );
          }
      });
      // What is not written when an object is ended is lost.
      await this.sync();
      return bookmark;
    };
  });
}
