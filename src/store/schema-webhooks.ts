import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DeliveryState, ToldEvent } from '../model/webhook.ts';

/** Where a contact center is told what happens. */
export const centerWebhooks = sqliteTable(
  'webhooks',
  {
    id: text().primaryKey(),
    ccid: text().notNull(),
    /** The one job that it is told of; null: all. */
    jobId: integer('job_id'),
    url: text().notNull(),
    events: text({ mode: 'json' }).notNull().$type<readonly ToldEvent[]>(),
    /** Wrapped under WRAP_KEYS, as the one before it, which signs as well until `previousUntil`. */
    secret: text().notNull(),
    previousSecret: text('previous_secret'),
    previousUntil: integer('previous_until'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Since when every delivery failed; null after one that came. */
    failingSince: integer('failing_since'),
    disabledAt: integer('disabled_at'),
    disabledBy: text('disabled_by').$type<'failures' | 'somebody'>(),
    /** Of a stream of the audit log the last link that it took; null of all others. */
    auditTo: integer('audit_to'),
  },
  (table) => [
    index('webhooks_by_center').on(table.ccid, table.createdAt),
    index('webhooks_audit')
      .on(table.id)
      .where(sql`audit_to IS NOT NULL`),
  ],
);

/** What is to be told to a webhook, and what came of it. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    /** In the order in which things happened, of each job. */
    id: integer().primaryKey(),
    webhook: text().notNull(),
    /** Tells the event from all others of the contact center: the receiver's `webhook-id`. */
    eventId: text('event_id').notNull(),
    ccid: text().notNull(),
    /** 0 where it is no job's. */
    jobId: integer('job_id').notNull(),
    event: text().notNull().$type<ToldEvent>(),
    data: text({ mode: 'json' }).notNull().$type<Readonly<Record<string, unknown>>>(),
    /** When it happened. */
    at: integer().notNull(),
    state: text().notNull().$type<DeliveryState>(),
    nextAt: integer('next_at').notNull(),
    tries: integer().notNull(),
    firstTriedAt: integer('first_tried_at'),
    lastTriedAt: integer('last_tried_at'),
    /** The HTTP status of the last answer; null where there was none. */
    status: integer(),
    /** The beginning of the last answer, or why there was none. */
    answer: text().notNull(),
  },
  (table) => [
    uniqueIndex('deliveries_event').on(table.ccid, table.webhook, table.eventId),
    index('deliveries_list').on(table.ccid, table.webhook, table.id),
    index('deliveries_due')
      .on(table.nextAt)
      .where(sql`state = 'waiting'`),
    index('deliveries_in_order')
      .on(table.webhook, table.jobId, table.id)
      .where(sql`state = 'waiting'`),
    index('deliveries_age').on(table.at),
  ],
);
