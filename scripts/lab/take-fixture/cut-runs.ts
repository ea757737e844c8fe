import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** What an object's tables tell of a run, whatever the shape that its commit keeps it in. */
interface KeptRun {
  readonly status: string;
  readonly seq: number;
  readonly checkpoint: boolean;
  /** The archive's; null before the run is planned. */
  readonly uuid: string | null;
  readonly volumes: readonly string[];
}

const data = z.string().transform((text) => JSON.parse(text) as unknown);
const row = z.object({ id: z.number(), status: z.string(), data });
const claimRow = z.object({ data });
const volumeRow = z.object({ state: z.string() });

/**
 * What a run lacks to be cut in its middle: in progress, some slices committed, a checkpoint, volumes in these states. One
 * sentence each; none when all are there.
 */
export function notCut(
  runId: number,
  kept: ReadonlyMap<number, KeptRun>,
  volumes: readonly string[],
): string[] {
  const run = kept.get(runId);
  if (!run) return [`no object knows run ${runId}`];
  const missing = volumes.filter((state) => !run.volumes.includes(state));
  return [
    ...(run.status === 'IN_PROGRESS' ? [] : [`run ${runId} is ${run.status}`]),
    ...(run.seq > 0 ? [] : [`run ${runId} is at slice ${run.seq}`]),
    ...(run.checkpoint && run.uuid !== null ? [] : [`run ${runId} has no checkpoint`]),
    ...missing.map((state) => `run ${runId} has no ${state} volume`),
  ];
}

/** The databases (SQLite) below a folder of a stopped service's. */
function databases(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.sqlite'))
    .map((item) => join(item.parentPath, item.name));
}

/** The databases of a stopped service's jobs: one an object. Beside them lies that of their alarms; what has no runs was asked for and never made. */
export const jobDatabases = (persistTo: string): string[] =>
  databases(join(persistTo, 'v3/do/user-data-management-ExportJob')).filter((file) => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return hasTable(database, 'runs');
    } finally {
      database.close();
    }
  });

const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;

/** Moves what was written last from each database's log into the database itself. */
export function foldLogs(persistTo: string): void {
  for (const file of databases(join(persistTo, 'v3'))) {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
}

/** The runs that the objects of a stopped service keep, by id. */
export function keptRuns(persistTo: string): ReadonlyMap<number, KeptRun> {
  const runs = new Map<number, KeptRun>();
  for (const file of jobDatabases(persistTo)) {
    const database = new DatabaseSync(file, { readOnly: true });
    const hasClaims = hasTable(database, 'claims');
    for (const found of database.prepare('SELECT id, status, data FROM runs').all()) {
      const { id, status, data: run } = row.parse(found);
      // Which slice is due stood in the run itself before claims became records of their own.
      const claims = hasClaims ? database.prepare('SELECT data FROM claims WHERE run = ?').all(id) : [];
      const seq = find([run, ...claims.map((item) => claimRow.parse(item).data)], 'seq');
      const uuid = find(run, 'uuid');
      const volumes = database.prepare('SELECT state FROM volumes WHERE run = ?').all(id);
      runs.set(id, {
        status,
        seq: Number(seq ?? 0),
        checkpoint: (find(run, 'checkpoint') ?? null) !== null,
        uuid: typeof uuid === 'string' ? uuid : null,
        volumes: volumes.map((item) => volumeRow.parse(item).state),
      });
    }
    database.close();
  }
  return runs;
}

/** The first member of this name, however deep it lies. */
function find(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return Reflect.get(value, name);
  return Object.values(value)
    .map((member) => find(member, name))
    .find((found) => found !== undefined);
}
