import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WorkKind } from '../model/work.ts';

/** What is counted of it. */
function counted() {
  return {
    invocations: integer().notNull(),
    milliseconds: integer().notNull(),
    d1RowsRead: integer('d1_rows_read').notNull(),
    d1RowsWritten: integer('d1_rows_written').notNull(),
    r2ClassA: integer('r2_class_a').notNull(),
    r2ClassB: integer('r2_class_b').notNull(),
    queueOperations: integer('queue_operations').notNull(),
    objectRequests: integer('object_requests').notNull(),
  };
}

/** What was done for each contact center by month and for what, as it is billed. */
export const work = sqliteTable(
  'work',
  {
    ccid: text().notNull(),
    /** `2026-11`. */
    month: text().notNull(),
    kind: text().notNull().$type<WorkKind>(),
    ...counted(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.month, table.kind] })],
);

/** The same of compaction: a kind that versions before it do not read. */
export const compactionWork = sqliteTable(
  'compaction_work',
  { ccid: text().notNull(), month: text().notNull(), ...counted() },
  (table) => [primaryKey({ columns: [table.ccid, table.month] })],
);

/** What a contact center wants to spend in a month, US dollars, and what it was last told of it. */
export const budgets = sqliteTable('budgets', {
  ccid: text().primaryKey(),
  dollars: real().notNull(),
  toldMonth: text('told_month').notNull(),
  toldPercent: integer('told_percent').notNull(),
});
