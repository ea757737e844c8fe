import { and, asc, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Kind, SeenType } from '../model/records.ts';
import { seenKeys } from './schema-lists.ts';

/** Keys that are remembered of one contact center at most (`data/attributes`). */
const MAX_KEYS = 1_000;
/** Characters of a key that is remembered at most; longer ones are data that came as a key. */
const MAX_NAME = 255;

/** A key of imported records that their schema does not name, and the JSON type that it was first seen with. */
export interface SeenKey {
  readonly kind: Kind;
  readonly name: string;
  readonly type: SeenType;
}

/**
 * Remembers keys that import has seen, in one statement. Known ones change nothing and none is added beyond MAX_KEYS, so it
 * may be called with the same keys again; an import that keeps what it has told calls with new ones only. `keys` may have
 * 1 MB as JSON.
 */
export async function rememberKeys(db: D1Database, ccid: string, keys: readonly SeenKey[]): Promise<void> {
  const fitting = keys.filter(({ name }) => name.length <= MAX_NAME);
  if (fitting.length === 0) return;
  await db
    .prepare(
      `INSERT INTO seen_keys (ccid, kind, name, type)
       SELECT DISTINCT ?1, value ->> '$.kind', value ->> '$.name', value ->> '$.type' FROM json_each(?2) AS given
       WHERE NOT EXISTS (SELECT 1 FROM seen_keys AS s
         WHERE s.ccid = ?1 AND s.kind = given.value ->> '$.kind' AND s.name = given.value ->> '$.name')
       LIMIT max(0, ?3 - (SELECT count(*) FROM seen_keys WHERE ccid = ?1))
       ON CONFLICT DO NOTHING`,
    )
    .bind(ccid, JSON.stringify(fitting), MAX_KEYS)
    .run();
}

/** The keys that import has seen in records of these kinds, by kind and name. */
export function listSeenKeys(db: D1Database, ccid: string, kinds: readonly Kind[]): Promise<SeenKey[]> {
  return drizzle(db)
    .select({ kind: seenKeys.kind, name: seenKeys.name, type: seenKeys.type })
    .from(seenKeys)
    .where(and(eq(seenKeys.ccid, ccid), inArray(seenKeys.kind, [...kinds])))
    .orderBy(asc(seenKeys.kind), asc(seenKeys.name));
}
