import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { BackupValue } from '../model/backup.ts';
import { mailOf } from '../model/webhook.ts';
import { apiKeys, centerSettings, clients, users } from './schema-access.ts';
import { issuers } from './schema-issuers.ts';
import { limits } from './schema-lists.ts';
import { centerWebhooks, deliveries } from './schema-webhooks.ts';
import { tallies } from './schema-watch.ts';
import { budgets, compactionWork, work } from './schema-work.ts';
import { certificates } from './schema.ts';
import { WORK_COLUMNS } from './work.ts';

/*
 * The rows of D1 that a backup has: what people decided, what webhooks were told, what was done by month. Jobs and runs are told by their objects;
 * sign-ins and other counts go by themselves. Rows come and go by the columns that a table has, so that a new column is in the next backup without another word.
 */

/** What makes the secrets of rows that come back: nobody knows them, so each has to be made anew. */
export interface NobodysSecrets {
  /** The hash of a secret. */
  readonly hash: () => string;
  /** The secret of a webhook, wrapped. */
  readonly webhook: (webhook: { readonly ccid: string; readonly id: string }) => Promise<string>;
  readonly now: number;
}

const webhookRow = z.object({ ccid: z.string(), id: z.string(), url: z.string() });

type Row = Readonly<Record<string, BackupValue>>;

/** A table, the columns that no backup has, and what stands there when a row comes back. */
interface BackedUp {
  readonly table: SQLiteTable;
  readonly without: readonly string[];
  readonly anew: (row: Row, secrets: NobodysSecrets) => Promise<Row> | Row;
  /** Columns that count. Where a row is there they are as high as the higher one; others leave it as it is. */
  readonly counting?: readonly string[];
  /** Whether rows go by their age: those of an old backup may be gone again at once. */
  readonly ages?: boolean;
}

const TABLES: readonly BackedUp[] = [
  { table: centerSettings, without: [], anew: () => ({}) },
  // Suspended is who comes back until the operator lets it go on.
  { table: limits, without: ['suspended_at'], anew: (_, { now }) => ({ suspended_at: now }) },
  { table: budgets, without: [], anew: () => ({}) },
  { table: certificates, without: [], anew: () => ({}) },
  // Of the local demonstration user no rule of sign-in holds: nobody comes back as that.
  {
    table: users,
    without: ['password_hash', 'password_changed_at', 'vouched', 'local'],
    anew: () => ({ password_hash: '' }),
  },
  {
    table: clients,
    without: ['secret_hash', 'secret_changed_at', 'platform'],
    anew: (row, secrets) => ({ secret_hash: row['public'] === 1 ? '' : secrets.hash() }),
  },
  { table: apiKeys, without: ['hash'], anew: (_, secrets) => ({ hash: secrets.hash() }) },
  { table: issuers, without: ['client_secret'], anew: () => ({}) },
  {
    table: centerWebhooks,
    without: ['secret', 'previous_secret', 'previous_until'],
    anew: async (row, { webhook, now }) => {
      const { url, ...named } = webhookRow.parse(row);
      // Mails are not signed.
      const secret = mailOf(url) === null ? await webhook(named) : '';
      return { secret, disabled_at: now, disabled_by: 'somebody' };
    },
  },
  {
    table: deliveries,
    // Drawn anew, in the same order: another contact center may have it.
    without: ['id'],
    // What was on its way the deployment of before has told, or nobody.
    anew: ({ state }) => (state === 'waiting' ? { state: 'given-up' } : {}),
    ages: true,
  },
  { table: work, without: [], anew: () => ({}), counting: Object.keys(WORK_COLUMNS) },
  { table: compactionWork, without: [], anew: () => ({}), counting: Object.keys(WORK_COLUMNS) },
  { table: tallies, without: [], anew: () => ({}), counting: ['n'] },
];

/** Names of the tables, in the order in which a backup has them. */
export const BACKED_UP: readonly string[] = TABLES.map(({ table }) => getTableName(table));

function backedUp(name: string): BackedUp {
  const found = TABLES.find(({ table }) => getTableName(table) === name);
  if (!found) throw new Error(`no backup has rows of ${name}`);
  return found;
}

/** Columns of a table that a backup has. */
const columnsOf = ({ table, without }: BackedUp): readonly string[] =>
  Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));

/** Whether a backup may have such a row: known columns of its table alone, and of this contact center. */
export function isBackedUp(ccid: string, table: string, row: Row): boolean {
  if (!BACKED_UP.includes(table) || row['ccid'] !== ccid) return false;
  const columns = columnsOf(backedUp(table));
  return Object.keys(row).every((name) => columns.includes(name));
}

/** A page of a contact center's rows in one of these tables, behind the `after`th in the database's own order. */
export async function rowsToBackUp(
  db: D1Database,
  ccid: string,
  { table, after, limit }: { readonly table: string; readonly after: number; readonly limit: number },
): Promise<{ readonly rows: readonly Row[]; readonly last: number | null }> {
  const columns = columnsOf(backedUp(table));
  const { results } = await db
    .prepare(
      `SELECT rowid AS "rowid ", ${columns.join(', ')} FROM ${table} WHERE ccid = ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3`,
    )
    .bind(ccid, after, limit)
    .all<Record<string, string | number | null | readonly number[]>>();
  const last = results.length < limit ? null : Number(results.at(-1)?.['rowid ']);
  return {
    rows: results.map((row) => Object.fromEntries(columns.map((name) => [name, toldAs(row[name] ?? null)]))),
    last,
  };
}

/** D1 answers bytes as an array of numbers. */
const toldAs = (value: string | number | null | readonly number[]): BackupValue =>
  typeof value === 'object' && value !== null ? { base64: Buffer.from(value).toString('base64') } : value;

const boundAs = (value: BackupValue): string | number | null | Uint8Array =>
  typeof value === 'object' && value !== null ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value;

/** Puts rows of a backup back, each with secrets that nobody knows. A row that is there stays as it is, but for the operator's limits. */
export async function putBackedUp(
  db: D1Database,
  rows: readonly { readonly table: string; readonly row: Row }[],
  secrets: NobodysSecrets,
): Promise<void> {
  const statements = rows.map(async ({ table, row }) => {
    const whole = { ...row, ...(await backedUp(table).anew(row, secrets)) };
    const names = Object.keys(whole);
    // Its row is there since the contact center was suspended, and says nothing else yet.
    const verb = table === getTableName(limits) ? 'INSERT OR REPLACE' : 'INSERT OR IGNORE';
    const { counting } = backedUp(table);
    const highest = counting?.map((name) => `${name} = max(${name}, excluded.${name})`).join(', ');
    return db
      .prepare(
        `${highest ? 'INSERT' : verb} INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
          ${highest ? `ON CONFLICT DO UPDATE SET ${highest}` : ''}`,
      )
      .bind(...Object.values(whole).map(boundAs));
  });
  if (statements.length > 0) await db.batch(await Promise.all(statements));
}

/** How many of the contact center's rows these tables have, by table; as many as there can be of those whose rows age. */
export async function countBackedUp(db: D1Database, ccid: string): Promise<Readonly<Record<string, number>>> {
  const counts = await db.batch<{ n: number }>(
    BACKED_UP.map((table) => db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ccid = ?`).bind(ccid)),
  );
  return Object.fromEntries(
    BACKED_UP.map((table, at) => [
      table,
      backedUp(table).ages ? Number.MAX_SAFE_INTEGER : (counts[at]?.results[0]?.n ?? 0),
    ]),
  );
}
