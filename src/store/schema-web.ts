import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
