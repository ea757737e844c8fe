import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/*
 * What Cloudflare keeps of D1 and of objects, in little: copies of the platform's folder at moments that a drill names. An object is set back to
 * the last one before a time, or to nothing.
 */

/** A value of SQLite as JSON has it: bytes stand as `{base64}`. */
type Told = string | number | null | { readonly base64: string };
interface Dump {
  /** Statements that make tables, then indices and triggers. */
  readonly made: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Told[])[];
  }[];
}
const NOTHING: Dump = { made: [], tables: [] };

export class ObjectHistory {
  readonly #folder: string;
  readonly #moments: { readonly at: number; readonly copy: string }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps what there is, while nothing runs; answers the moment. */
  keep(): number {
    const copy = `${this.#folder}-kept-${this.#moments.length}`;
    cpSync(this.#folder, copy, { recursive: true });
    const at = Date.now();
    this.#moments.push({ at, copy });
    return at;
  }

  /** Sets D1 back, while nothing runs. */
  setDatabasesBack(to: number): void {
    const moment = this.#before(to);
    if (!moment) return;
    rmSync(join(this.#folder, 'd1'), { recursive: true, force: true });
    cpSync(join(moment.copy, 'd1'), join(this.#folder, 'd1'), { recursive: true });
  }

  /** What an object was at a time. */
  objectAt(name: string, id: string, to: number): Dump {
    const file = this.#before(to) && fileOf(this.#before(to)!.copy, name, id);
    return file ? dumpOf(file) : NOTHING;
  }

  #before(to: number) {
    return this.#moments.findLast(({ at }) => at <= to);
  }
}

/** The file of an object, below the folder of its class. */
function fileOf(folder: string, name: string, id: string): string | undefined {
  const objects = join(folder, 'do');
  if (!existsSync(objects)) return undefined;
  return readdirSync(objects)
    .filter((of) => of.endsWith(`-${name}`))
    .map((of) => join(objects, of, `${id}.sqlite`))
    .find((file) => existsSync(file));
}

function dumpOf(file: string): Dump {
  const database = new DatabaseSync(file);
  try {
    const made = database
      .prepare(
        String.raw`SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE '\_cf\_%' ESCAPE '\'
          AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY type = 'table' DESC`,
      )
      .all();
    const tables = made
      .filter(({ type }) => type === 'table')
      .map(({ name }) => {
        const statement = database.prepare(`SELECT * FROM "${String(name)}"`);
        const columns = statement.columns().map((column) => column.name);
        const rows = statement.all().map((row) => columns.map((column) => toldAs(row[column])));
        return { name: String(name), columns, rows };
      });
    return { made: made.map(({ sql }) => String(sql)), tables };
  } finally {
    database.close();
  }
}

function toldAs(value: unknown): Told {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  return typeof value === 'bigint' ? Number(value) : (value as string | number | null); // of SQLite
}

/** The name of the module that stands before a Worker's own. */
export const HISTORY_MAIN = 'with-history.js';

/**
 * A module that serves a Worker as it is, and gives its objects what local workerd has not: a history, which the binding HISTORY tells. An
 * object's end, and its new beginning, are workerd's own.
 */
export const historyModule = (main: string, classes: readonly string[]): string => `
import worker, { ${classes.map((name) => `${name} as Inner${name}`).join(', ')} } from './${main}';
export default worker;
const known = new WeakMap();
let isGiven = false;
function give(ctx, env, name) {
  known.set(ctx.storage, { name, id: ctx.id.toString(), env });
  if (isGiven) return;
  isGiven = true;
  const prototype = Object.getPrototypeOf(ctx.storage);
  prototype.getBookmarkForTime = async (time) => String(Number(time));
  prototype.onNextSessionRestoreBookmark = async function (bookmark) {
    const { name, id, env } = known.get(this);
    const answer = await env.HISTORY.fetch('http://history/' + name + '/' + id + '/' + bookmark);
    const { made, tables } = await answer.json();
    const { sql } = this;
    this.transactionSync(() => {
      const own = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\\\_cf\\\\_%' ESCAPE '\\\\' AND name NOT LIKE 'sqlite\\\\_%' ESCAPE '\\\\'";
      for (const { name } of sql.exec(own).toArray()) sql.exec('DROP TABLE "' + name + '"');
      for (const statement of made) sql.exec(statement);
      for (const { name, columns, rows } of tables)
        for (const row of rows)
          sql.exec(
            'INSERT INTO "' + name + '" (' + columns.map((column) => '"' + column + '"').join(', ') + ') VALUES (' + columns.map(() => '?').join(', ') + ')',
            ...row.map((value) => (value && typeof value === 'object' ? Uint8Array.from(atob(value.base64), (unit) => unit.charCodeAt(0)) : value)),
          );
    });
    // What is not written when an object is ended is lost.
    await this.sync();
    return bookmark;
  };
}
const withHistory = (Inner, name) =>
  class extends Inner {
    constructor(ctx, env) {
      give(ctx, env, name);
      super(ctx, env);
    }
  };
${classes.map((name) => `export const ${name} = withHistory(Inner${name}, '${name}');`).join('\n')}
`;
