import { z } from 'zod';
import {
  uploadedPart,
  type OpenedVolume,
  type SealedVolume,
  type StoredVolume,
} from '../src/model/protocol.ts';
import type { Files } from '../src/model/views.ts';

/** A volume that is done: what becomes an artifact. */
export interface DoneVolume {
  readonly volume: number;
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: number;
}

const sealedRow = z.object({
  volume: z.number(),
  key: z.string(),
  uploadId: z.string(),
  name: z.string(),
  size: z.number(),
  parts: z.string().transform((text) => z.array(uploadedPart).min(1).parse(JSON.parse(text))),
});

/** The volumes of the job's runs: open, sealed, stored. What is given up becomes garbage in the same stretch. */
export class VolumeState {
  readonly #sql: SqlStorage;
  readonly #table: 'volumes' | 'laid_files';

  /** `laid_files` has those of runs that were laid out, until all of a run are stored. */
  constructor(sql: SqlStorage, table: 'volumes' | 'laid_files' = 'volumes') {
    this.#sql = sql;
    this.#table = table;
  }

  open(run: number, { volume, key, uploadId }: OpenedVolume): void {
    this.#sql.exec(
      `INSERT INTO ${this.#table} (run, volume, state, key, upload_id) VALUES (?, ?, 'open', ?, ?)
       ON CONFLICT DO NOTHING`,
      run,
      volume,
      key,
      uploadId,
    );
  }

  seal(run: number, sealed: readonly SealedVolume[]): void {
    for (const { key, name, size, parts } of sealed)
      this.#sql.exec(
        `UPDATE ${this.#table} SET state = 'sealed', name = ?, size = ?, parts = ? WHERE run = ? AND key = ? AND state = 'open'`,
        name,
        size,
        JSON.stringify(parts),
        run,
        key,
      );
  }

  store(run: number, stored: readonly StoredVolume[]): void {
    for (const { volume, sha256, uploadedAt } of stored)
      this.#sql.exec(
        `UPDATE ${this.#table} SET state = 'stored', sha256 = ?, uploaded_at = ?, parts = '[]'
         WHERE run = ? AND volume = ? AND state = 'sealed'`,
        sha256,
        uploadedAt,
        run,
        volume,
      );
  }

  /** Volumes of a run that comes back with a backup, whose objects in R2 are there. */
  putBack(run: number, volumes: readonly DoneVolume[]): void {
    for (const { volume, key, name, size, sha256, uploadedAt } of volumes)
      this.#sql.exec(
        `INSERT OR IGNORE INTO ${this.#table} (run, volume, state, key, upload_id, name, size, sha256, uploaded_at)
         VALUES (?, ?, 'stored', ?, '', ?, ?, ?, ?)`,
        run,
        volume,
        key,
        name,
        size,
        sha256,
        uploadedAt,
      );
  }

  /** Sealed volumes of a run, or the one of this number. */
  sealed(run: number, volume: number | null = null): SealedVolume[] {
    return this.#sql
      .exec(
        `SELECT volume, key, upload_id AS uploadId, name, size, parts FROM ${this.#table}
         WHERE run = ?1 AND state = 'sealed' AND volume = coalesce(?2, volume) ORDER BY volume`,
        run,
        volume,
      )
      .toArray()
      .map((row) => sealedRow.parse(row));
  }

  isStored(run: number, volume: number): boolean {
    const found = `SELECT 1 FROM ${this.#table} WHERE run = ? AND volume = ? AND state = 'stored'`;
    return this.#sql.exec(found, run, volume).toArray().length > 0;
  }

  done(run: number): DoneVolume[] {
    const rows = this.#sql.exec<Record<keyof DoneVolume, SqlStorageValue>>(
      `SELECT volume, key, name, size, sha256, uploaded_at AS uploadedAt FROM ${this.#table}
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
           coalesce((SELECT name FROM ${this.#table} WHERE run = ?1 AND state = 'stored' ORDER BY volume DESC LIMIT 1), '') AS last
         FROM ${this.#table} WHERE run = ?1 AND state = 'stored'`,
        run,
      )
      .toArray();
    return { fileName: row?.last ?? '', fileSize: row?.fileSize ?? 0, volumes: row?.volumes ?? 0 };
  }

  /** Gives up volumes of a run that nobody goes on with: all in these states but the one named. */
  discard(run: number, states: readonly ('open' | 'sealed' | 'stored')[], keep: number | null): void {
    const list = states.map((state) => `'${state}'`).join(', ');
    const where = `run = ? AND state IN (${list}) AND volume IS NOT ?`;
    this.#sql.exec(
      `INSERT OR IGNORE INTO garbage (key, upload_id, run)
       SELECT key, CASE state WHEN 'stored' THEN '' ELSE upload_id END, run FROM ${this.#table} WHERE ${where}`,
      run,
      keep,
    );
    this.#sql.exec(`DELETE FROM ${this.#table} WHERE ${where}`, run, keep);
  }

  /** Gives up what is open of one volume. */
  discardOpen(run: number, volume: number): void {
    const where = `run = ? AND volume = ? AND state = 'open'`;
    this.#sql.exec(
      `INSERT OR IGNORE INTO garbage (key, upload_id, run) SELECT key, upload_id, run FROM ${this.#table} WHERE ${where}`,
      run,
      volume,
    );
    this.#sql.exec(`DELETE FROM ${this.#table} WHERE ${where}`, run, volume);
  }

  /** Takes over all volumes of a run from another table, where they are stored. */
  takeFrom(other: VolumeState, run: number): void {
    this.putBack(run, other.done(run));
    this.#sql.exec(`DELETE FROM ${other.#table} WHERE run = ?`, run);
  }

  /** Gives up artifacts of a run by name; answers how many there were. */
  discardFiles(run: number, names: readonly string[]): number {
    const list = JSON.stringify(names);
    const where = `run = ? AND state = 'stored' AND name IN (SELECT value FROM json_each(?))`;
    this.#sql.exec(
      `INSERT OR IGNORE INTO garbage (key, upload_id, run) SELECT key, '', run FROM ${this.#table} WHERE ${where}`,
      run,
      list,
    );
    return this.#sql.exec(`DELETE FROM ${this.#table} WHERE ${where}`, run, list).rowsWritten;
  }
}
