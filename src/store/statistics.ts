import { z } from 'zod';
import { DAY_MS, formatInstant, type Instant } from '../model/instant.ts';
import { JOB_TYPES } from '../model/records.ts';
import { STATUS_LABELS, type Status } from '../model/status.ts';

/** What is counted row by row is counted up to here: a page of figures costs the same whatever there is. */
export const COUNTED_AT_MOST = 1_000;
/** Rows of a kind that are shown. */
const SHOWN = 10;
const WEEK_MS = 7 * DAY_MS;
/** Days that are shown, today among them. */
const DAYS = 30;
/** A start that is due is made with the next minute or two; later it is overdue. */
const LATE_MS = 2 * 60_000;

const number = z.object({ n: z.number() });
const run = z.object({
  id: z.number(),
  jobId: z.number(),
  title: z.string(),
  // Object.keys of a literal table: its keys are the statuses.
  status: z.enum(Object.keys(STATUS_LABELS) as Status[]).transform((status) => STATUS_LABELS[status]),
  progress: z.number(),
  startedAt: z.string(),
  finishedAt: z.string(),
  reason: z.string(),
});
/** What is shown of a run, of its row and its answer. */
const SHOWN_OF_RUN = `id, job_id AS jobId, title, status, progress, coalesce(view ->> '$.startedAt', '') AS startedAt,
  coalesce(view ->> '$.finishedAt', '') AS finishedAt, coalesce(view ->> '$.detail.reason', '') AS reason`;
const start = z.object({ id: z.number(), title: z.string(), at: z.number() });
const day = z.object({
  day: z.string(),
  finished: z.number(),
  failed: z.number(),
  records: z.number(),
  bytes: z.number(),
});
const ROWS = {
  runs: z.object({ status: z.string(), n: z.number() }),
  jobs: z.object({ suspended: z.number(), n: z.number() }),
  running: run,
  failed: run,
  next: start,
  overdue: number,
  started: number,
  expiring: z.object({ n: z.number(), first: z.number().nullable() }),
  certificate: z.object({
    subject: z.string(),
    fingerprint: z.string(),
    notBefore: z.number(),
    notAfter: z.number(),
  }),
  beat: z.object({ at: z.string() }),
  days: day,
} as const;
type Names = keyof typeof ROWS;
export type Statistics = { readonly [N in Names]: readonly z.infer<(typeof ROWS)[N]>[] };

/** The newest rows of each type and status, so many of each: an index has them in order, and no other row is read. */
const newest = (index: string, kinds: readonly (readonly [type: string, status: string])[], order: string) =>
  kinds
    .map(
      ([type, status]) => `SELECT * FROM (SELECT * FROM runs INDEXED BY ${index}
        WHERE ccid = ?1 AND type = '${type}' AND status = '${status}'${order} DESC LIMIT ${SHOWN})`,
    )
    .join(' UNION ALL ');

/** D1 takes five terms in a compound SELECT: these are six, and come in two. */
const RUNNING = (['IN_PROGRESS', 'QUEUED'] as const)
  .map((status) => {
    const kinds = JOB_TYPES.map((type) => [type, status] as const);
    return `SELECT * FROM (${newest('runs_by_kind', kinds, ' ORDER BY id')})`;
  })
  .join(' UNION ALL ');
const FAILED = newest(
  'runs_by_kind_created',
  JOB_TYPES.map((type) => [type, 'FAILED'] as const),
  ' AND created_at > ?2 ORDER BY created_at',
);

/** The figures of a contact center, all in one transaction. Every statement is bounded: by an index, and a number of rows. */
export async function readStatistics(db: D1Database, ccid: string, now: Instant): Promise<Statistics> {
  const bounded = (from: string, shown = 'count(*) AS n') =>
    `SELECT ${shown} FROM (SELECT ${from} LIMIT ${COUNTED_AT_MOST})`;
  const statements: Readonly<Record<Names, D1PreparedStatement>> = {
    runs: db
      .prepare('SELECT status, sum(runs) AS n FROM run_counts WHERE ccid = ?1 AND job_id = 0 GROUP BY status')
      .bind(ccid),
    jobs: db
      .prepare('SELECT suspended, sum(jobs) AS n FROM job_counts WHERE ccid = ?1 GROUP BY suspended')
      .bind(ccid),
    running: db
      .prepare(`SELECT ${SHOWN_OF_RUN} FROM (${RUNNING}) ORDER BY id DESC LIMIT ${SHOWN}`)
      .bind(ccid),
    failed: db
      .prepare(`SELECT ${SHOWN_OF_RUN} FROM (${FAILED}) ORDER BY id DESC LIMIT ${SHOWN}`)
      .bind(ccid, now - WEEK_MS),
    next: db
      .prepare(
        `SELECT id, title, next_starts_at AS at FROM jobs INDEXED BY jobs_next
        WHERE ccid = ?1 AND next_starts_at IS NOT NULL ORDER BY next_starts_at, id LIMIT ${SHOWN}`,
      )
      .bind(ccid),
    overdue: db
      .prepare(
        bounded(
          '1 FROM jobs INDEXED BY jobs_next WHERE ccid = ?1 AND next_starts_at IS NOT NULL AND next_starts_at <= ?2',
        ),
      )
      .bind(ccid, now - LATE_MS),
    started: db
      .prepare(bounded('1 FROM runs INDEXED BY runs_by_created WHERE ccid = ?1 AND created_at > ?2'))
      .bind(ccid, now - DAY_MS),
    expiring: db
      .prepare(
        bounded(
          'expires_at FROM artifacts INDEXED BY artifacts_expiring WHERE ccid = ?1 AND expires_at > ?2 AND expires_at <= ?3 ORDER BY expires_at',
          'count(*) AS n, min(expires_at) AS first',
        ),
      )
      .bind(ccid, now, now + WEEK_MS),
    certificate: db
      .prepare(
        'SELECT subject, fingerprint, not_before AS notBefore, not_after AS notAfter FROM certificates WHERE ccid = ?1 ORDER BY not_after DESC LIMIT 1',
      )
      .bind(ccid),
    beat: db.prepare(`SELECT until AS at FROM sweeps WHERE prefix = 'beat'`),
    days: db
      .prepare(
        'SELECT day, finished, failed, records, bytes FROM run_days WHERE ccid = ?1 AND day >= ?2 ORDER BY day',
      )
      .bind(ccid, firstDay(now)),
  };
  // Object.keys of a literal table: its keys are the names.
  const names = Object.keys(ROWS) as Names[];
  const results = await db.batch(names.map((name) => statements[name]));
  const read = names.map((name, at) => [name, z.array(ROWS[name]).parse(results[at]?.results)]);
  // Each name with the rows that its own schema has read.
  return Object.fromEntries(read) as Statistics;
}

/** The days that are shown, oldest first. */
export const shownDays = (now: Instant): readonly string[] =>
  Array.from({ length: DAYS }, (_, at) => formatInstant(now - (DAYS - 1 - at) * DAY_MS).slice(0, 10));

const firstDay = (now: Instant): string => shownDays(now)[0] ?? '';

/** Forgets `limit` days before `before`; answers how many there were. The clock's own, for every center. */
export async function forgetDays(db: D1Database, before: Instant, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM run_days WHERE (ccid, day) IN (SELECT ccid, day FROM run_days INDEXED BY run_days_day WHERE day < ?1 LIMIT ?2)`,
    )
    .bind(formatInstant(before).slice(0, 10), limit)
    .run();
  return meta.changes;
}
