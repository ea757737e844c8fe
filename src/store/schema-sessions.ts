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

/** Browser sessions by SHA-256 of the cookie's token. `expiresAt` grows with use, up to `endsAt`. */
export const sessions = sqliteTable(
  'sessions',
  {
    hash: text().primaryKey(),
    /** What lists name it by; it opens nothing. */
    id: text().notNull(),
    ccid: text().notNull(),
    userName: text('user_name').notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at').notNull(),
    /** When the person last gave the password. */
    authTime: integer('auth_time').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    /** From where it was opened, and with what. */
    address: text().notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (table) => [
    index('sessions_user').on(table.ccid, table.userName, table.createdAt),
    index('sessions_expiry').on(table.expiresAt),
  ],
);

/** Wrong sign-ins in a row, by SHA-256 of what they were tried at: a name, an OAuth client, an address. */
export const brakes = sqliteTable(
  'brakes',
  {
    key: text().primaryKey(),
    wrong: integer().notNull(),
    /** Tries that are being judged. */
    open: integer().notNull(),
    failedAt: integer('failed_at').notNull(),
    triedAt: integer('tried_at').notNull(),
  },
  (table) => [index('brakes_tried').on(table.triedAt)],
);

/** From where a name signed in, by SHA-256 of name and address. */
export const knownPlaces = sqliteTable(
  'known_places',
  { key: text().primaryKey(), usedAt: integer('used_at').notNull() },
  (table) => [index('known_places_used').on(table.usedAt)],
);
