import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** D1's tables of who is signed in. */

/** Refresh tokens by SHA-256 of the token: each works once and is replaced by the next. */
export const refreshTokens = sqliteTable(
  'refresh_tokens',
  {
    hash: text().primaryKey(),
    ccid: text().notNull(),
    clientId: text('client_id').notNull(),
    userName: text('user_name'),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('refresh_tokens_expiry').on(table.expiresAt)],
);
