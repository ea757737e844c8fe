/** The media types of a contact center, folded, in order of their bytes. */
export async function listMediaTypes(db: D1Database, ccid: string): Promise<readonly string[]> {
  const { results } = await db
    .prepare('SELECT media FROM media_types WHERE ccid = ?1 ORDER BY media')
    .bind(ccid)
    .all<{ readonly media: string }>();
  return results.map(({ media }) => media);
}
