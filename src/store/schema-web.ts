import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SelectableList } from '../model/selection.ts';

/** Rows of a list that one user is about to act on, by a token that only they know. */
export const selections = sqliteTable(
  'selections',
  {
    id: text().primaryKey(),
    ccid: text().notNull(),
    /** Who asked for it: kind and name. */
    owner: text().notNull(),
    list: text().notNull().$type<SelectableList>(),
    /** Ids of jobs or history items, or names of files, as JSON. */
    rows: text({ mode: 'json' }).notNull().$type<readonly (number | string)[]>(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('selections_owner').on(table.ccid, table.owner, table.expiresAt),
    index('selections_expiry').on(table.expiresAt),
  ],
);

/** What was exported and what failed by day (UTC, `YYYY-MM-DD`), kept by triggers on `runs`. */
export const runDays = sqliteTable(
  'run_days',
  {
    ccid: text().notNull(),
    day: text().notNull(),
    finished: integer().notNull(),
    failed: integer().notNull(),
    records: integer().notNull(),
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.day] }), index('run_days_day').on(table.day)],
);
