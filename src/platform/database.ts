import { retrying } from './retry.ts';

/** A request does not begin another try later than this, milliseconds: somebody waits for its answer. */
const PATIENCE_MS = 2_000;

/** Tries a call again as often as a request can wait for. */
export const inRequest = <T>(call: () => Promise<T>): Promise<T> => retrying(call, PATIENCE_MS);

/** Statements that change nothing, whatever they read; when in doubt a statement is taken for one that writes. */
const isRead = (query: string): boolean =>
  /^\s*SELECT\b/i.test(query) ||
  (/^\s*WITH\b/i.test(query) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(query));

/**
 * A database whose reads are tried again, as slices' are, within what a request can wait. Writes are not: an answer that was
 * lost tells nothing of whether they landed. Those that may land twice are tried again where they are made: new ids are drawn
 * again (what was drawn in vain is never used), and a certificate is put in its own place again.
 */
export function retryingReads(db: D1Database): D1Database {
  const inner = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; reads: boolean }>();
  const wrapped = (statement: D1PreparedStatement, reads: boolean): D1PreparedStatement => {
    const call = reads ? inRequest : <T>(once: () => Promise<T>) => once();
    const outer: Record<keyof D1PreparedStatement, unknown> = {
      bind: (...values: unknown[]) => wrapped(statement.bind(...values), reads),
      first: (...args: [string]) => call(() => statement.first(...args)),
      run: () => call(() => statement.run()),
      all: () => call(() => statement.all()),
      raw: (...args: [{ columnNames: true }]) => call(() => statement.raw(...args)),
    };
    // Each method passes on what it is given and answers what it is answered.
    const typed = outer as unknown as D1PreparedStatement;
    inner.set(typed, { statement, reads });
    return typed;
  };
  const batch = <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const known = statements.map((given) => inner.get(given) ?? { statement: given, reads: false });
    const once = () => db.batch<T>(known.map(({ statement }) => statement));
    return known.every(({ reads }) => reads) ? inRequest(once) : once();
  };
  return {
    prepare: (query) => wrapped(db.prepare(query), isRead(query)),
    batch,
    exec: (query) => db.exec(query),
    withSession: (constraint) => db.withSession(constraint),
    dump: () => db.dump(),
  };
}
