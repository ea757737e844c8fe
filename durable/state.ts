import type { Run } from '../src/model/run.ts';
import type { Job } from '../src/model/job.ts';
import { VolumeState } from './volumes.ts';

/** The object's own tables. README, "What is stored where", tells lifetimes. */
const TABLES = `
CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL,
  projected INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL,
  expires INTEGER, definition TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS removed_runs (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS volumes (run INTEGER NOT NULL, volume INTEGER NOT NULL, state TEXT NOT NULL,
  key TEXT NOT NULL, upload_id TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0,
  parts TEXT NOT NULL DEFAULT '[]', sha256 TEXT NOT NULL DEFAULT '', uploaded_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS garbage (key TEXT NOT NULL, upload_id TEXT NOT NULL, run INTEGER NOT NULL,
  PRIMARY KEY (key, upload_id)) WITHOUT ROWID;
`;

/** Runs that one projection tells of; what is left follows with the next. */
const RUNS_A_PROJECTION = 20;

/** Something in R2 that is of no more use: an object, an upload (`uploadId`), or all below a prefix (ends in "/"). */
export interface Garbage {
  readonly key: string;
  readonly uploadId: string;
  readonly run: number;
}

/** What the job's object remembers, behind plain methods. All synchronous: a call's writes land together. */
export class JobState {
  readonly volumes: VolumeState;
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.volumes = new VolumeState(sql);
    this.makeTables();
  }

  makeTables(): void {
    this.#sql.exec(TABLES);
  }

  job(): Job | null {
    const [row] = this.#sql.exec<{ data: string }>('SELECT data FROM job').toArray();
    // Written by putJob alone, from a Job: the object is the only writer of its tables.
    return row ? (JSON.parse(row.data) as Job) : null;
  }

  putJob(job: Job): void {
    this.#sql.exec(
      `INSERT INTO job (id, version, projected, data) VALUES (1, 1, 0, ?1)
       ON CONFLICT (id) DO UPDATE SET data = ?1, version = version + 1`,
      JSON.stringify(job),
    );
  }

  run(id: number): Run | null {
    return this.#runWhere('id = ?', id);
  }

  /** The run that is Queued or In Progress; there is one at most. */
  activeRun(): Run | null {
    return this.#runWhere(`status IN ('QUEUED', 'IN_PROGRESS')`);
  }

  /** The run that the job is shown by: the latest that was not skipped. */
  latestRun(): Run | null {
    return this.#runWhere(`status <> 'SKIPPED'`);
  }

  /** The latest run whose files have expired by `now` and are still shown. */
  expiredRun(now: number): Run | null {
    return this.#runWhere('expires <= ?', now);
  }

  /** When the next files expire; null when none do. */
  nextExpiry(): number | null {
    const [row] = this.#sql.exec<{ at: number | null }>('SELECT min(expires) AS at FROM runs').toArray();
    return row?.at ?? null;
  }

  #runWhere(condition: string, ...values: readonly number[]): Run | null {
    const [row] = this.#sql
      .exec<{ data: string; definition: string }>(
        `SELECT data, definition FROM runs WHERE ${condition} ORDER BY id DESC LIMIT 1`,
        ...values,
      )
      .toArray();
    return row ? runOf(row) : null;
  }

  /** Keeps a run. `shown` says whether lists have to learn of it: the version grows, and the projection follows. */
  putRun(run: Run, shown: boolean): void {
    if (shown) this.changed();
    const version = shown ? 'excluded.version' : 'runs.version';
    const { definition, ...data } = run;
    this.#sql.exec(
      `INSERT INTO runs (id, version, status, expires, definition, data)
       VALUES (?, (SELECT version FROM job), ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = ${version}, status = excluded.status, expires = excluded.expires,
         data = excluded.data`,
      run.id,
      run.status,
      run.filesGone === '' ? run.filesExpireAt : null,
      JSON.stringify(definition),
      JSON.stringify(data),
    );
  }

  /** Notes that lists have to learn of something. */
  changed(): void {
    this.#sql.exec('UPDATE job SET version = version + 1');
  }

  /** Forgets a run; D1 is told with the next projection. */
  removeRun(id: number): void {
    this.#sql.exec('DELETE FROM runs WHERE id = ?', id);
    this.#sql.exec('INSERT OR IGNORE INTO removed_runs (id) VALUES (?)', id);
    this.changed();
  }

  runIds(): number[] {
    return this.#sql
      .exec<{ id: number }>('SELECT id FROM runs')
      .toArray()
      .map(({ id }) => id);
  }

  /** The version of all, and what changed since the last projection that landed. */
  unprojected(): { version: number; runs: readonly Run[]; removed: readonly number[] } | null {
    const [row] = this.#sql
      .exec<{ version: number; projected: number }>('SELECT version, projected FROM job')
      .toArray();
    if (!row || row.projected >= row.version) return null;
    const runs = this.#sql
      .exec<{ data: string; definition: string; version: number }>(
        'SELECT data, definition, version FROM runs WHERE version > ? ORDER BY version LIMIT ?',
        row.projected,
        RUNS_A_PROJECTION,
      )
      .toArray();
    const removed = this.#sql.exec<{ id: number }>('SELECT id FROM removed_runs').toArray();
    // Where runs are left for the next projection, this one tells no more than its last run's version.
    const version = runs.length < RUNS_A_PROJECTION ? row.version : (runs.at(-1)?.version ?? row.version);
    return { version, runs: runs.map(runOf), removed: removed.map(({ id }) => id) };
  }

  /** A projection has landed; what it told need not be told again. */
  projected(version: number, removed: readonly number[]): void {
    this.#sql.exec('UPDATE job SET projected = max(projected, ?)', version);
    for (const id of removed) this.#sql.exec('DELETE FROM removed_runs WHERE id = ?', id);
  }

  addGarbage({ key, uploadId, run }: Garbage): void {
    this.#sql.exec(
      'INSERT OR IGNORE INTO garbage (key, upload_id, run) VALUES (?, ?, ?)',
      key,
      uploadId,
      run,
    );
  }

  garbage(): Garbage[] {
    const rows = this.#sql.exec('SELECT key, upload_id AS uploadId, run FROM garbage LIMIT 100').toArray();
    // The columns' types are those of the table above.
    return rows as unknown as Garbage[];
  }

  removed({ key, uploadId }: Garbage): void {
    this.#sql.exec('DELETE FROM garbage WHERE key = ? AND upload_id = ?', key, uploadId);
  }

  hasGarbage(): boolean {
    return this.#sql.exec('SELECT 1 FROM garbage LIMIT 1').toArray().length > 0;
  }
}

/** A row that putRun wrote, from a Run. */
const runOf = ({ data, definition }: { data: string; definition: string }): Run =>
  ({ ...JSON.parse(data), definition: JSON.parse(definition) }) as Run;
