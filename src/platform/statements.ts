/** What stands around every call of a database: it is told the call's statements, one or those of a batch, and carries it out. */
export type Around = <T>(queries: readonly string[], call: () => Promise<T>) => Promise<T>;

/** A database all of whose calls go through `around`. */
export function aroundStatements(db: D1Database, around: Around): D1Database {
  const inner = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; query: string }>();
  const wrapped = (statement: D1PreparedStatement, query: string): D1PreparedStatement => {
    const outer: Record<keyof D1PreparedStatement, unknown> = {
      bind: (...values: unknown[]) => wrapped(statement.bind(...values), query),
      first: (...args: [string]) => around([query], () => statement.first(...args)),
      run: () => around([query], () => statement.run()),
      all: () => around([query], () => statement.all()),
      raw: (...args: [{ columnNames: true }]) => around([query], () => statement.raw(...args)),
    };
    // Each method passes on what it is given and answers what it is answered.
    const typed = outer as unknown as D1PreparedStatement;
    inner.set(typed, { statement, query });
    return typed;
  };
  return {
    prepare: (query) => wrapped(db.prepare(query), query),
    batch: <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
      // A statement that was not made here is told as one whose text is not known.
      const known = statements.map((given) => inner.get(given) ?? { statement: given, query: '' });
      return around(
        known.map(({ query }) => query),
        () => db.batch<T>(known.map(({ statement }) => statement)),
      );
    },
    exec: (query) => around([query], () => db.exec(query)),
    withSession: (constraint) => db.withSession(constraint),
    dump: () => db.dump(),
  };
}
