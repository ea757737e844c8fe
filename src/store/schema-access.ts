import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Notice } from '../model/notices.ts';

/** D1's tables of who may sign in, and what they may. */

export const users = sqliteTable(
  'users',
  {
    ccid: text().notNull(),
    name: text().notNull(),
    nameFolded: text('name_folded').notNull(),
    /** Empty while the user is invited and has chosen none. */
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: integer('password_changed_at'),
    /** Whether the password came by an invitation of an administrator or of the operator: nobody else has chosen it. */
    vouched: integer({ mode: 'boolean' }).notNull().default(false),
    roles: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    disabled: integer({ mode: 'boolean' }).notNull().default(false),
    /** The demonstration user of local development: rules of passwords, second factor and signing in again do not hold for it. */
    local: integer({ mode: 'boolean' }).notNull().default(false),
    /** What the user is told on the next page, the latest last. */
    notices: text({ mode: 'json' }).notNull().default([]).$type<readonly Notice[]>(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull().default(''),
    /** The outside issuer that the user comes from, and how it names them for good; null of whoever has a password here. */
    issuer: text(),
    issuerSubject: text('issuer_subject'),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.name] }), index('users_by_name').on(table.name)],
);

/** Invitations to choose a password, by SHA-256 of the token in the link: each works once. */
export const invitations = sqliteTable(
  'invitations',
  {
    hash: text().primaryKey(),
    ccid: text().notNull(),
    userName: text('user_name').notNull(),
    expiresAt: integer('expires_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Whether an administrator, or the operator, gave it. */
    vouched: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('invitations_by_user').on(table.ccid, table.userName),
    index('invitations_expiry').on(table.expiresAt),
  ],
);

export const clients = sqliteTable(
  'clients',
  {
    id: text().primaryKey(),
    /** SHA-256 of the secret in hex; scrypt where it was chosen by a person, until it is used; empty of a public client. */
    secretHash: text('secret_hash').notNull(),
    /** When it took the place of another one, no two times the same; 0 while it is the first. */
    secretChangedAt: integer('secret_changed_at').notNull().default(0),
    ccid: text().notNull(),
    name: text().notNull().default(''),
    nameFolded: text('name_folded').notNull().default(''),
    roles: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    /** Signs in users of every contact center; any other one those of its own. */
    platform: integer({ mode: 'boolean' }).notNull().default(false),
    /** Has no secret, and signs in users by code with PKCE alone. */
    public: integer({ mode: 'boolean' }).notNull().default(false),
    /** Where a browser may be sent back to; of the loopback whatever the port. */
    redirectUris: text('redirect_uris', { mode: 'json' }).notNull().default([]).$type<readonly string[]>(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull().default(''),
    /** The person behind who created it. */
    maker: text().notNull().default(''),
  },
  (table) => [uniqueIndex('clients_by_name').on(table.ccid, table.name)],
);

/** Keys that requests carry as `x-api-key`. Without roles a key only goes with a token. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text().primaryKey(),
    /** SHA-256 of the key in hex. */
    hash: text().notNull(),
    ccid: text().notNull(),
    name: text().notNull(),
    nameFolded: text('name_folded').notNull(),
    roles: text({ mode: 'json' }).$type<readonly string[]>(),
    /** To the minute. */
    lastUsedAt: integer('last_used_at'),
    expiresAt: integer('expires_at'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** The person behind who created it. */
    maker: text().notNull().default(''),
  },
  (table) => [
    uniqueIndex('api_keys_by_hash').on(table.hash),
    uniqueIndex('api_keys_by_name').on(table.ccid, table.name),
  ],
);

/** What a contact center has decided of access; a center without a row has the defaults. */
export const centerSettings = sqliteTable('center_settings', {
  ccid: text().primaryKey(),
  requireApiKey: integer('require_api_key', { mode: 'boolean' }).notNull().default(false),
  cipherByAdministratorsOnly: integer('cipher_by_administrators_only', { mode: 'boolean' })
    .notNull()
    .default(false),
  /** Roles that need a second factor; `["all"]` for everybody. */
  secondFactor: text('second_factor', { mode: 'json' }).notNull().default([]).$type<readonly string[]>(),
});
