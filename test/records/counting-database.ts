/**
 * D1 that adds up how many rows its answers say they read: what Cloudflare bills, and what an index that is not used shows
 * in. `first` and `raw` answer no such number: the first is asked as `all`, the second is refused.
 */
export function countingDatabase(db: D1Database): { readonly db: D1Database; rowsRead(): number } {
  let rowsRead = 0;
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const count = <T>(result: D1Result<T>): D1Result<T> => {
    rowsRead += result.meta.rows_read;
    return result;
  };
  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const outer = {
      bind: (...values: unknown[]) => counted(statement.bind(...values)),
      all: async () => count(await statement.all()),
      run: async () => count(await statement.run()),
      first: async (column?: string) => {
        const [row] = count(await statement.all()).results;
        return row === undefined ? null : column === undefined ? row : row[column];
      },
      raw: () => Promise.reject(new Error('rows read by raw cannot be counted')),
    } as unknown as D1PreparedStatement; // The methods of the interface, all of them.
    inner.set(outer, statement);
    return outer;
  };
  const double = {
    prepare: (query: string) => counted(db.prepare(query)),
    batch: async (statements: D1PreparedStatement[]) =>
      (await db.batch(statements.map((statement) => inner.get(statement) ?? statement))).map(count),
  } as unknown as D1Database; // What a source uses of it.
  return { db: double, rowsRead: () => rowsRead };
}
