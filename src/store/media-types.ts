/** Media types that are kept of one contact center at most. */
export const MAX_MEDIA_TYPES = 1_000;

/** The media types of a contact center, folded, in order of their bytes. */
export async function listMediaTypes(db: D1Database, ccid: string): Promise<readonly string[]> {
  const { results } = await db
    .prepare('SELECT media FROM media_types WHERE ccid = ?1 ORDER BY media')
    .bind(ccid)
    .all<{ readonly media: string }>();
  return results.map(({ media }) => media);
}

/** Adds media types, as far as there is room, in one statement. Known ones change nothing. */
export async function addMediaTypes(db: D1Database, ccid: string, added: readonly string[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO media_types (ccid, media)
       SELECT ?1, value FROM json_each(?2) AS given
       WHERE NOT EXISTS (SELECT 1 FROM media_types AS m WHERE m.ccid = ?1 AND m.media = given.value)
       LIMIT max(0, ?3 - (SELECT count(*) FROM media_types WHERE ccid = ?1))
       ON CONFLICT DO NOTHING`,
    )
    .bind(ccid, JSON.stringify(added), MAX_MEDIA_TYPES)
    .run();
}
