import { and, eq, sql, type SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { contains } from './lists/filters.ts';
import { listInAnyOrder } from './lists/in-any-order.ts';
import type { List, ListRequest } from './lists/list.ts';
import { clients } from './schema-access.ts';

/** A program that signs in, itself or on behalf of users. */
export type Client = typeof clients.$inferSelect;

/** What a list of clients can be ordered by. */
export const CLIENT_ORDERS = {
  createdDate: clients.createdAt,
  name: clients.nameFolded,
} as const satisfies Record<string, SQLWrapper>;
export type ClientOrder = keyof typeof CLIENT_ORDERS;

const keyed = (ccid: string, id: string) => and(eq(clients.ccid, ccid), eq(clients.id, id));

/** The OAuth client of an id, or null. It tells the contact center, so the query names none. */
export async function findClient(db: D1Database, id: string): Promise<Client | null> {
  const row = await drizzle(db).select().from(clients).where(eq(clients.id, id)).get();
  return row ?? null;
}

/** The client of a name in a contact center, or null. */
export async function findClientNamed(
  db: D1Database,
  { ccid, name }: Pick<Client, 'ccid' | 'name'>,
): Promise<Client | null> {
  const named = and(eq(clients.ccid, ccid), eq(clients.name, name));
  return (await drizzle(db).select().from(clients).where(named).get()) ?? null;
}

/** Keeps another hash of the same secret. */
export async function rehashSecret(
  db: D1Database,
  { ccid, id, secretHash: from }: Client,
  secretHash: string,
): Promise<void> {
  await drizzle(db)
    .update(clients)
    .set({ secretHash })
    .where(and(keyed(ccid, id), eq(clients.secretHash, from)));
}

/** The contact center's clients that match. */
export function listClients(
  db: D1Database,
  ccid: string,
  { filter, request }: { filter: { readonly name?: string | undefined }; request: ListRequest<ClientOrder> },
): Promise<List<{ readonly client: Client }>> {
  const where = and(eq(clients.ccid, ccid), contains(clients.nameFolded, filter.name));
  const ordering = { key: CLIENT_ORDERS[request.order], tie: clients.id, descending: request.descending };
  return listInAnyOrder(db, request, {
    scan: { from: sql`${clients}`, where, ...ordering },
    count: null,
    fetch: async (ids) => {
      const wanted = sql`${clients.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      const found = await drizzle(db)
        .select()
        .from(clients)
        .where(and(eq(clients.ccid, ccid), wanted));
      return found.map((client) => ({ tie: client.id, client }));
    },
  });
}

/** Adds a client; false where the contact center has one of this name. */
export async function addClient(db: D1Database, client: typeof clients.$inferInsert): Promise<boolean> {
  const added = await drizzle(db)
    .insert(clients)
    .values(client)
    .onConflictDoNothing()
    .returning({ id: clients.id });
  return added.length === 1;
}

/** A client's id, and the roles that it was judged by. */
type JudgedClient = Pick<Client, 'ccid' | 'id' | 'roles'>;

const stillSo = ({ ccid, id, roles }: JudgedClient) =>
  and(keyed(ccid, id), sql`json(clients.roles) = json(${JSON.stringify(roles)})`);

/** What of a client can be changed; what is undefined stays as it is. */
type ClientChange = {
  readonly [M in 'name' | 'nameFolded' | 'roles' | 'redirectUris']: Client[M] | undefined;
};

/**
 * Changes a client; answers it as it is then, or null where it is gone, has other roles than it was judged by, or the contact center has
 * another one of that name.
 */
export async function changeClient(
  db: D1Database,
  judged: JudgedClient,
  change: ClientChange,
): Promise<Client | null> {
  const { ccid, id } = judged;
  const free =
    change.name === undefined
      ? undefined
      : sql`NOT EXISTS (SELECT 1 FROM clients AS other
          WHERE other.ccid = ${ccid} AND other.name = ${change.name} AND other.id <> ${id})`;
  const [changed] = await drizzle(db)
    .update(clients)
    .set({ ...change, id })
    .where(and(stillSo(judged), free))
    .returning();
  return changed ?? null;
}

/**
 * Puts another secret, by its hash, in the place of a client's, as of `now`, or of a moment later where the clock says nothing new; null
 * where the client is gone, or has other roles or another secret than it was judged by: of two at once one brings a secret.
 */
export async function replaceSecret(
  db: D1Database,
  judged: JudgedClient & Pick<Client, 'secretHash'>,
  { secretHash, now }: { readonly secretHash: string; readonly now: Instant },
): Promise<Client | null> {
  const secretChangedAt = sql`max(${now}, ${clients.secretChangedAt} + 1)`;
  const [replaced] = await drizzle(db)
    .update(clients)
    .set({ secretHash, secretChangedAt })
    .where(and(stillSo(judged), eq(clients.secretHash, judged.secretHash)))
    .returning();
  return replaced ?? null;
}

/** Removes a client; null where it is gone, or has other roles than it was judged by. */
export async function removeClient(db: D1Database, judged: JudgedClient): Promise<Client | null> {
  const [removed] = await drizzle(db).delete(clients).where(stillSo(judged)).returning();
  return removed ?? null;
}
