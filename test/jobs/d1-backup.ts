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
  const entries = TABLES.map(async (table) => {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all<Row>();
    return [table, results] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Sets D1 back to it. */
export async function setBack(backup: Backup): Promise<void> {
  for (const table of TABLES) {
    await env.DB.prepare(`DELETE FROM ${table}`).run();
    for (const row of backup.get(table) ?? []) {
      const names = Object.keys(row);
      const places = names.map((_, index) => `?${index + 1}`);
      await env.DB.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`)
        .bind(...Object.values(row))
        .run();
    }
  }
}
