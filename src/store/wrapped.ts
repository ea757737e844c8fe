import type { Instant } from '../model/instant.ts';

/*
 * What D1 has wrapped under WRAP_KEYS, over all contact centers: the operator alone asks for it. What is wrapped begins with the id of its
 * key and a dot.
 */

/** Where something wrapped stands; null or "" where there is nothing. */
export const WRAPPED = {
  'second-factors': { table: 'second_factors', column: 'secret', owner: 'user_name' },
  webhooks: { table: 'webhooks', column: 'secret', owner: 'id' },
  'webhooks-before': { table: 'webhooks', column: 'previous_secret', owner: 'id' },
  issuers: { table: 'issuers', column: 'client_secret', owner: 'id' },
} as const;
export type WrappedIn = keyof typeof WRAPPED;

/** One wrapped text. `owner` is the user's name, or the id of the webhook or issuer. */
export interface WrappedRow {
  readonly at: number;
  readonly ccid: string;
  readonly owner: string;
  readonly text: string;
}

/** How many texts are under each key, by its id. */
export async function countWrapped(
  db: D1Database,
  where: WrappedIn,
): Promise<readonly { readonly id: string; readonly count: number }[]> {
  const { table, column } = WRAPPED[where];
  const { results } = await db
    .prepare(
      `SELECT substr(${column}, 1, instr(${column}, '.') - 1) AS id, count(*) AS count FROM ${table} WHERE ${column} <> '' GROUP BY 1`,
    )
    .all<{ id: string; count: number }>();
  return results;
}

/** Texts behind a row that are not under the key `id`, in the order of rows. */
export async function wrappedByOthers(
  db: D1Database,
  where: WrappedIn,
  { id, after, limit }: { readonly id: string; readonly after: number; readonly limit: number },
): Promise<readonly WrappedRow[]> {
  const { table, column, owner } = WRAPPED[where];
  const { results } = await db
    .prepare(
      `SELECT rowid AS at, ccid, ${owner} AS owner, ${column} AS text FROM ${table}
       WHERE rowid > ?1 AND ${column} <> '' AND substr(${column}, 1, length(?2) + 1) <> ?2 || '.' ORDER BY rowid LIMIT ?3`,
    )
    .bind(after, id, limit)
    .all<WrappedRow>();
  return results;
}

/** Puts texts that were wrapped anew in the place of what they were made of; answers how many were still that. */
export async function putWrapped(
  db: D1Database,
  where: WrappedIn,
  rows: readonly (WrappedRow & { readonly becomes: string })[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { table, column } = WRAPPED[where];
  const put = db.prepare(`UPDATE ${table} SET ${column} = ?1 WHERE rowid = ?2 AND ${column} = ?3`);
  const done = await db.batch(rows.map(({ at, text, becomes }) => put.bind(becomes, at, text)));
  return done.reduce((sum, { meta }) => sum + meta.changes, 0);
}

/** Jobs behind an id that have a destination, in order: their objects keep its secret. One query over the index that holds no others. */
export async function jobsWithDestination(
  db: D1Database,
  after: number,
  limit: number,
): Promise<readonly { readonly ccid: string; readonly id: number }[]> {
  const { results } = await db
    .prepare(`SELECT ccid, id FROM ${WITH_DESTINATION} AND id > ?1 ORDER BY id LIMIT ?2`)
    .bind(after, limit)
    .all<{ ccid: string; id: number }>();
  return results;
}

/** How many jobs have a destination. */
export async function countJobsWithDestination(db: D1Database): Promise<number> {
  const count = await db.prepare(`SELECT count(*) AS count FROM ${WITH_DESTINATION}`).first<number>('count');
  return count ?? 0;
}

const WITH_DESTINATION = `jobs INDEXED BY jobs_delivering WHERE view ->> '$.destination.bucket' IS NOT NULL`;

/**
 * Jobs whose run was begun before `since` and is in progress still: its open volume may be under a key from before, until its next slice.
 * One query over the index of active jobs.
 */
export async function runsBegunBefore(db: D1Database, since: Instant): Promise<number> {
  const count = await db
    .prepare(
      `SELECT count(*) AS count FROM jobs INDEXED BY jobs_active
       WHERE status IN ('QUEUED', 'IN_PROGRESS') AND status = 'IN_PROGRESS' AND coalesce(started_at, 0) < ?1`,
    )
    .bind(since)
    .first<number>('count');
  return count ?? 0;
}
