import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../src/model/limits.ts';
import { jobObjectName, REGISTRY_NAME } from '../src/model/object-names.ts';
import { moreVolumes, nextRuns, type QueuedRun } from '../src/model/run-queue.ts';
import { log } from '../src/platform/log.ts';
import { placedObjects } from '../src/platform/placed-objects.ts';
import { setStorageBack } from '../src/platform/set-back.ts';
import { suspendedSince } from '../src/store/centers.ts';
import { findLimits } from '../src/store/limits.ts';
import type { ExportJob } from './export-job.ts';
import { settingsOf } from './settings.ts';

/** The bindings that a center's object uses. */
type CenterBindings = Pick<Env, 'DB' | 'EXPORT_JOB' | 'REGISTRY'>;

const TABLES = `
CREATE TABLE IF NOT EXISTS center (id INTEGER PRIMARY KEY CHECK (id = 1), ccid TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jobs (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, job INTEGER NOT NULL, active INTEGER NOT NULL,
  told INTEGER NOT NULL, checked INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS in_flight (run INTEGER PRIMARY KEY, volumes INTEGER NOT NULL);
`;

/** A job that could not be told that its run's turn has come is told after so long. */
const RETRY_MS = 5_000;
/** The operator's limits are read anew after so long. */
const LIMITS_MS = 60_000;
/** A run that was let in is asked for after so long whether it is still under way, in case its end was never told. */
const CHECK_MS = 5 * 60_000;

/** Whether a run may be begun now, or waits for its turn. */
export type Turn = 'go' | 'wait';

const id = z.int().positive();
const count = z.int().nonnegative();
const inFlight = z.object({ own: count, more: count });

/**
 * What one contact center has: its jobs, known here beside D1, and the order in which its runs take their turns. A center that
 * submits a thousand runs keeps nobody waiting but itself: only as many as its limit are ever in the queue.
 */
export class Center extends DurableObject<CenterBindings> {
  readonly #sql: SqlStorage;
  #limits = { runs: DEFAULT_LIMITS.runs, at: 0 };

