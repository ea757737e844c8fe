/** Notes that a contact center has records, before the first of them comes: retention goes through these. One statement. */
export async function rememberCenter(db: D1Database, ccid: string): Promise<void> {
  await db.prepare('INSERT INTO record_centers (ccid) VALUES (?1) ON CONFLICT DO NOTHING').bind(ccid).run();
}

/** Whether a contact center has had records. */
export const hasRecords = async (db: D1Database, ccid: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM record_centers WHERE ccid = ?1').bind(ccid).first()) !== null;

/** Contact centers that had records, behind `after` ("" for the first ones), in order: one statement. */
export async function recordCenters(
  db: D1Database,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { results } = await db
    .prepare('SELECT ccid FROM record_centers WHERE ccid > ?1 ORDER BY ccid LIMIT ?2')
    .bind(after, limit)
    .all<{ ccid: string }>();
  return results.map(({ ccid }) => ccid);
}
