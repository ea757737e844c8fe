import { MemoryDatabase, sqliteWords, type SqlOutcome, type SqlValue } from './sqlite.ts';
import type { Passage } from './through.ts';

/** D1's limits of one statement. */
const MAX_VALUES = 100;
const MAX_VALUE_BYTES = 2_000_000;

/** A statement with its values. */
interface Bound {
  readonly query: string;
  readonly values: readonly SqlValue[];
}

/** D1 in memory. A batch is one transaction; what it stores can be set back to what it was. */
export class DatabaseDouble {
  readonly #db = new MemoryDatabase();
  readonly #passage: Passage;
  readonly #bound = new WeakMap<object, Bound>();
  readonly binding: D1Database;

  constructor(passage: Passage) {
    this.#passage = passage;
    const binding = {
      prepare: (query: string) => this.#statement({ query, values: [] }),
      batch: (statements: object[]) =>
        passage('D1 batch', () => this.#batch(statements.map((statement) => this.#of(statement)))),
    };
    // The service uses these two alone.
    this.binding = binding as unknown as D1Database;
  }

  image(): Uint8Array {
    return this.#db.image();
  }

  setTo(image: Uint8Array): void {
    this.#db.setTo(image);
  }

  close(): void {
    this.#db.close();
  }

  /** Carries out a statement outside of any simulated call, and answers its rows as objects. */
  look(query: string, ...values: SqlValue[]): Record<string, SqlValue>[] {
    return objects(this.#carryOut({ query, values }));
  }

  script(text: string): void {
    this.#db.script(text);
  }

  #statement(bound: Bound): object {
    const all = (): Promise<object> => this.#passage('D1 all', () => resultOf(this.#carryOut(bound)));
    const statement = {
      bind: (...values: unknown[]) => this.#statement({ ...bound, values: values.map(valueOf) }),
      all,
      run: all,
      first: (column?: string) => this.#passage('D1 first', () => first(this.#carryOut(bound), column)),
      raw: () => this.#passage('D1 raw', () => this.#carryOut(bound).rows.map((row) => row.map(shown))),
    };
    this.#bound.set(statement, bound);
    return statement;
  }

  #of(statement: object): Bound {
    const bound = this.#bound.get(statement);
    if (!bound) throw new TypeError('a batch takes statements of its own database');
    return bound;
  }

  #batch(all: readonly Bound[]): object[] {
    if (all.length === 0) throw new Error('D1_ERROR: No SQL statements detected.');
    this.#db.script('BEGIN');
    try {
      const results = all.map((bound) => resultOf(this.#carryOut(bound)));
      this.#db.script('COMMIT');
      return results;
    } catch (error) {
      this.#db.script('ROLLBACK');
      throw error;
    }
  }

  #carryOut({ query, values }: Bound): SqlOutcome {
    if (values.length > MAX_VALUES) throw new Error('D1_ERROR: too many SQL variables: SQLITE_ERROR');
    if (values.some(isTooBig)) throw new Error('D1_ERROR: string or blob too big: SQLITE_TOOBIG');
    try {
      return this.#db.run(query, values);
    } catch (error) {
      const words = sqliteWords(error);
      throw words === null ? error : new Error(`D1_ERROR: ${words}`, { cause: error });
    }
  }
}

const isTooBig = (value: SqlValue): boolean =>
  (typeof value === 'string' &&
    value.length > MAX_VALUE_BYTES / 3 &&
    Buffer.byteLength(value) > MAX_VALUE_BYTES) ||
  (value instanceof Uint8Array && value.length > MAX_VALUE_BYTES);

/** A value as D1 binds it. */
function valueOf(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value of that type`);
}

/** A value as D1 answers it: bytes are numbers in an array. */
const shown = (value: SqlValue): unknown => (value instanceof Uint8Array ? [...value] : value);

const objects = ({ columns, rows }: SqlOutcome): Record<string, SqlValue>[] =>
  rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at] ?? '', value])));

const resultOf = (outcome: SqlOutcome): object => ({
  success: true,
  results: objects(outcome).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)])),
  ),
  meta: {
    changes: outcome.changes,
    rows_read: outcome.rows.length,
    rows_written: outcome.changes,
    duration: 0,
  },
});

function first(outcome: SqlOutcome, column: string | undefined): unknown {
  const [row] = objects(outcome);
  if (!row) return null;
  if (column === undefined)
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)]));
  if (!Object.hasOwn(row, column)) throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`);
  return shown(row[column] ?? null);
}
