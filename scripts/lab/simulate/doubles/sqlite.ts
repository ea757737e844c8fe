import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** Values as SQLite takes and gives them. */
export type SqlValue = string | number | null | Uint8Array;

/** What one statement came to. */
export interface SqlOutcome {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  readonly changes: number;
}

/** SQLite's name of the base code of an error, as D1 appends it. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'SQLITE_ERROR'],
  [18, 'SQLITE_TOOBIG'],
  [19, 'SQLITE_CONSTRAINT'],
  [20, 'SQLITE_MISMATCH'],
]);

/** An SQLite database in memory, with its statements kept as they were compiled. D1's double and the objects' stand on it. */
export class MemoryDatabase {
  #db = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();

  /** Carries out one statement. */
  run(query: string, values: readonly SqlValue[]): SqlOutcome {
    const statement = this.#statement(query);
    const columns = statement.columns().map(({ name }) => name);
    const bound = values as readonly SQLInputValue[];
    if (columns.length === 0) return { columns, rows: [], changes: Number(statement.run(...bound).changes) };
    // Set to answer arrays, which the types do not know.
    const rows = statement.all(...bound) as unknown as SqlValue[][];
    return { columns, rows, changes: rows.length };
  }

  /** Carries out any number of statements without values. */
  script(text: string): void {
    this.#db.exec(text);
  }

  /** Everything that is stored, to be put back with `setTo`. */
  image(): Uint8Array {
    return this.#db.serialize();
  }

  /** Into a new one: statements that were compiled before do not survive it. */
  setTo(image: Uint8Array): void {
    this.clear();
    this.#db.deserialize(image);
  }

  /** Empties it. */
  clear(): void {
    this.close();
    this.#db = new DatabaseSync(':memory:');
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #statement(query: string): StatementSync {
    const known = this.#statements.get(query);
    if (known) return known;
    const statement = this.#db.prepare(query);
    statement.setReturnArrays(true);
    this.#statements.set(query, statement);
    return statement;
  }
}

/** What SQLite says of an error, with its name at the end as the platform has it; null of any other error. */
export function sqliteWords(error: unknown): string | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return `${error.message}: ${NAMES.get(Number(error.errcode) & 0xff) ?? 'SQLITE_ERROR'}`;
}
