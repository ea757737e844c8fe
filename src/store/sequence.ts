import { inRequest } from '../platform/database.ts';

/**
 * Draws `count` ids from the one growing sequence of job ids and history ids; answers the first. One statement, so two
 * callers never get the same number. Drawn again where the answer was lost: ids that nobody took are no loss.
 */
export async function drawIds(db: D1Database, count: number): Promise<number> {
  const statement = db
    .prepare(
      `INSERT INTO sequences (name, value) VALUES ('id', ?1)
       ON CONFLICT (name) DO UPDATE SET value = value + ?1 RETURNING value`,
    )
    .bind(count);
  const row = await inRequest(() => statement.first<{ value: number }>());
  if (!row) throw new Error('the id sequence answered nothing');
  return row.value - count + 1;
}

/** Lifts the sequence to `value` at least: ids up to there were drawn before D1 was set back. */
export async function liftSequence(db: D1Database, value: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO sequences (name, value) VALUES ('id', ?1)
       ON CONFLICT (name) DO UPDATE SET value = max(value, ?1)`,
    )
    .bind(value)
    .run();
}

/** The last id that D1 knows to have been drawn; 0 before the first. */
export async function lastId(db: D1Database): Promise<number> {
  const row = await db.prepare(`SELECT value FROM sequences WHERE name = 'id'`).first<{ value: number }>();
  return row?.value ?? 0;
}
