import { z } from 'zod';

const named = z.array(z.object({ object: z.string() }));

/**
 * Of these keys below `history/` those that no record names: texts that a killed import left behind. An object must be an
 * hour old before it is asked for: no import waits longer with the row of a text. One lookup in an index for each key.
 */
export async function orphanedTexts(db: D1Database, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const { results } = await db
    .prepare('SELECT object FROM records WHERE object IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(keys))
    .all();
  const kept = new Set(named.parse(results).map(({ object }) => object));
  return keys.filter((key) => !kept.has(key));
}
