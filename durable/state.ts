import { z } from 'zod';
import type { Run } from '../src/model/run.ts';
import type { Files, Job } from '../src/model/views.ts';
import {
  uploadedPart,
  type OpenedVolume,
  type SealedVolume,
  type StoredVolume,
} from '../src/model/protocol.ts';

/** The object's own tables. README, "What is stored where", tells lifetimes. */
const TABLES = `
CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL,
  projected INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS volumes (run INTEGER NOT NULL, volume INTEGER NOT NULL, state TEXT NOT NULL,
  key TEXT NOT NULL, upload_id TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0,
  parts TEXT NOT NULL DEFAULT '[]', sha256 TEXT NOT NULL DEFAULT '', uploaded_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS garbage (key TEXT NOT NULL, upload_id TEXT NOT NULL, run INTEGER NOT NULL,
  PRIMARY KEY (key, upload_id)) WITHOUT ROWID;
`;

/** A volume that is done: what becomes an artifact. */
export interface DoneVolume {
  readonly volume: number;
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: number;
}

/** Something in R2 that is of no more use: an object, an upload (`uploadId`), or all below a prefix (ends in "/"). */
export interface Garbage {
  readonly key: string;
  readonly uploadId: string;
  readonly run: number;
}

const sealedRow = z.object({
  volume: z.number(),
  key: z.string(),
  uploadId: z.string(),
  name: z.string(),
  size: z.number(),
  parts: z.string().transform((text) => z.array(uploadedPart).min(1).parse(JSON.parse(text))),
});

/** What the job's object remembers, behind plain methods. All synchronous: a call's writes land together. */
export class JobState {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(TABLES);
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
    const [row] = this.#sql.exec<{ data: string }>('SELECT data FROM runs WHERE id = ?', id).toArray();
    // Written by putRun alone, from a Run.
    return row ? (JSON.parse(row.data) as Run) : null;
  }

  latestRun(): Run | null {
    const [row] = this.#sql
      .exec<{ data: string }>('SELECT data FROM runs ORDER BY id DESC LIMIT 1')
      .toArray();
    return row ? (JSON.parse(row.data) as Run) : null;
  }

  /** Keeps a run. `shown` says whether lists have to learn of it: the version grows, and the projection follows. */
  putRun(run: Run, shown: boolean): void {
    if (shown) this.#sql.exec('UPDATE job SET version = version + 1');
    const version = shown ? 'excluded.version' : 'runs.version';
    this.#sql.exec(
      `INSERT INTO runs (id, version, data) VALUES (?, (SELECT version FROM job), ?)
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = ${version}`,
      run.id,
      JSON.stringify(run),
    );
  }

  /** The version of all, and the runs that changed since the last projection that landed. */
  unprojected(): { version: number; runs: readonly Run[] } | null {
    const [row] = this.#sql
      .exec<{ version: number; projected: number }>('SELECT version, projected FROM job')
      .toArray();
    if (!row || row.projected >= row.version) return null;
    const runs = this.#sql
      .exec<{ data: string }>('SELECT data FROM runs WHERE version > ? ORDER BY id', row.projected)
      .toArray();
    return { version: row.version, runs: runs.map(({ data }) => JSON.parse(data) as Run) };
  }

  projected(version: number): void {
    this.#sql.exec('UPDATE job SET projected = max(projected, ?)', version);
  }

  openVolume(run: number, { volume, key, uploadId }: OpenedVolume): void {
    this.#sql.exec(
      `INSERT INTO volumes (run, volume, state, key, upload_id) VALUES (?, ?, 'open', ?, ?)
       ON CONFLICT DO NOTHING`,
      run,
      volume,
      key,
      uploadId,
    );
  }

  sealVolumes(run: number, sealed: readonly SealedVolume[]): void {
    for (const { key, name, size, parts } of sealed)
      this.#sql.exec(
        `UPDATE volumes SET state = 'sealed', name = ?, size = ?, parts = ? WHERE run = ? AND key = ? AND state = 'open'`,
        name,
        size,
        JSON.stringify(parts),
        run,
        key,
      );
  }

  storeVolumes(run: number, stored: readonly StoredVolume[]): void {
    for (const { volume, sha256, uploadedAt } of stored)
      this.#sql.exec(
        `UPDATE volumes SET state = 'stored', sha256 = ?, uploaded_at = ?, parts = '[]'
         WHERE run = ? AND volume = ? AND state = 'sealed'`,
        sha256,
        uploadedAt,
        run,
        volume,
      );
  }

  sealedVolumes(run: number): SealedVolume[] {
    return this.#sql
      .exec(
        `SELECT volume, key, upload_id AS uploadId, name, size, parts FROM volumes
         WHERE run = ? AND state = 'sealed' ORDER BY volume`,
        run,
      )
      .toArray()
      .map((row) => sealedRow.parse(row));
  }

  doneVolumes(run: number): DoneVolume[] {
    const rows = this.#sql.exec<Record<keyof DoneVolume, SqlStorageValue>>(
      `SELECT volume, key, name, size, sha256, uploaded_at AS uploadedAt FROM volumes
       WHERE run = ? AND state = 'stored' ORDER BY volume`,
      run,
    );
    // The columns' types are those of the table above.
    return rows.toArray() as unknown as DoneVolume[];
  }

  files(run: number): Files {
    const [row] = this.#sql
      .exec<{ fileSize: number; volumes: number; last: string }>(
        `SELECT coalesce(sum(size), 0) AS fileSize, count(*) AS volumes,
           coalesce((SELECT name FROM volumes WHERE run = ?1 AND state = 'stored' ORDER BY volume DESC LIMIT 1), '') AS last
         FROM volumes WHERE run = ?1 AND state = 'stored'`,
        run,
      )
      .toArray();
    return { fileName: row?.last ?? '', fileSize: row?.fileSize ?? 0, volumes: row?.volumes ?? 0 };
  }

  /** Gives up volumes of a run that nobody goes on with: all in these states but the one named. */
  discardVolumes(run: number, states: readonly ('open' | 'sealed' | 'stored')[], keep: number | null): void {
    const list = states.map((state) => `'${state}'`).join(', ');
    const where = `run = ? AND state IN (${list}) AND volume IS NOT ?`;
    this.#sql.exec(
      `INSERT OR IGNORE INTO garbage (key, upload_id, run)
       SELECT key, CASE state WHEN 'stored' THEN '' ELSE upload_id END, run FROM volumes WHERE ${where}`,
      run,
      keep,
    );
    this.#sql.exec(`DELETE FROM volumes WHERE ${where}`, run, keep);
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
