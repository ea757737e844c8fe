import { env } from 'cloudflare:workers';

/**
 * Puts `count` runs of a contact center on file by SQL alone: 3 of 100 Failed, 1 of 100 Cancelled, a fifth of contacts,
 * a thousand jobs, several runs created at the same moment. Ids begin behind `base`.
 */
export async function addRuns(ccid: string, { base, count }: { base: number; count: number }): Promise<void> {
  const step = 5_000;
  for (let first = 0; first < count; first += step) {
    const numbers = Array.from({ length: Math.min(step, count - first) }, (_, n) => first + n + 1);
    await env.DB.prepare(
      `INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name,
         file_name_folded, file_size, progress, created_at, started_at, view)
       SELECT ?1 + n, ?2, ?1 + n % 1000, 1, CASE WHEN n % 5 = 0 THEN 'Contact' ELSE 'Interaction' END, 'UCS',
         'Title ' || (n % 977), 'title ' || (n % 977),
         CASE WHEN n % 100 < 3 THEN 'FAILED' WHEN n % 100 = 3 THEN 'CANCELLED' WHEN n % 100 = 4 THEN 'SKIPPED' ELSE 'FINISHED' END,
         'export-' || n || '.zip.smime', 'export-' || n || '.zip.smime', n % 7, 100, (n * 7919) % 50000, n % 11,
         json_object('id', ?1 + n, 'parentId', ?1 + n % 1000, 'title', 'Title ' || (n % 977),
           'type', CASE WHEN n % 5 = 0 THEN 'Contact' ELSE 'Interaction' END)
       FROM (SELECT value AS n FROM json_each(?3))`,
    )
      .bind(base, ccid, JSON.stringify(numbers))
      .run();
  }
}

/** D1 that adds up the rows that it read. */
export function meteredDb(): { db: D1Database; readonly read: () => number } {
  let rows = 0;
  const note = <T>(result: T): T => {
    for (const { meta } of [result].flat() as { meta?: { rows_read?: number } }[])
      rows += meta?.rows_read ?? 0;
    return result;
  };
  const meterStatement = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => meterStatement(target.bind(...values));
        if (name === 'all' || name === 'run') return async () => note(await target.all());
        if (name === 'raw' || name === 'first')
          return async () => {
            const { results } = note(await target.all());
            return name === 'first' ? (results[0] ?? null) : results.map((row) => Object.values(row));
          };
        throw new Error(`a statement's ${String(name)} is not metered`);
      },
    });
  const db = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') return (text: string) => meterStatement(target.prepare(text));
      throw new Error(`the database's ${String(name)} is not metered`);
    },
  });
  return { db, read: () => rows };
}
