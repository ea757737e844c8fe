import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Kind, SeenType } from '../model/records.ts';

/** Runs by job (0: the whole center), type, status and source, kept by triggers on `runs`. */
export const runCounts = sqliteTable(
  'run_counts',
  {
    ccid: text().notNull(),
    jobId: integer('job_id').notNull(),
    type: text().notNull(),
    status: text().notNull(),
    source: text().notNull(),
    runs: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.jobId, table.type, table.status, table.source] })],
);

/** Jobs by type, source, schedule type and state, kept by triggers on `jobs`. */
export const jobCounts = sqliteTable(
  'job_counts',
  {
    ccid: text().notNull(),
    type: text().notNull(),
    source: text().notNull(),
    scheduleType: text('schedule_type').notNull(),
    suspended: integer({ mode: 'boolean' }).notNull(),
    jobs: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ccid, table.type, table.source, table.scheduleType, table.suspended] }),
  ],
);

/** Keys of imported records that no schema names, at most 1,000 a contact center. */
export const seenKeys = sqliteTable(
  'seen_keys',
  {
    ccid: text().notNull(),
    kind: text().notNull().$type<Kind>(),
    name: text().notNull(),
    type: text().notNull().$type<SeenType>(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.kind, table.name] })],
);

/** Ids of jobs and history items that were deleted: a late projection of one is refused. */
export const removed = sqliteTable('removed', {
  id: integer().primaryKey(),
  at: integer().notNull(),
});

/** The operator's limits of a contact center; null is the default (src/model/limits.ts). */
export const limits = sqliteTable('limits', {
  ccid: text().primaryKey(),
  runs: integer(),
  jobs: integer(),
  historyItems: integer('history_items'),
  historyDays: integer('history_days'),
  recordBytes: integer('record_bytes'),
  suspendedAt: integer('suspended_at'),
});
