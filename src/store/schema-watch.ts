import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AlertName } from '../model/alerts.ts';

/** What happened by contact center and month, kept by triggers on `runs`; `ccid` is "" for the whole deployment. */
export const tallies = sqliteTable(
  'tallies',
  {
    ccid: text().notNull(),
    /** `2026-11`. */
    month: text().notNull(),
    what: text().notNull(),
    code: text().notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.month, table.what, table.code] })],
);

/** What the operator was told that is wrong, until it was told that it is well again. */
export const alerts = sqliteTable(
  'alerts',
  {
    name: text().notNull().$type<AlertName>(),
    /** What it is about: "" the deployment, a contact center, or a job as `<ccid>/<id>`. */
    subject: text().notNull(),
    since: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.subject] })],
);
