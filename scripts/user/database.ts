import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
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

const answered = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) })).min(1);

/** Executes one statement without secrets, which shows in a list of processes, and answers its rows. */
export async function querySql(
  sql: string,
  target: Target,
  signal?: AbortSignal,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const output = await execute(['--json', '--command', sql], target, signal);
  const [first] = answered.parse(JSON.parse(output.slice(output.indexOf('['))));
  return first?.results ?? [];
}

function execute(args: readonly string[], target: Target, signal?: AbortSignal): Promise<string> {
  const persistTo = target === 'remote' ? null : target.persistTo;
  const place = persistTo === null ? ['--remote'] : ['--local', '--persist-to', persistTo];
  return runWrangler(['d1', 'execute', 'DB', ...place, '--yes', ...args], persistTo, signal);
}
