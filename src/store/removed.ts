import type { Instant } from '../model/instant.ts';

/**
 * Forgets of `limit` jobs and history items that they were deleted, if that was before `before`; answers how many there were. The
 * clock's own: it serves every center. Reads all rows, a week's deletions: an index would cost every deletion a row written.
 */
export async function forgetRemoved(db: D1Database, before: Instant, limit: number): Promise<number> {
  const { meta } = await db
    .prepare('DELETE FROM removed WHERE id IN (SELECT id FROM removed WHERE at < ?1 LIMIT ?2)')
    .bind(before, limit)
    .run();
  return meta.changes;
}
