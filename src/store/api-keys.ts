import { and, eq, exists, isNull, lt, lte, not, or, sql, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { contains } from './lists/filters.ts';
import { listInAnyOrder } from './lists/in-any-order.ts';
import type { List, ListRequest } from './lists/list.ts';
import { apiKeys, centerSettings } from './schema-access.ts';

/** A key that a contact center gives to a machine. */
export type ApiKey = typeof apiKeys.$inferSelect;

/** What a list of keys can be ordered by; a key that was never used, or never expires, comes first. */
export const API_KEY_ORDERS = {
  createdDate: apiKeys.createdAt,
  name: apiKeys.nameFolded,
  lastUsedAt: sql`coalesce(${apiKeys.lastUsedAt}, -1)`,
  expiresAt: sql`coalesce(${apiKeys.expiresAt}, -1)`,
} as const satisfies Record<string, SQLWrapper>;
export type ApiKeyOrder = keyof typeof API_KEY_ORDERS;

const keyed = (ccid: string, id: string) => and(eq(apiKeys.ccid, ccid), eq(apiKeys.id, id));

/** The contact center's key of an id, or null. */
export async function findApiKey(db: D1Database, ccid: string, id: string): Promise<ApiKey | null> {
  const row = await drizzle(db).select().from(apiKeys).where(keyed(ccid, id)).get();
  return row ?? null;
}

/** The key of a SHA-256, or null. The key itself tells the contact center, so the query names none. */
export async function findApiKeyByHash(db: D1Database, hash: string): Promise<ApiKey | null> {
  const row = await drizzle(db).select().from(apiKeys).where(eq(apiKeys.hash, hash)).get();
  return row ?? null;
}

/** The contact center's keys that match. */
export function listApiKeys(
  db: D1Database,
  ccid: string,
  { filter, request }: { filter: { readonly name?: string | undefined }; request: ListRequest<ApiKeyOrder> },
): Promise<List<{ readonly apiKey: ApiKey }>> {
  const where = and(eq(apiKeys.ccid, ccid), contains(apiKeys.nameFolded, filter.name));
  const ordering = { key: API_KEY_ORDERS[request.order], tie: apiKeys.id, descending: request.descending };
  return listInAnyOrder(db, request, {
    scan: { from: sql`${apiKeys}`, where, ...ordering },
    count: null,
    fetch: async (ids) => {
      const wanted = sql`${apiKeys.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const found = await drizzle(db)
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.ccid, ccid), wanted));
      return found.map((apiKey) => ({ tie: apiKey.id, apiKey }));
    },
  });
}

/** Adds a key; false where the contact center has one of this name. */
export async function addApiKey(db: D1Database, key: ApiKey): Promise<boolean> {
  const added = await drizzle(db)
    .insert(apiKeys)
    .values(key)
    .onConflictDoNothing()
    .returning({ id: apiKeys.id });
  return added.length === 1;
}

/** A key's id, and the roles that it was judged by. */
type JudgedKey = Pick<ApiKey, 'ccid' | 'id' | 'roles'>;

const stillSo = ({ ccid, id, roles }: JudgedKey) =>
  and(keyed(ccid, id), sql`json(api_keys.roles) IS json(${roles && JSON.stringify(roles)})`);

/** What of a key can be changed; what is undefined stays as it is. */
type KeyChange = {
  readonly [M in 'name' | 'nameFolded' | 'roles' | 'expiresAt']: ApiKey[M] | undefined;
};

/**
 * Changes a key; answers it as it is then, or null where it is gone, has other roles than it was judged by, or the contact center has
 * another one of that name.
 */
export async function changeApiKey(
  db: D1Database,
  judged: JudgedKey,
  change: KeyChange,
): Promise<ApiKey | null> {
  const { ccid, id } = judged;
  const free =
    change.name === undefined
      ? undefined
      : sql`NOT EXISTS (SELECT 1 FROM api_keys AS other
          WHERE other.ccid = ${ccid} AND other.name = ${change.name} AND other.id <> ${id})`;
  const [changed] = await drizzle(db)
    .update(apiKeys)
    .set({ ...change, id })
    .where(and(stillSo(judged), free))
    .returning();
  return changed ?? null;
}

/** Puts another key, by its hash, in the place of one; it was not used yet. Null where it is gone, has other roles than it was judged by, or was replaced since. */
export async function replaceApiKey(
  db: D1Database,
  judged: JudgedKey & Pick<ApiKey, 'hash'>,
  hash: string,
): Promise<ApiKey | null> {
  const [replaced] = await drizzle(db)
    .update(apiKeys)
    .set({ hash, lastUsedAt: null })
    .where(and(stillSo(judged), eq(apiKeys.hash, judged.hash)))
    .returning();
  return replaced ?? null;
}

/** Removes a key; null where it is gone, has other roles than it was judged by, and of the last one that is good at `now` where the contact center demands one. */
export async function removeApiKey(db: D1Database, judged: JudgedKey, now: Instant): Promise<ApiKey | null> {
  const { ccid, id } = judged;
  const d1 = drizzle(db);
  const demanding = and(eq(centerSettings.ccid, ccid), eq(centerSettings.requireApiKey, true));
  const demanded = exists(d1.select({ ccid: centerSettings.ccid }).from(centerSettings).where(demanding));
  const another = sql`EXISTS (SELECT 1 FROM api_keys AS other WHERE other.ccid = ${ccid} AND other.id <> ${id}
    AND (other.expires_at IS NULL OR other.expires_at > ${now}))`;
  const spare = or(not(demanded), lte(apiKeys.expiresAt, now), another);
  const [removed] = await d1
    .delete(apiKeys)
    .where(and(stillSo(judged), spare))
    .returning();
  return removed ?? null;
}

/** Whether the contact center has a key that is good at `now`. */
export async function hasApiKey(db: D1Database, ccid: string, now: Instant): Promise<boolean> {
  const good = or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > ${now}`);
  const row = await drizzle(db)
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.ccid, ccid), good))
    .get();
  return row !== undefined;
}

/** Writes down that a key is used at `now`, where that was last written before `since`. */
export async function noteApiKeyUse(
  db: D1Database,
  { ccid, id }: ApiKey,
  { now, since }: { now: Instant; since: Instant },
): Promise<void> {
  await drizzle(db)
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(keyed(ccid, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, since))));
}
