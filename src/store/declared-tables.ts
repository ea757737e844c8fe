import { is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as access from './schema-access.ts';
import * as answers from './schema-answers.ts';
import * as issuers from './schema-issuers.ts';
import * as lists from './schema-lists.ts';
import * as oauth from './schema-oauth.ts';
import * as sessions from './schema-sessions.ts';
import * as worked from './schema-work.ts';
import * as watched from './schema-watch.ts';
import * as webhooks from './schema-webhooks.ts';
import * as web from './schema-web.ts';
import * as schema from './schema.ts';

/** Every D1 table that the code declares. */
export const declaredTables: readonly SQLiteTable[] = [
  access,
  answers,
  sessions,
  oauth,
  issuers,
  lists,
  worked,
  watched,
  web,
  webhooks,
  schema,
]
  .flatMap((module): readonly unknown[] => Object.values(module))
  .filter((value) => is(value, SQLiteTable));
