import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWrangler } from '../dev/wrangler.ts';

/** Where a statement goes: the local database of a persist folder, or the deployed one. */
export type Target = { readonly persistTo: string } | 'remote';

/**
 * Executes SQL on the service's D1 database. The text travels in a file that its owner alone can read and that is
 * deleted afterwards, so that no hash shows in a list of processes.
 */
export async function executeSql(sql: string, target: Target, signal?: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-sql-'));
  try {
    const file = join(folder, 'statement.sql');
    writeFileSync(file, sql, { mode: 0o600 });
    await execute(['--file', file], target, signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(args: readonly string[], target: Target, signal?: AbortSignal): Promise<string> {
  const persistTo = target === 'remote' ? null : target.persistTo;
  const place = persistTo === null ? ['--remote'] : ['--local', '--persist-to', persistTo];
  return runWrangler(['d1', 'execute', 'DB', ...place, '--yes', ...args], persistTo, signal);
}
