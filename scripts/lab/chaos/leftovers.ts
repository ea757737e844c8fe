import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What lies in a stopped service's folder that no run needs; `begun` are uploads without a part that no object knows of. */
export interface Leftovers {
  readonly wrong: readonly string[];
  /**
   * Uploads that were begun in the very moment of a kill, before the object could be told: R2 cannot list uploads, so the
   * bucket's lifecycle rule removes them (README, "Deploying"). They hold no byte.
   */
  readonly begun: number;
}

/** Looks through the local R2, D1 and Durable Object files (SQLite) below a persist folder. The service must not run. */
export function leftovers(persistTo: string): Leftovers {
  const [r2, d1, objects] = [
    tablesIn(join(persistTo, 'v3/r2/miniflare-R2BucketObject')),
    tablesIn(join(persistTo, 'v3/d1/miniflare-D1DatabaseObject')),
    tablesIn(join(persistTo, 'v3/do/user-data-management-ExportJob')).filter(has('job')),
  ];
  // Not there in objects that a version from before was the last to wake.
  const laid = objects.filter(has('laid_files'));
  const listed = new Set(texts(d1, 'SELECT key AS text FROM artifacts'));
  // Large records lie below `history/`; they are no run's.
  const stored = texts(r2, "SELECT key AS text FROM _mf_objects WHERE key NOT LIKE 'history/%'");
  // `state` 0 is an upload under way, 1 a completed one, 2 an aborted one.
  const open = `SELECT key AS text FROM _mf_multipart_uploads AS upload WHERE state = 0 AND`;
  const parts = '(SELECT 1 FROM _mf_multipart_parts AS part WHERE part.upload_id = upload.upload_id)';
  const known = new Set(texts(objects, 'SELECT upload_id AS text FROM volumes'));
  const begun = texts(
    r2,
    `SELECT upload_id AS text FROM _mf_multipart_uploads AS upload WHERE state = 0 AND NOT EXISTS ${parts}`,
  );
  const wrong = [
    ...stored.filter((key) => !listed.has(key)).map((key) => `R2 keeps ${key}, which no list names`),
    ...[...listed].filter((key) => !stored.includes(key)).map((key) => `R2 has lost ${key}`),
    ...texts(r2, `${open} EXISTS ${parts}`).map((key) => `an upload with parts is open for ${key}`),
    ...begun.filter((id) => known.has(id)).map((id) => `the object still knows of the upload ${id}`),
    ...texts(objects, 'SELECT key AS text FROM garbage').map(
      (key) => `the object has still to remove ${key}`,
    ),
    ...texts(objects, `SELECT key AS text FROM volumes WHERE state <> 'stored'`).map(
      (key) => `${key} is not stored`,
    ),
    ...texts(laid, 'SELECT key AS text FROM laid_files').map((key) => `${key} is of a run that is over`),
    ...texts(laid, 'SELECT run AS text FROM laid_volumes').map(
      (run) => `run ${run}, which is over, has a volume to be written`,
    ),
    ...texts(objects, `SELECT data AS text FROM job WHERE projected < version`).map(
      (job) => `not projected: ${job}`,
    ),
  ];
  for (const database of [...r2, ...d1, ...objects]) database.close();
  return { wrong, begun: begun.length };
}

function tablesIn(folder: string): readonly DatabaseSync[] {
  const files = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (files.length === 0) throw new Error(`there is no database in ${folder}`);
  return files.map((name) => new DatabaseSync(join(folder, name), { readOnly: true }));
}

/** Whether a database has a table: the object of a deleted job is emptied, and has none any more. */
const has =
  (table: string) =>
  (database: DatabaseSync): boolean =>
    texts([database], `SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name = '${table}'`)
      .length > 0;

function texts(databases: readonly DatabaseSync[], query: string): string[] {
  return databases.flatMap((database) =>
    database
      .prepare(query)
      .all()
      .map((row) => String(row['text'])),
  );
}
