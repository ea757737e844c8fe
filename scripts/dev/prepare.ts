import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { executeSql } from '../user/database.ts';
import { insertDemoCenter } from './demo-center.ts';
import { digestOf } from './digest.ts';
import { PROJECT, runWrangler } from './wrangler.ts';

/** Where miniflare keeps D1 in a persist folder. */
const DATABASES = 'v3/d1/miniflare-D1DatabaseObject';
/** What a new folder's database is made from. */
const SOURCES = ['migrations', 'wrangler.toml', 'scripts/dev', 'scripts/user', 'src/identity', 'src/model'];
const CACHE = `${PROJECT}node_modules/.cache/database`;

/**
 * Migrates the tables of a folder, and inserts the demo contact center into a new one. Wrangler takes seconds for either, so a folder
 * that has both is left alone, and a new one gets a copy of a database that was made once.
 */
export async function prepareFolder(persistTo: string, signal: AbortSignal): Promise<void> {
  const databases = join(persistTo, DATABASES);
  if (existsSync(databases)) {
    if (!isPrepared(databases)) await make(persistTo, signal);
    return;
  }
  cpSync(await template(signal), databases, { recursive: true });
}

/** Whether the database has every migration, and somebody who can sign in. */
function isPrepared(databases: string): boolean {
  const [file, ...others] = readdirSync(databases).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  // wrangler knows which of several is the one; what cannot be read is for it to explain, too.
  if (file === undefined || others.length > 0) return false;
  try {
    using database = new DatabaseSync(join(databases, file), { readOnly: true });
    const applied = new Set(
      database
        .prepare('SELECT name FROM d1_migrations')
        .all()
        .map(({ name }) => name),
    );
    const migrations = readdirSync(`${PROJECT}migrations`).filter((name) => name.endsWith('.sql'));
    const user = database.prepare('SELECT 1 FROM users LIMIT 1').get();
    return user !== undefined && migrations.every((name) => applied.has(name));
  } catch {
    return false;
  }
}

/** The databases of a new folder, made anew where a source of them has changed. */
async function template(signal: AbortSignal): Promise<string> {
  const folder = join(CACHE, digestOf(SOURCES).slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  try {
    await make(made, signal);
    renameSync(join(made, DATABASES), folder);
  } catch (error) {
    // Another one may have been first.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
}

async function make(persistTo: string, signal: AbortSignal): Promise<void> {
  const migrate = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', persistTo];
  await runWrangler(migrate, persistTo, signal);
  await executeSql(await insertDemoCenter(Date.now()), { persistTo }, signal);
}
