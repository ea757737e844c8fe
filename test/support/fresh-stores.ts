import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { recordStoreNames } from './record-stores.ts';

/** So often at most are the stores emptied. */
const TRIES = 20;
const PAUSE_MS = 50;

/** What a table of a record store is emptied by. */
const emptying = (name: string): string => ONE_ROW[name] ?? `DELETE FROM "${name}"`;

/** Tables whose one row is made with them. */
const ONE_ROW: Readonly<Record<string, string>> = {
  state: 'UPDATE state SET version = 0, change = 0',
  compacting: "UPDATE compacting SET task = '', done = ''",
};

/** An object that waits for a bucket which is gone stays in memory with all that it has: such ones are emptied by hand. */
async function emptyRecordStores(): Promise<void> {
  for (const name of recordStoreNames) {
    const stub = env.RECORDS.get(env.RECORDS.idFromName(name));
    await runInDurableObject(stub, (_, { storage: { sql } }) => {
      const named = sql.exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      );
      for (const table of named.toArray()) sql.exec(emptying(table.name));
    });
  }
  recordStoreNames.clear();
}

const tables = () => env.DB.prepare(`SELECT name FROM sqlite_master WHERE name = 'artifacts'`).all();

// Before each file: nothing is left in the isolate that the one before it stored, replaced or set. What goes on behind the last
// answer of a file may keep a store alive once.
vi.restoreAllMocks();
vi.useRealTimers();
for (let tried = 1; ; tried += 1) {
  await reset();
  if ((await tables()).results.length === 0) break;
  if (tried === TRIES) throw new Error('the stores of the file before could not be emptied');
  await scheduler.wait(PAUSE_MS);
}
await emptyRecordStores();
// As the migrations stand, in one call: `applyD1Migrations` asks and writes for each of them.
await env.DB.batch(
  env.TEST_MIGRATIONS.flatMap(({ queries }) => queries.map((query) => env.DB.prepare(query))),
);
