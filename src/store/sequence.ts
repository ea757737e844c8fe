/**
 * Draws `count` ids from the one growing sequence of job ids and history ids; answers the first. One statement, so two
 * callers never get the same number.
 */
export async function drawIds(db: D1Database, count: number): Promise<number> {
  const row = await db
    .prepare(
      `INSERT INTO sequences (name, value) VALUES ('id', ?1)
       ON CONFLICT (name) DO UPDATE SET value = value + ?1 RETURNING value`,
    )
    .bind(count)
    .first<{ value: number }>();
  if (!row) throw new Error('the id sequence answered nothing');
  return row.value - count + 1;
}
