/*
 * Ids of jobs and history items that come back with a backup: they were drawn by another deployment, or by this one before it lost them.
 */

/** The first of these ids that a job or history item of another contact center has; null where none has. */
export async function idOfAnother(
  db: D1Database,
  ccid: string,
  ids: readonly number[],
): Promise<number | null> {
  const among = '(SELECT value FROM json_each(?1))';
  const row = await db
    .prepare(
      `SELECT id FROM jobs WHERE id IN ${among} AND ccid <> ?2 UNION ALL SELECT id FROM runs WHERE id IN ${among} AND ccid <> ?2 LIMIT 1`,
    )
    .bind(JSON.stringify(ids), ccid)
    .first<{ id: number }>();
  return row?.id ?? null;
}

/** Forgets that these ids were deleted: projections of them are to land again. */
export async function unremove(db: D1Database, ids: readonly number[]): Promise<void> {
  await db
    .prepare('DELETE FROM removed WHERE id IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(ids))
    .run();
}

/** How many jobs and history items D1 shows of a contact center. */
export async function countShown(
  db: D1Database,
  ccid: string,
): Promise<{ readonly jobs: number; readonly runs: number }> {
  const row = await db
    .prepare(
      'SELECT (SELECT count(*) FROM jobs WHERE ccid = ?1) AS jobs, (SELECT count(*) FROM runs WHERE ccid = ?1) AS runs',
    )
    .bind(ccid)
    .first<{ jobs: number; runs: number }>();
  return row ?? { jobs: 0, runs: 0 };
}
