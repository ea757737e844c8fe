import { z } from 'zod';
import { formatInstant, type Instant } from '../model/instant.ts';
import { DEAD_LETTER, SWEPT } from './alerts.ts';

/** Contact centers that are shown: more would be more labels than anybody looks at. */
export const SHOWN_CENTERS = 500;
/** What waits to be delivered is counted up to here. */
const COUNTED_AT_MOST = 1_000;

const ROWS = {
  tallies: z.object({ ccid: z.string(), what: z.string(), code: z.string(), n: z.number() }),
  runs: z.object({ ccid: z.string(), status: z.string(), n: z.number() }),
  jobs: z.object({ ccid: z.string(), suspended: z.number(), n: z.number() }),
  certificates: z.object({ ccid: z.string(), at: z.number() }),
  due: z.object({ at: z.number().nullable() }),
  deliveries: z.object({ n: z.number() }),
  sweeps: z.object({ prefix: z.string(), until: z.string() }),
  alerts: z.object({ name: z.string(), n: z.number() }),
} as const;
type Names = keyof typeof ROWS;

/** What metrics are made of. */
export type MonthCounts = { readonly [N in Names]: readonly z.infer<(typeof ROWS)[N]>[] } & {
  /** The contact centers that are shown, and whether there are more. */
  readonly centers: readonly string[];
  readonly more: boolean;
  readonly size: number;
};

/** The contact centers that have or had jobs, in order: of each table one row a center is read. */
const CENTERS = `WITH RECURSIVE known (ccid) AS (
  SELECT '' UNION ALL
  SELECT (SELECT min(ccid) FROM (SELECT min(ccid) AS ccid FROM tallies WHERE ccid > known.ccid
    UNION ALL SELECT min(ccid) FROM job_counts WHERE ccid > known.ccid)) FROM known WHERE known.ccid IS NOT NULL
) SELECT ccid FROM known WHERE ccid > '' LIMIT ${SHOWN_CENTERS + 1}`;

/** Reads what metrics are made of. The clock's own, for every center. */
export async function readCounted(db: D1Database, now: Instant): Promise<MonthCounts> {
  const found = await db.prepare(CENTERS).all<{ ccid: string }>();
  const all = found.results.map(({ ccid }) => ccid);
  const centers = all.slice(0, SHOWN_CENTERS);
  const named = JSON.stringify(centers);
  const shown = 'ccid IN (SELECT value FROM json_each(?1))';
  const statements: Readonly<Record<Names, D1PreparedStatement>> = {
    tallies: db
      .prepare(`SELECT ccid, what, code, n FROM tallies WHERE ${shown} AND month = ?2`)
      .bind(named, formatInstant(now).slice(0, 7)),
    runs: db
      .prepare(
        `SELECT ccid, status, sum(runs) AS n FROM run_counts WHERE ${shown} AND job_id = 0 GROUP BY ccid, status`,
      )
      .bind(named),
    jobs: db
      .prepare(
        `SELECT ccid, suspended, sum(jobs) AS n FROM job_counts WHERE ${shown} GROUP BY ccid, suspended`,
      )
      .bind(named),
    certificates: db
      .prepare(`SELECT ccid, max(not_after) AS at FROM certificates WHERE ${shown} GROUP BY ccid`)
      .bind(named),
    due: db.prepare(
      'SELECT min(next_starts_at) AS at FROM jobs INDEXED BY jobs_due WHERE next_starts_at IS NOT NULL',
    ),
    deliveries: db.prepare(
      `SELECT count(*) AS n FROM (SELECT 1 FROM deliveries INDEXED BY deliveries_due WHERE state = 'waiting' LIMIT ${COUNTED_AT_MOST})`,
    ),
    sweeps: db
      .prepare('SELECT prefix, until FROM sweeps WHERE prefix IN (?1, ?2, ?3)')
      .bind('beat', SWEPT, DEAD_LETTER),
    alerts: db.prepare('SELECT name, count(*) AS n FROM alerts GROUP BY name'),
  };
  // Object.keys of a literal table: its keys are the names.
  const names = Object.keys(ROWS) as Names[];
  const results = await db.batch(names.map((name) => statements[name]));
  const read = names.map((name, at) => [name, z.array(ROWS[name]).parse(results[at]?.results)]);
  // Each name with the rows that its own schema has read.
  const rows = Object.fromEntries(read) as { readonly [N in Names]: readonly z.infer<(typeof ROWS)[N]>[] };
  return { ...rows, centers, more: all.length > SHOWN_CENTERS, size: found.meta.size_after };
}
