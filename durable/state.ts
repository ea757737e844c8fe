import type { Job } from '../src/model/job.ts';
import type { Run } from '../src/model/run.ts';
import { readJob, writeJob } from '../src/model/stored.ts';
import type { Occurrence } from '../src/model/webhook.ts';
import { DeliveryTable } from './deliveries.ts';
import { EventState } from './events.ts';
import { LaidVolumes } from './laid-volumes.ts';
import { Pauses } from './pauses.ts';
import { RunState, type OldRuns } from './runs.ts';
import { makeTables, upgradeTables } from './tables.ts';
import { VolumeState } from './volumes.ts';

/** Runs that one projection tells of; what is left follows with the next. */
const RUNS_A_PROJECTION = 20;
const REMOVED_A_PROJECTION = 5_000;
/** And files, each a row of some 400 bytes. */
const VOLUMES_A_PROJECTION = 10_000;

/** More than changes of a job in 30 days, which is as far as an object is set back. */
const LIFTED_BY = 10_000_000;

/** Something in R2 that is of no more use: an object, an upload (`uploadId`), or all below a prefix (ends in "/"). */
export interface Garbage {
  readonly key: string;
  readonly uploadId: string;
  readonly run: number;
}

/** What D1 is to be told. */
export interface Unprojected {
  readonly version: number;
  readonly runs: readonly Run[];
  readonly removed: readonly number[];
  /** For webhooks. */
  readonly told: readonly Occurrence[];
}

/** Sorted as they are to be done (`errands`). */
export type ErrandKind = 'add-job' | 'leave' | 'notice' | 'release' | 'remove-job';
export interface Errand {
  readonly kind: ErrandKind;
  readonly run: number;
}

/**
 * What the job's object remembers, behind plain methods. All synchronous: a call's writes land together. An object that is
 * no job has no tables: nothing but `job()` and `putJob()` may be asked of it, and asking leaves nothing in storage.
 */
