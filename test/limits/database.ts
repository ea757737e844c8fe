import type { Calls } from './calls.ts';

/** D1's limits (developers.cloudflare.com/d1/platform/limits): bound parameters, bytes of a value or row and of a statement. */
const PARAMETERS = 100;
const VALUE_BYTES = 2_000_000;
const STATEMENT_BYTES = 100_000;

const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Array.isArray(value) ? value.length : 8;
};

/** D1 with the limits of the platform, which the local one does not have. */
export function limitedDatabase(db: D1Database, calls: Calls): D1Database {
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const limited = (statement: D1PreparedStatement): D1PreparedStatement => {
    const outer = {
      bind: (...values: unknown[]) => {
        calls.must(values.length <= PARAMETERS, 'too many SQL variables');
        for (const value of values) calls.must(bytesOf(value) <= VALUE_BYTES, 'string or blob too big');
        return limited(statement.bind(...values));
      },
      first: async (...args: [string]) => {
        calls.spend(1);
        return statement.first(...args);
      },
      run: async () => {
        calls.spend(1);
        return statement.run();
      },
      all: async () => {
        calls.spend(1);
        return statement.all();
      },
      raw: async (...args: [{ columnNames: true }]) => {
        calls.spend(1);
        return statement.raw(...args);
      },
    } as unknown as D1PreparedStatement; // The methods of the interface, all of them.
    inner.set(outer, statement);
    return outer;
  };
  return {
    prepare: (query: string) => {
      calls.must(bytesOf(query) <= STATEMENT_BYTES, 'statement too long');
      return limited(db.prepare(query));
    },
    batch: async (statements: D1PreparedStatement[]) => {
      calls.spend(statements.length);
      return db.batch(statements.map((statement) => inner.get(statement) ?? statement));
    },
  } as unknown as D1Database; // What the service uses of it.
}
