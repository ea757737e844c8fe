import { z } from 'zod';
import { runOfKey } from './object-keys.ts';

/**
 * Of these keys those that no row names and whose run is not in progress: nothing will ever ask for them. The clock's
 * own, as all of this file: it serves every center.
 */
export async function orphanedKeys(db: D1Database, keys: readonly string[]): Promise<readonly string[]> {
  const runs = [...new Set(keys.map(runOfKey).filter((id) => id !== null))];
  const [listed, active] = await db.batch([
    db
      .prepare('SELECT key FROM artifacts WHERE key IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(keys)),
    db
      .prepare(
        `SELECT id FROM runs WHERE id IN (SELECT value FROM json_each(?1)) AND status IN ('QUEUED', 'IN_PROGRESS')`,
      )
      .bind(JSON.stringify(runs)),
  ]);
  const kept = new Set(
    z
      .array(z.object({ key: z.string() }))
      .parse(listed?.results)
      .map(({ key }) => key),
  );
  const working = new Set(
    z
      .array(z.object({ id: z.number() }))
      .parse(active?.results)
      .map(({ id }) => id),
  );
  return keys.filter((key) => {
    const run = runOfKey(key);
    return run !== null && !kept.has(key) && !working.has(run);
  });
}

/** Where the last sweep below a prefix stopped; "" at the beginning. */
export async function sweptUntil(db: D1Database, prefix: string): Promise<string> {
  const row = await db
    .prepare('SELECT until FROM sweeps WHERE prefix = ?1')
    .bind(prefix)
    .first<{ until: string }>();
  return row?.until ?? '';
}

export async function rememberSweep(db: D1Database, prefix: string, until: string): Promise<void> {
  await db
    .prepare(
      'INSERT INTO sweeps (prefix, until) VALUES (?1, ?2) ON CONFLICT (prefix) DO UPDATE SET until = excluded.until',
    )
    .bind(prefix, until)
    .run();
}