export class ObjectState {
  readonly volumes: VolumeState;
  readonly laid: LaidVolumes;
  readonly laidFiles: VolumeState;
  readonly events: EventState;
  readonly deliveries: DeliveryTable;
  readonly pauses: Pauses;
  readonly #runs: RunState;
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  #hasTables: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#hasTables = upgradeTables(storage);
    this.volumes = new VolumeState(this.#sql);
    this.laid = new LaidVolumes(this.#sql);
    this.laidFiles = new VolumeState(this.#sql, 'laid_files');
    this.events = new EventState(this.#sql);
    this.deliveries = new DeliveryTable(this.#sql);
    this.pauses = new Pauses(this.#sql);
    this.#runs = new RunState(this.#sql);
  }

  job(): Job | null {
    if (!this.#hasTables) return null;
    const [row] = this.#sql.exec<{ data: string }>('SELECT data FROM job').toArray();
    return row ? readJob(row.data) : null;
  }

  putJob(job: Job): void {
    if (!this.#hasTables) makeTables(this.#storage);
    this.#hasTables = true;
    this.#sql.exec(
      `INSERT INTO job (id, version, projected, data) VALUES (1, 1, 0, ?1)
       ON CONFLICT (id) DO UPDATE SET data = ?1, version = version + 1`,
      writeJob(job),
    );
  }

  /** Empties the object: nothing of it stays in storage. */
  async forget(): Promise<void> {
    this.#hasTables = false;
    await this.#storage.deleteAll();
  }

  run(id: number): Run | null {
    return this.#hasTables ? this.#runs.latestWhere('id = ?', id) : null;
  }

  /** Gives up what many have written of a run. */
  forgetLaid(run: number): void {
    this.laid.forget(run);
    this.laidFiles.discard(run, ['open', 'sealed', 'stored'], null);
  }

  /** The run that is Queued or In Progress; there is one at most. */
  activeRun(): Run | null {
    return this.#runs.latestWhere(`status IN ('QUEUED', 'IN_PROGRESS')`);
  }

  /** The run that the job is shown by: the latest that was not skipped. */
  latestRun(): Run | null {
    return this.#runs.latestWhere(`status <> 'SKIPPED'`);
  }

  /** The latest run whose files have expired by `now` and are still shown. */
  expiredRun(now: number): Run | null {
    return this.#runs.latestWhere('expires <= ?', now);
  }

  /** When the next files expire; null when none do. */
  nextExpiry(): number | null {
    const [row] = this.#sql.exec<{ at: number | null }>('SELECT min(expires) AS at FROM runs').toArray();
    return row?.at ?? null;
  }

  /** Keeps a run. `shown` says whether lists have to learn of it: the version grows, and the projection follows. */
  putRun(run: Run, shown: boolean): void {
    this.#runs.put(run, shown ? this.changed() : null);
  }

  /** Notes that lists have to learn of something; answers the version that tells of it. */
  changed(): number {
    return this.#sql.exec<{ version: number }>('UPDATE job SET version = version + 1 RETURNING version').one()
      .version;
  }

  /** Forgets a run; D1 is told with the next projection. */
  removeRun(id: number): void {
    this.#runs.remove(id);
    this.events.forget(id);
    this.forgetLaid(id);
    this.deliveries.remove(id, Date.now());
    this.#sql.exec('INSERT OR IGNORE INTO removed_runs (id) VALUES (?)', id);
    this.changed();
  }

  /** Runs that may be forgotten: over, without files, created before a time or more than a number, the oldest first. */
  oldRuns(bounds: OldRuns): number[] {
    const kept = this.job()?.definition.exportType === 'DataSync' ? this.#runs.lastFinished() : null;
    return this.#runs.old(bounds, kept);
  }

  /** Runs behind an id, ascending, `limit` at most. */
  runsBehind(after: number, limit: number): Run[] {
    return this.#runs.where('id > ? ORDER BY id LIMIT ?', after, limit).map(({ run }) => run);
  }

  runIds(): number[] {
    return this.#sql
      .exec<{ id: number }>('SELECT id FROM runs')
      .toArray()
      .map(({ id }) => id);
  }

  /** The version of all, and what changed since the last projection that landed. */
  unprojected(): Unprojected | null {
    const [row] = this.#sql
      .exec<{ version: number; projected: number }>('SELECT version, projected FROM job')
      .toArray();
    const removed = this.#sql
      .exec<{ id: number }>('SELECT id FROM removed_runs LIMIT ?', REMOVED_A_PROJECTION)
      .toArray();
    const told = this.events.untold();
    if (!row || (row.projected >= row.version && removed.length === 0 && told.length === 0)) return null;
    const found = this.#runs.where('version > ? ORDER BY version LIMIT ?', row.projected, RUNS_A_PROJECTION);
    const runs = this.#withFewVolumes(found);
    // Where runs are left for the next projection, this one tells no more than its last run's version.
    const all = found.length < RUNS_A_PROJECTION && runs.length === found.length;
    const version = all ? row.version : (runs.at(-1)?.version ?? row.version);
    return { version, runs: runs.map(({ run }) => run), removed: removed.map(({ id }) => id), told };
  }

  /** The first of these runs, as many as have VOLUMES_A_PROJECTION together, and one at least: each volume becomes a row. */
  #withFewVolumes<T extends { readonly run: Run }>(runs: readonly T[]): readonly T[] {
    let volumes = 0;
    const fitting = runs.findIndex(({ run }, at) => {
      volumes += this.volumes.files(run.id).volumes;
      return at > 0 && volumes > VOLUMES_A_PROJECTION;
    });
    return fitting < 0 ? runs : runs.slice(0, fitting);
  }

  /** A projection has landed; what it told need not be told again. */
  projected({ version, removed, told }: Pick<Unprojected, 'version' | 'removed' | 'told'>): void {
    this.#sql.exec('UPDATE job SET projected = max(projected, ?)', version);
    for (const id of removed) this.#sql.exec('DELETE FROM removed_runs WHERE id = ?', id);
    const last = told.at(-1);
    if (last) this.events.toldTo(last.n);
  }

  /** What the contact center has still to be told: of the job itself (run 0), or that a run is over. */
  addErrand(kind: ErrandKind, run: number): void {
    this.#sql.exec('INSERT OR IGNORE INTO errands (kind, run) VALUES (?, ?)', kind, run);
  }

  /** Errands in the order in which they make sense: a job is made known first, and forgotten last. */
  errands(): Errand[] {
    const rows = this.#sql.exec('SELECT kind, run FROM errands ORDER BY kind, run LIMIT 100').toArray();
    // Written by addErrand and the first step of the tables alone.
    return rows as unknown as Errand[];
  }

  errandDone({ kind, run }: Errand): void {
    this.#sql.exec('DELETE FROM errands WHERE kind = ? AND run = ?', kind, run);
  }

  /** Has everything told to D1 once more. */
  projectAgain(): void {
    this.#sql.exec('UPDATE job SET projected = 0');
  }

  /** The same, as newer than all that was told by what the object was before it was set back. */
  liftVersions(): void {
    this.#sql.exec('UPDATE runs SET version = version + ?', LIFTED_BY);
    this.#sql.exec('UPDATE job SET projected = 0, version = version + ?', LIFTED_BY);
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
    // The columns' types are those of the table.
    return rows as unknown as Garbage[];
  }

  removed({ key, uploadId }: Garbage): void {
    this.#sql.exec('DELETE FROM garbage WHERE key = ? AND upload_id = ?', key, uploadId);
  }

  hasGarbage(): boolean {
    return this.#sql.exec('SELECT 1 FROM garbage LIMIT 1').toArray().length > 0;
  }
}
