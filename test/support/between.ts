/** What others do just before a statement reaches D1. */
export interface Between {
  readonly db: D1Database;
  /** Does `act` once, before the next statement that matches. */
  before(statement: RegExp, act: () => Promise<unknown>): void;
}

/** D1 with a place to stand in between of what a request reads and what it writes. */
export function between(d1: D1Database): Between {
  let waiting: { readonly statement: RegExp; readonly act: () => Promise<unknown> } | null = null;
  const texts = new WeakMap<object, { readonly sql: string; readonly real: D1PreparedStatement }>();
  const reach = async (sql: string): Promise<void> => {
    if (!waiting?.statement.test(sql)) return;
    const { act } = waiting;
    waiting = null;
    await act();
  };
  const wrapped = (sql: string, real: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(real, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        if (name === 'bind') return (...values: unknown[]) => wrapped(sql, target.bind(...values));
        return async (...values: unknown[]) => {
          await reach(sql);
          return Reflect.apply(member, target, values) as unknown;
        };
      },
    });
    texts.set(proxy, { sql, real });
    return proxy;
  };
  const db = new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrapped(sql, target.prepare(sql));
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          // Each was wrapped above.
          const known = statements.map((statement) => texts.get(statement)!);
          for (const { sql } of known) await reach(sql);
          return target.batch(known.map(({ real }) => real));
        };
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return { db, before: (statement, act) => void (waiting = { statement, act }) };
}
