import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

/** So often at most are the stores emptied. */
const TRIES = 20;
const PAUSE_MS = 50;

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
// As the migrations stand, in one call: `applyD1Migrations` asks and writes for each of them.
await env.DB.batch(
  env.TEST_MIGRATIONS.flatMap(({ queries }) => queries.map((query) => env.DB.prepare(query))),
);
