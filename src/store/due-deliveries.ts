import { and, eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { deliveries, centerWebhooks } from './schema-webhooks.ts';
import type { Delivery, Webhook } from './webhooks.ts';

/** A delivery that somebody may try now, and to whom it goes. */
export interface DueDelivery {
  readonly delivery: Delivery;
  readonly webhook: Webhook;
}

/** A try that nobody heard the end of is over after so long. */
const TRY_MS = 60_000;

/**
 * Claims deliveries that are due, of each webhook and job the first alone: what happened later is told later. Each counts as a try, and
 * is not claimed again for a minute. The clock's own, for every center.
 */
export async function claimDue(db: D1Database, now: Instant, limit: number): Promise<readonly DueDelivery[]> {
  const d1 = drizzle(db);
  const first = sql`(SELECT d.id FROM deliveries AS d INDEXED BY deliveries_due WHERE d.state = 'waiting' AND d.next_at <= ${now}
    AND NOT EXISTS (SELECT 1 FROM deliveries AS e INDEXED BY deliveries_in_order
      WHERE e.webhook = d.webhook AND e.job_id = d.job_id AND e.id < d.id AND e.state = 'waiting')
    ORDER BY d.next_at LIMIT ${limit})`;
  const claimed = await d1
    .update(deliveries)
    .set({
      tries: sql`tries + 1`,
      nextAt: now + TRY_MS,
      firstTriedAt: sql`coalesce(first_tried_at, ${now})`,
      lastTriedAt: now,
    })
    .where(sql`${deliveries.id} IN ${first}`)
    .returning();
  if (claimed.length === 0) return [];
  const names = [...new Set(claimed.map(({ webhook }) => webhook))];
  const found = await d1.select().from(centerWebhooks).where(inArray(centerWebhooks.id, names)).all();
  const byId = new Map(found.map((webhook) => [webhook.id, webhook]));
  return claimed.flatMap((delivery) => {
    const webhook = byId.get(delivery.webhook);
    return webhook ? [{ delivery, webhook }] : [];
  });
}

/** What a webhook answered: a status and the beginning of a text, or why there was no answer. */
export interface HookAnswer {
  readonly status: number | null;
  readonly answer: string;
}

const ofDelivery = ({ id, webhook }: Delivery) => and(eq(deliveries.id, id), eq(deliveries.webhook, webhook));

/** A delivery has come; of the audit log, up to which link. */
export async function delivered(
  db: D1Database,
  delivery: Delivery,
  { auditTo, ...answered }: HookAnswer & { readonly auditTo?: number | undefined },
): Promise<void> {
  const d1 = drizzle(db);
  const { webhook, ccid } = delivery;
  await d1.batch([
    d1
      .update(deliveries)
      .set({ state: 'delivered', ...answered })
      .where(ofDelivery(delivery)),
    d1
      .update(centerWebhooks)
      .set({
        failingSince: null,
        ...(auditTo === undefined ? {} : { auditTo: sql`max(audit_to, ${auditTo})` }),
      })
      .where(and(eq(centerWebhooks.id, webhook), eq(centerWebhooks.ccid, ccid))),
  ]);
}

/** A delivery has not come: it is tried again at `nextAt`, and what follows it not before; null: no more. Answers its webhook's failing. */
export async function undelivered(
  db: D1Database,
  delivery: Delivery,
  { now, nextAt, ...answered }: HookAnswer & { readonly now: Instant; readonly nextAt: Instant | null },
): Promise<Instant> {
  const d1 = drizzle(db);
  const { webhook, ccid, jobId } = delivery;
  const following = and(
    eq(deliveries.webhook, webhook),
    eq(deliveries.jobId, jobId),
    eq(deliveries.state, 'waiting'),
  );
  const [, , failing] = await d1.batch([
    d1
      .update(deliveries)
      .set({ state: nextAt === null ? 'given-up' : 'waiting', ...answered })
      .where(ofDelivery(delivery)),
    d1
      .update(deliveries)
      .set({ nextAt: sql`max(next_at, ${nextAt ?? now})` })
      .where(following),
    d1
      .update(centerWebhooks)
      .set({ failingSince: sql`coalesce(failing_since, ${now})` })
      .where(and(eq(centerWebhooks.id, webhook), eq(centerWebhooks.ccid, ccid)))
      .returning({ since: centerWebhooks.failingSince }),
  ]);
  return failing[0]?.since ?? now;
}

/** A delivery is not tried any more. */
export async function givenUp(db: D1Database, delivery: Delivery): Promise<void> {
  await drizzle(db).update(deliveries).set({ state: 'given-up' }).where(ofDelivery(delivery));
}

/** Tells a webhook nothing any more: it has failed for too long. */
export async function disableFailing(
  db: D1Database,
  { id, ccid }: Pick<Webhook, 'id' | 'ccid'>,
  now: Instant,
): Promise<void> {
  const d1 = drizzle(db);
  await d1.batch([
    d1
      .update(centerWebhooks)
      .set({ disabledAt: now, disabledBy: 'failures' })
      .where(and(eq(centerWebhooks.id, id), eq(centerWebhooks.ccid, ccid))),
    d1
      .update(deliveries)
      .set({ state: 'given-up' })
      .where(and(eq(deliveries.webhook, id), eq(deliveries.state, 'waiting'))),
  ]);
}
