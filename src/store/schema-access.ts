import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** D1's tables of who may sign in, and what they may. */

export const users = sqliteTable('users', {
  name: text().primaryKey(),
  ccid: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  roles: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
  createdAt: integer('created_at').notNull(),
});

export const clients = sqliteTable('clients', {
  id: text().primaryKey(),
  secretHash: text('secret_hash').notNull(),
  ccid: text().notNull(),
  roles: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
  createdAt: integer('created_at').notNull(),
});
