import { MemoryDatabase, sqliteWords, type SqlOutcome, type SqlValue } from './sqlite.ts';

/** Rows as SqlStorage answers them. */
class Cursor {
  readonly columnNames: readonly string[];
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly #rows: readonly Record<string, unknown>[];

  constructor(rows: readonly Record<string, unknown>[], columns: readonly string[], written: number) {
    this.#rows = rows;
    this.columnNames = columns;
    this.rowsRead = rows.length;
    this.rowsWritten = written;
  }

  toArray(): readonly Record<string, unknown>[] {
    return this.#rows;
  }

  one(): Record<string, unknown> {
    const [row] = this.#rows;
    if (!row || this.#rows.length > 1)
      throw new Error(
        `Expected exactly one result from SQL query, but got ${row ? 'multiple' : 'no'} results.`,
      );
    return row;
  }

  [Symbol.iterator](): IterableIterator<Record<string, unknown>> {
    return this.#rows[Symbol.iterator]();
  }
}

/** A Durable Object's storage: SQLite and one alarm. It outlives the object in memory. */
export class StorageDouble {
  readonly #db = new MemoryDatabase();
  /** When the alarm is due; null when none is set. */
  alarm: number | null = null;
  readonly binding: DurableObjectStorage;

  constructor() {
    const binding = {
      sql: { exec: (query: string, ...values: unknown[]) => this.#exec(query, values) },
      transactionSync: <T>(work: () => T): T => this.#transaction(work),
      // Both take effect at once: an object is given no other event before they have.
      setAlarm: async (at: number | Date) => {
        this.alarm = Number(at);
      },
      getAlarm: async () => this.alarm,
      deleteAlarm: async () => {
        this.alarm = null;
      },
      deleteAll: async () => {
        this.#db.clear();
        this.alarm = null;
      },
    };
    // What the service's objects use of their storage.
    this.binding = binding as unknown as DurableObjectStorage;
  }

  /** The rows of a query, asked from outside; none where the table is not there. */
  look(query: string, ...values: SqlValue[]): readonly Record<string, unknown>[] {
    try {
      return this.#exec(query, values).toArray();
    } catch {
      return [];
    }
  }

  close(): void {
    this.#db.close();
  }

  #exec(query: string, values: readonly unknown[]): Cursor {
    // Only a text without values may be several statements.
    if (values.length === 0 && /;\s*\S/.test(query)) {
      this.#db.script(query);
      return new Cursor([], [], 0);
    }
    const { columns, rows, changes } = this.#run(query, values.map(bindable));
    const objects = rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at] ?? '', value])));
    return new Cursor(objects, columns, changes);
  }

  #run(query: string, values: readonly SqlValue[]): SqlOutcome {
    try {
      return this.#db.run(query, values);
    } catch (error) {
      const words = sqliteWords(error);
      throw words === null ? error : new Error(words, { cause: error });
    }
  }

  #transaction<T>(work: () => T): T {
    this.#db.script('SAVEPOINT work');
    try {
      const result = work();
      this.#db.script('RELEASE work');
      return result;
    } catch (error) {
      this.#db.script('ROLLBACK TO work; RELEASE work');
      throw error;
    }
  }
}

function bindable(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SqlStorage takes no ${typeof value}`);
}