  constructor(ctx: DurableObjectState, env: CenterBindings) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(TABLES);
  }

  /** Knows a job from now on. The first one makes the contact center itself known. */
  async addJob(ccid: string, jobId: number): Promise<void> {
    if (this.#ccid() === null) {
      const registry = placedObjects(this.env.REGISTRY, settingsOf(this.env));
      await registry.get(registry.idFromName(REGISTRY_NAME)).addCenter(ccid);
      this.#sql.exec('INSERT OR IGNORE INTO center (id, ccid) VALUES (1, ?)', z.string().min(1).parse(ccid));
    }
    this.#sql.exec('INSERT OR IGNORE INTO jobs (id) VALUES (?)', id.parse(jobId));
  }

  /** A deleted job is known no more. */
  async removeJob(jobId: number): Promise<void> {
    this.#sql.exec('DELETE FROM jobs WHERE id = ?', id.parse(jobId));
  }

  /** Ids of jobs behind `after`, ascending. */
  async jobs(after: number, limit: number): Promise<number[]> {
    return this.#sql
      .exec<{ id: number }>('SELECT id FROM jobs WHERE id > ? ORDER BY id LIMIT ?', after, limit)
      .toArray()
      .map((row) => row.id);
  }

  /** Asks for a run's turn. Asked again it answers as things are then; the job of a run that waits is told when its turn comes. */
  async enter(ccid: string, jobId: number, runId: number): Promise<Turn> {
    await this.addJob(ccid, jobId);
    this.#sql.exec(
      'INSERT OR IGNORE INTO runs (id, job, active, told, checked) VALUES (?, ?, 0, 0, ?)',
      id.parse(runId),
      id.parse(jobId),
      Date.now(),
    );
    await this.#admit(runId);
    const [row] = this.#sql.exec<{ active: number }>('SELECT active FROM runs WHERE id = ?', runId).toArray();
    return row?.active ? 'go' : 'wait';
  }

  /** A run is over: whoever waits longest takes its place. */
  async leave(runId: number): Promise<void> {
    this.#sql.exec('DELETE FROM runs WHERE id = ?', id.parse(runId));
    await this.#admit(null);
  }

  /**
   * How many more of its volumes a run may have written at once, which has `own` in flight and would have `more`. Each call says how many there
   * are, so that nothing has to be given back.
   */
  async volumes(runId: number, asked: { readonly own: number; readonly more: number }): Promise<number> {
    const { own, more } = inFlight.parse(asked);
    this.#sql.exec('DELETE FROM in_flight WHERE run NOT IN (SELECT id FROM runs)');
    const [row] = this.#sql
      .exec<{ others: number }>(
        'SELECT coalesce(sum(volumes), 0) AS others FROM in_flight WHERE run <> ?',
        id.parse(runId),
      )
      .toArray();
    const granted = moreVolumes({ own, more }, { runs: await this.inProgress(), others: row?.others ?? 0 });
    this.#sql.exec('INSERT OR REPLACE INTO in_flight (run, volumes) VALUES (?, ?)', runId, own + granted);
    return granted;
  }

  /** The operator has suspended the contact center or lets it go on: whose turn it is now is judged anew. */
  async judgeAgain(): Promise<void> {
    this.#limits = { ...this.#limits, at: 0 };
    await this.#admit(null);
  }

  /** Nothing of the contact center is known any more: it is being removed. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#sql.exec(TABLES);
  }

  /** Becomes what it was at a time; the call is cut off. */
  setBack(to: number): Promise<void> {
    return setStorageBack(this.ctx, z.int().parse(to));
  }

  /** How many of the center's runs are in progress: consumers take shorter slices the more there are. */
  async inProgress(): Promise<number> {
    return this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM runs WHERE active = 1').one().n;
  }

  /** Lets in whose turn it is. Whoever asks learns it from the answer; the others are told. */
  async #admit(asking: number | null): Promise<void> {
    const limit = await this.#limit();
    const now = Date.now();
    for (const run of nextRuns(this.#runs(), limit))
      this.#sql.exec('UPDATE runs SET active = 1, checked = ? WHERE id = ?', now, run.id);
    this.#sql.exec('UPDATE runs SET told = 1 WHERE id = ? AND active = 1', asking);
    await this.#arm();
    await this.#tell();
  }

  #ccid(): string | null {
    return this.#sql.exec<{ ccid: string }>('SELECT ccid FROM center').toArray()[0]?.ccid ?? null;
  }

  async #limit(): Promise<number> {
    const ccid = this.#ccid();
    const now = Date.now();
    if (now - this.#limits.at < LIMITS_MS || ccid === null) return this.#limits.runs;
    const { runs: most } = await findLimits(this.env.DB, ccid, DEFAULT_LIMITS);
    const runs = (await suspendedSince(this.env.DB, ccid)) === null ? most : 0;
    this.#limits = { runs, at: now };
    return runs;
  }

  /** Runs that are let in, and of those that wait as many as could be let in at once. */
  #runs(): QueuedRun[] {
    return this.#sql
      .exec<{ id: number; job: number; active: number }>(
        `SELECT id, job, active FROM (SELECT * FROM runs WHERE active = 1
           UNION ALL SELECT * FROM (SELECT * FROM runs WHERE active = 0 ORDER BY id LIMIT 1000))`,
      )
      .toArray()
      .map((row) => ({ id: row.id, jobId: row.job, active: row.active === 1 }));
  }

  /** Tells jobs that their runs' turn has come. What cannot be told now is left to the alarm. */
  async #tell(): Promise<void> {
    const untold = this.#sql
      .exec<{ id: number; job: number }>('SELECT id, job FROM runs WHERE active = 1 AND told = 0')
      .toArray();
    for (const { id: runId, job } of untold) {
      try {
        if (await this.#job(job).turn(runId)) this.#sql.exec('UPDATE runs SET told = 1 WHERE id = ?', runId);
        else this.#sql.exec('DELETE FROM runs WHERE id = ?', runId);
      } catch (error) {
        log('turn-untold', { ccid: this.#ccid(), run: runId, error });
      }
    }
  }

  #job(jobId: number): DurableObjectStub<ExportJob> {
    const jobs = placedObjects(this.env.EXPORT_JOB, settingsOf(this.env));
    return jobs.get(jobs.idFromName(jobObjectName(this.#ccid() ?? '', jobId)));
  }

  /** Never throws: a throwing alarm is dropped after a few tries. What fails here is tried again by the next one. */
  override async alarm(): Promise<void> {
    try {
      await this.#tell();
      await this.#check();
      await this.#admit(null);
    } catch (error) {
      log('alarm-failed', { object: this.ctx.id.name ?? this.ctx.id.toString(), error });
    }
    await this.#arm();
  }

  /** Asks the jobs of runs in progress whether they still are: an end that was never told would keep a place for good. */
  async #check(): Promise<void> {
    const now = Date.now();
    const due = this.#sql
      .exec<{ id: number; job: number }>(
        'SELECT id, job FROM runs WHERE active = 1 AND checked <= ?',
        now - CHECK_MS,
      )
      .toArray();
    for (const { id: runId, job } of due) {
      const underWay = await this.#job(job).underWay(runId);
      if (underWay) this.#sql.exec('UPDATE runs SET checked = ? WHERE id = ?', now, runId);
      else this.#sql.exec('DELETE FROM runs WHERE id = ?', runId);
    }
  }

  async #arm(): Promise<void> {
    const [row] = this.#sql
      .exec<{ untold: number; checked: number | null }>(
        'SELECT count(*) FILTER (WHERE told = 0) AS untold, min(checked) AS checked FROM runs WHERE active = 1',
      )
      .toArray();
    if (!row || row.checked === null) return;
    const now = Date.now();
    const at = row.untold > 0 ? now + RETRY_MS : Math.max(now + 1, row.checked + CHECK_MS);
    await this.ctx.storage.setAlarm(at);
  }
}
