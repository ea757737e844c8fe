import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IssuerRules } from '../model/issuer.ts';

/** D1's tables of issuers outside of this service. */

/** Issuers of contact centers. Those of the configuration are in no table. */
export const issuers = sqliteTable(
  'issuers',
  {
    id: text().primaryKey(),
    ccid: text().notNull(),
    name: text().notNull(),
    issuer: text().notNull(),
    audience: text().notNull(),
    jwks: text(),
    algorithms: text({ mode: 'json' }).notNull().$type<IssuerRules['algorithms']>(),
    claims: text({ mode: 'json' }).notNull().$type<IssuerRules['claims']>(),
    roleNames: text('role_names', { mode: 'json' }).notNull().$type<IssuerRules['roleNames']>(),
    /** As whom this service signs people in there, with a browser; null: it does not. */
    clientId: text('client_id'),
    /** Wrapped under WRAP_KEYS; null of a client that has none. */
    clientSecret: text('client_secret'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    uniqueIndex('issuers_by_audience').on(table.issuer, table.audience),
    index('issuers_by_center').on(table.ccid),
  ],
);

/** Documents of other services, by their address. */
export const outsideDocuments = sqliteTable(
  'outside_documents',
  { url: text().primaryKey(), body: text().notNull(), readAt: integer('read_at').notNull() },
  (table) => [index('outside_documents_read').on(table.readAt)],
);

/** People who manage access, come by tokens, and are no users: nobody but an administrator gives their names to others. */
export const outsidePeople = sqliteTable(
  'outside_people',
  {
    ccid: text().notNull(),
    name: text().notNull(),
    issuer: text().notNull(),
    issuerSubject: text('issuer_subject').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ccid, table.name] })],
);
