/**
 * The object's own tables (src/README.md, "What is stored where"), as the steps that made them. The number of steps taken is
 * the version of the tables; an object that sleeps through several deployments takes what it lacks when it wakes.
 * A step is never changed once it was deployed: a new one is added.
 */
const STEPS: readonly string[] = [
  // 1: as the first deployments made them, without a version. IF NOT EXISTS, since they are there in such an object.
  `CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL,
     projected INTEGER NOT NULL, data TEXT NOT NULL);
   CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL,
     expires INTEGER, definition TEXT NOT NULL, data TEXT NOT NULL);
   CREATE TABLE IF NOT EXISTS removed_runs (id INTEGER PRIMARY KEY);
   CREATE TABLE IF NOT EXISTS volumes (run INTEGER NOT NULL, volume INTEGER NOT NULL, state TEXT NOT NULL,
     key TEXT NOT NULL, upload_id TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0,
     parts TEXT NOT NULL DEFAULT '[]', sha256 TEXT NOT NULL DEFAULT '', uploaded_at INTEGER NOT NULL DEFAULT 0,
     PRIMARY KEY (run, key)) WITHOUT ROWID;
   CREATE TABLE IF NOT EXISTS garbage (key TEXT NOT NULL, upload_id TEXT NOT NULL, run INTEGER NOT NULL,
     PRIMARY KEY (key, upload_id)) WITHOUT ROWID;`,
  // 2: claims of their own, one of a run for now (volume 0: the whole archive); a definition once, however many runs
  // have it (runs.definition is '' then); what happened to each run; what the contact
  // center has still to be told, first of all that there is this job.
  `CREATE TABLE claims (run INTEGER NOT NULL, volume INTEGER NOT NULL, data TEXT NOT NULL,
     PRIMARY KEY (run, volume)) WITHOUT ROWID;
   CREATE TABLE definitions (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
   ALTER TABLE runs ADD COLUMN definition_id INTEGER;
   CREATE TABLE events (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL,
     data TEXT NOT NULL);
   CREATE INDEX events_run ON events (run, id);
   CREATE TABLE errands (kind TEXT NOT NULL, run INTEGER NOT NULL, PRIMARY KEY (kind, run)) WITHOUT ROWID;
   INSERT INTO errands (kind, run) VALUES ('add-job', 0);
   CREATE TABLE tables (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);`,
  // 3: what failed, and how long it waits.
  `CREATE TABLE pauses (chore TEXT PRIMARY KEY, failures INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;`,
  // 4: a definition that no run has any more is found without looking at every run.
  `CREATE INDEX runs_definition ON runs (definition_id);`,
  // 5: what webhooks are to be told of, until D1 knows; no number comes again.
  `CREATE TABLE outbox (n INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL,
     data TEXT NOT NULL);`,
  // 6: runs' files on their way into the customer's bucket, and uploads there that are to be aborted. wake is null of what is over.
  `CREATE TABLE deliveries (run INTEGER PRIMARY KEY, wake INTEGER, held INTEGER NOT NULL, data TEXT NOT NULL);
   CREATE INDEX deliveries_due ON deliveries (wake) WHERE wake IS NOT NULL;
   CREATE TABLE left_uploads (id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, target TEXT NOT NULL,
     upload_id TEXT NOT NULL, until INTEGER NOT NULL);`,
  // 7: volumes of runs that were laid out, each with a claim of its own, until they are stored. wake is null of what waits for its turn.
  // laid_files is to them what volumes is: a version that knows nothing of them finds none there, and writes the run anew.
  `CREATE TABLE laid_volumes (run INTEGER NOT NULL, volume INTEGER NOT NULL, wake INTEGER, claim TEXT NOT NULL,
     place TEXT NOT NULL, PRIMARY KEY (run, volume)) WITHOUT ROWID;
   CREATE INDEX laid_volumes_due ON laid_volumes (run, wake) WHERE wake IS NOT NULL;
   CREATE TABLE laid_files (run INTEGER NOT NULL, volume INTEGER NOT NULL, state TEXT NOT NULL, key TEXT NOT NULL,
     upload_id TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0, parts TEXT NOT NULL DEFAULT '[]',
     sha256 TEXT NOT NULL DEFAULT '', uploaded_at INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, key)) WITHOUT ROWID;`,
  // 8: a delivery that is over keeps no secret.
  `UPDATE deliveries SET data = json_set(data, '$.destination.secret', '') WHERE wake IS NULL;`,
];

const has = (sql: SqlStorage, table: string): boolean =>
  sql.exec(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`, table).toArray().length > 0;

/** How many steps an object has taken; 0 where it has no tables, because it never was a job or was emptied. */
function versionOf(sql: SqlStorage): number {
  if (has(sql, 'tables'))
    return sql.exec<{ version: number }>('SELECT version FROM tables').toArray()[0]?.version ?? 0;
  return has(sql, 'job') ? 1 : 0;
}

/** Takes the steps that are missing, all or none, and answers whether there are tables then. */
export function upgradeTables(storage: DurableObjectStorage): boolean {
  const version = versionOf(storage.sql);
  if (version === 0) return false;
  // Tables of a later deployment are left as they are: steps only add what an earlier one can do without.
  if (version < STEPS.length) takeSteps(storage, version);
  return true;
}

/** Makes the tables of a new job. */
export function makeTables(storage: DurableObjectStorage): void {
  takeSteps(storage, versionOf(storage.sql));
}

function takeSteps(storage: DurableObjectStorage, from: number): void {
  storage.transactionSync(() => {
    for (const step of STEPS.slice(from)) storage.sql.exec(step);
    storage.sql.exec('INSERT OR REPLACE INTO tables (id, version) VALUES (1, ?)', STEPS.length);
  });
}
