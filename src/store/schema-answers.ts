import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers to requests that may come again (`Idempotency-Key`). */
export const keptAnswers = sqliteTable(
  'kept_answers',
  {
    ccid: text().notNull(),
    /** SHA-256 of the caller and the key. */
    id: text().notNull(),
    /** SHA-256 of the request. */
    fingerprint: text().notNull(),
    /** Tells what is made by this key from all else, however often it is begun. */
    nonce: text().notNull(),
    /** The first id that was drawn for it. */
    firstId: integer('first_id'),
    /** Who does it now, until `busyUntil` at the most. */
    claim: text().notNull(),
    busyUntil: integer('busy_until').notNull(),
    /** Of the answer, once there is one. */
    status: integer(),
    body: text(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ccid, table.id] }),
    index('kept_answers_expiry').on(table.expiresAt),
  ],
);
