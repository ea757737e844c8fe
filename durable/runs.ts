import type { Run } from '../src/model/run.ts';
import type { Definition } from '../src/model/definition.ts';
import * as stored from '../src/model/stored.ts';

interface RunRow extends Record<string, SqlStorageValue> {
  readonly data: string;
  readonly definition: string;
  readonly definitionId: number | null;
  readonly claim: string | null;
  readonly version: number;
}

/** Which runs are old: `createdBefore` in milliseconds since 1970, all but the newest `beyond`, `limit` at most. */
export interface OldRuns {
  readonly createdBefore: number;
  readonly beyond: number;
  readonly limit: number;
}

/** The claim on the whole archive; volumes count from 1. */
const WHOLE = 0;

/** The job's runs, their claims and the definitions that they were submitted with. */
export class RunState {
  readonly #sql: SqlStorage;
  /** Definitions that were read; they never change. */
  readonly #definitions = new Map<number, Definition>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The run of the highest id that meets a condition over the columns of `runs`. */
  latestWhere(condition: string, ...values: readonly number[]): Run | null {
    const [run] = this.where(`${condition} ORDER BY id DESC LIMIT 1`, ...values);
    return run?.run ?? null;
  }

  where(condition: string, ...values: readonly number[]): { readonly run: Run; readonly version: number }[] {
    return this.#sql
      .exec<RunRow>(
        `SELECT data, definition, definition_id AS definitionId, version,
           (SELECT data FROM claims WHERE run = runs.id AND volume = ${WHOLE}) AS claim
         FROM runs WHERE ${condition}`,
        ...values,
      )
      .toArray()
      .map((row) => ({ run: this.#read(row), version: row.version }));
  }

  /** Keeps a run. With a version, lists have to learn of it; without, it stays as it is there. */
  put(run: Run, version: number | null): void {
    const { status, filesGone, filesExpireAt } = run.outcome;
    this.#sql.exec(
      `INSERT INTO runs (id, version, status, expires, definition, definition_id, data)
       VALUES (?1, coalesce(?2, 0), ?3, ?4, '', ?5, ?6)
       ON CONFLICT (id) DO UPDATE SET version = coalesce(?2, version), status = ?3, expires = ?4, definition = '',
         definition_id = ?5, data = ?6`,
      run.id,
      version,
      status,
      filesGone === '' ? filesExpireAt : null,
      this.#keepDefinition(run),
      stored.writeRun(run),
    );
    this.#sql.exec(
      'INSERT OR REPLACE INTO claims (run, volume, data) VALUES (?, ?, ?)',
      run.id,
      WHOLE,
      stored.writeClaim(run.claim),
    );
  }

  /** The run that finished last; its watermark is the job's. */
  lastFinished(): number | null {
    const rows = this.#sql.exec<{ id: number | null }>(
      `SELECT max(id) AS id FROM runs WHERE status = 'FINISHED'`,
    );
    return rows.toArray()[0]?.id ?? null;
  }

  old({ createdBefore, beyond, limit }: OldRuns, kept: number | null): number[] {
    // The time stands in both formats of a run (stored-run.ts); ids grow with it.
    return this.#sql
      .exec<{ id: number }>(
        `SELECT id FROM runs
         WHERE status NOT IN ('QUEUED', 'IN_PROGRESS') AND expires IS NULL AND id IS NOT ?1
           AND (coalesce(data ->> '$.outcome.createdAt', data ->> '$.createdAt') < ?2
             OR id <= (SELECT id FROM runs ORDER BY id DESC LIMIT 1 OFFSET ?3))
         ORDER BY id LIMIT ?4`,
        kept,
        createdBefore,
        beyond,
        limit,
      )
      .toArray()
      .map(({ id }) => id);
  }

  remove(id: number): void {
    const [row] = this.#sql
      .exec<{ definition: number | null }>(
        'DELETE FROM runs WHERE id = ? RETURNING definition_id AS definition',
        id,
      )
      .toArray();
    this.#sql.exec('DELETE FROM claims WHERE run = ?', id);
    // Its id may be given again.
    this.#definitions.clear();
    this.#sql.exec(
      'DELETE FROM definitions WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM runs WHERE definition_id = ?1)',
      row?.definition ?? null,
    );
  }

  #read({ data, definition, definitionId, claim }: RunRow): Run {
    const own = definitionId === null ? stored.readDefinition(definition) : this.#definition(definitionId);
    return stored.readRun({ run: data, definition: own, claim });
  }

  #definition(id: number): Definition {
    const known = this.#definitions.get(id);
    if (known) return known;
    const [row] = this.#sql.exec<{ text: string }>('SELECT text FROM definitions WHERE id = ?', id).toArray();
    if (!row) throw new Error('the definition of a run is gone');
    const definition = stored.readDefinition(row.text);
    this.#definitions.set(id, definition);
    return definition;
  }

  /** The id under which the run's definition is kept: its own where it has one, else that of an equal one. */
  #keepDefinition(run: Run): number {
    const [own] = this.#sql
      .exec<{ id: number | null }>('SELECT definition_id AS id FROM runs WHERE id = ?', run.id)
      .toArray();
    if (own?.id) return own.id;
    const text = stored.writeDefinition(run.definition);
    const [equal] = this.#sql
      .exec<{ id: number }>('SELECT id FROM definitions WHERE text = ?', text)
      .toArray();
    if (equal) return equal.id;
    return this.#sql
      .exec<{ id: number }>('INSERT INTO definitions (text) VALUES (?) RETURNING id', text)
      .one().id;
  }
}
