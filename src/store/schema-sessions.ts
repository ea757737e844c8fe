import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** D1's tables of who is signed in. */

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
    /** When the person last gave the password; 0 where an outside issuer did not say. */
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

/**
 * Refresh tokens: those of one sign-in are a family, of which one is good, by SHA-256. One that was used before ends the family. `sid` is
 * what its access tokens name the sign-in by.
 */
export const tokenFamilies = sqliteTable(
  'token_families',
  {
    id: text().primaryKey(),
    hash: text().notNull(),
    ccid: text().notNull(),
    clientId: text('client_id').notNull(),
    userName: text('user_name').notNull(),
    sid: text().notNull(),
    authTime: integer('auth_time').notNull(),
    beganAt: integer('began_at').notNull().default(0),
    usedAt: integer('used_at').notNull().default(0),
    /** Whether the user let the program in with a browser; else it was given the password. */
    byConsent: integer('by_consent', { mode: 'boolean' }).notNull().default(false),
    /** When it ends if it is not used; `endsAt` at the latest. */
    expiresAt: integer('expires_at').notNull(),
    endsAt: integer('ends_at').notNull(),
  },
  (table) => [
    index('token_families_user').on(table.ccid, table.userName),
    index('token_families_expiry').on(table.expiresAt),
  ],
);

/** Access tokens that were called back: `jti` of one, or `sid` of those of a sign-in. */
export const revoked = sqliteTable(
  'revoked',
  { key: text().primaryKey(), expiresAt: integer('expires_at').notNull() },
  (table) => [index('revoked_expiry').on(table.expiresAt)],
);

/** A user's second factor; without `confirmedAt` it was begun and counts for nothing. */
export const secondFactors = sqliteTable(
  'second_factors',
  {
    ccid: text().notNull(),
    userName: text('user_name').notNull(),
    /** Of the one-time codes, wrapped under WRAP_KEYS. */
    secret: text().notNull(),
    confirmedAt: integer('confirmed_at'),
    begunAt: integer('begun_at').notNull().default(0),
    /** Codes that were tried at it before it was confirmed. */
    tries: integer().notNull().default(0),
    /** The time step of the last code, which is good once. */
    lastStep: integer('last_step').notNull().default(0),
    /** SHA-256 of the recovery codes that are left. */
    recovery: text({ mode: 'json' }).notNull().default([]).$type<readonly string[]>(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.userName] })],
);
