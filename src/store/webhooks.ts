import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { MAX_STREAMS, MAX_WEBHOOKS } from '../model/webhook.ts';
import { asColumns } from './as-columns.ts';
import { deliveries, centerWebhooks } from './schema-webhooks.ts';

/** Where a contact center is told what happens. */
export type Webhook = typeof centerWebhooks.$inferSelect;
/** What is to be told to one, and what came of it. */
export type Delivery = typeof deliveries.$inferSelect;

/** What a webhook is told: what happens to runs, files and certificates, or what the audit log has. Who manages the ones need not know the others. */
export type WebhookKind = 'events' | 'audit';

const ofKind = (kind: WebhookKind) =>
  kind === 'audit' ? isNotNull(centerWebhooks.auditTo) : isNull(centerWebhooks.auditTo);
const kindOf = ({ auditTo }: Pick<Webhook, 'auditTo'>): WebhookKind =>
  auditTo === null ? 'events' : 'audit';
/** How many of a kind a contact center may have. */
export const MOST_WEBHOOKS: Readonly<Record<WebhookKind, number>> = {
  events: MAX_WEBHOOKS,
  audit: MAX_STREAMS,
};

/** A contact center's webhooks of a kind, the oldest first. */
export const listWebhooks = (db: D1Database, ccid: string, kind: WebhookKind): Promise<readonly Webhook[]> =>
  drizzle(db)
    .select()
    .from(centerWebhooks)
    .where(and(eq(centerWebhooks.ccid, ccid), ofKind(kind)))
    .orderBy(asc(centerWebhooks.createdAt), asc(centerWebhooks.id))
    .all();

const one = (ccid: string, id: string) => and(eq(centerWebhooks.ccid, ccid), eq(centerWebhooks.id, id));

/** A contact center's webhook of an id and a kind, or null. */
export async function findWebhook(
  db: D1Database,
  ccid: string,
  { id, kind }: { readonly id: string; readonly kind: WebhookKind },
): Promise<Webhook | null> {
  const row = await drizzle(db)
    .select()
    .from(centerWebhooks)
    .where(and(one(ccid, id), ofKind(kind)))
    .get();
  return row ?? null;
}

/** Adds a webhook; false where there are as many as may be. */
export async function addWebhook(db: D1Database, webhook: Webhook): Promise<boolean> {
  const kind = kindOf(webhook);
  const few = sql`(SELECT count(*) FROM webhooks WHERE ccid = ${webhook.ccid}
    AND (audit_to IS NULL) = ${kind === 'events' ? 1 : 0}) < ${MOST_WEBHOOKS[kind]}`;
  const added = await drizzle(db)
    .insert(centerWebhooks)
    .select((select) =>
      select
        .select(asColumns(centerWebhooks, webhook))
        .from(sql`(SELECT 1)`)
        .where(few),
    )
    .returning({ id: centerWebhooks.id });
  return added.length === 1;
}

/** What of a webhook can be changed. */
type WebhookChange = {
  readonly [
    M in
      | 'url'
      | 'events'
      | 'secret'
      | 'previousSecret'
      | 'previousUntil'
      | 'failingSince'
      | 'disabledAt'
      | 'disabledBy'
  ]?: Webhook[M] | undefined;
};

/** Changes a webhook; answers it as it is then, or null where there is none. */
export async function changeWebhook(
  db: D1Database,
  { ccid, id }: Pick<Webhook, 'ccid' | 'id'>,
  change: WebhookChange,
): Promise<Webhook | null> {
  // With the id, which changes nothing: D1 is told of no update without a column.
  const set = { ...change, id };
  const [changed] = await drizzle(db).update(centerWebhooks).set(set).where(one(ccid, id)).returning();
  return changed ?? null;
}

/** Removes a webhook with its deliveries; false where there is none. */
export async function removeWebhook(
  db: D1Database,
  ccid: string,
  { id, kind }: { readonly id: string; readonly kind: WebhookKind },
): Promise<boolean> {
  const d1 = drizzle(db);
  if ((await findWebhook(db, ccid, { id, kind })) === null) return false;
  const [removed] = await d1.batch([
    d1.delete(centerWebhooks).where(one(ccid, id)).returning({ id: centerWebhooks.id }),
    d1.delete(deliveries).where(and(eq(deliveries.ccid, ccid), eq(deliveries.webhook, id))),
  ]);
  return removed.length === 1;
}

/** The newest deliveries of a webhook. */
export const newestDeliveries = (
  db: D1Database,
  { ccid, id }: Pick<Webhook, 'ccid' | 'id'>,
  limit: number,
): Promise<readonly Delivery[]> =>
  drizzle(db)
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.webhook, id), eq(deliveries.ccid, ccid)))
    .orderBy(desc(deliveries.id))
    .limit(limit)
    .all();

/** Forgets `limit` deliveries that are over, of before a time; answers how many there were. The clock's own, for every center. */
export async function forgetDeliveries(db: D1Database, before: Instant, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries INDEXED BY deliveries_age WHERE at < ?1 AND state <> 'waiting' LIMIT ?2)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
