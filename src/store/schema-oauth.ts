import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** D1's tables of programs that a browser signs in to. */

/** Codes that are changed for tokens, by SHA-256. `familyId`: the refresh tokens that came of one, once it was used. */
export const authorizationCodes = sqliteTable(
  'authorization_codes',
  {
    hash: text().primaryKey(),
    ccid: text().notNull(),
    userName: text('user_name').notNull(),
    clientId: text('client_id').notNull(),
    redirectUri: text('redirect_uri').notNull(),
    /** SHA-256 of the verifier, in base64url (RFC 7636, 4.2). */
    challenge: text().notNull(),
    /** Whether an ID token was asked for, and the nonce that it has to carry. */
    openid: integer({ mode: 'boolean' }).notNull(),
    nonce: text(),
    authTime: integer('auth_time').notNull(),
    expiresAt: integer('expires_at').notNull(),
    familyId: text('family_id'),
  },
  (table) => [
    index('authorization_codes_user').on(table.ccid, table.userName),
    index('authorization_codes_expiry').on(table.expiresAt),
  ],
);
