import { env } from 'cloudflare:workers';

/** Tables that tell of jobs and runs; those that triggers keep come last, so that they end as they were. */
const TABLES = [
  'jobs',
  'runs',
  'artifacts',
  'sequences',
  'removed',
  'sweeps',
  'run_counts',
  'job_counts',
] as const;

type Row = Readonly<Record<string, unknown>>;
export type Backup = ReadonlyMap<string, readonly Row[]>;

/** What D1 holds of jobs and runs at this moment, as its own backup would keep it. */
export async function snapshot(): Promise<Backup> {
  const found = await env.DB.batch<Row>(TABLES.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)));
  return new Map(TABLES.map((table, index) => [table, found[index]?.results ?? []]));
}

/** Sets D1 back to it, in one transaction: what objects project meanwhile lands before or after it. */
export async function setBack(backup: Backup): Promise<void> {
  const statements = TABLES.flatMap((table) => [
    env.DB.prepare(`DELETE FROM ${table}`),
    ...(backup.get(table) ?? []).map((row) => {
      const names = Object.keys(row);
      const places = names.map((_, index) => `?${index + 1}`);
      return env.DB.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`).bind(
        ...Object.values(row),
      );
    }),
  ]);
  await env.DB.batch(statements);
}
