import { DurableObject } from 'cloudflare:workers';
import { z } from 'zod';
import { hasHistory } from '../src/platform/set-back.ts';

const TABLES = `
CREATE TABLE IF NOT EXISTS centers (ccid TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS former (ccid TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS returning_centers (ccid TEXT PRIMARY KEY, backup TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
`;

/** What the registry knows of the ids drawn and of a hold on sweeps. Instants are milliseconds since 1970. */
export interface RegistryStatus {
  /** The highest id that was ever drawn. D1's sequence below it means that D1 was set back. */
  readonly highest: number;
  /** Until when no sweep deletes from R2; 0 where none was asked for. */
  readonly holdUntil: number;
  /** The last minute that D1 was seen to know of. */
  readonly beat: number;
}

/** A hold that nobody asked for: as long as files live, unless a restore says otherwise. */
const HOLD_MS = 30 * 86_400_000;

/**
 * What a deployment must know beside D1, because D1 may be set back to an earlier time: which contact centers there are, how far
 * the ids are, and whether sweeps are held. One object; it is asked once for each job and run that is made.
 */
export class Registry extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env as never);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(TABLES);
  }

  /**
   * Confirms ids that D1's sequence gave: `first` where they are new, else the first of as many new ones. Then D1 was set back,
   * and rows that name files are missing in it: sweeps are held until the restore is complete.
   */
  async confirm(first: number, count: number, now: number): Promise<number> {
    const highest = this.#number('highest');
    const setBack = z.int().positive().parse(first) <= highest;
    const from = setBack ? highest + 1 : first;
    this.#put('highest', from + z.int().positive().parse(count) - 1);
    if (setBack) await this.holdAll(now);
    return from;
  }

  /** Notes the last minute that D1 was seen to know of; D1 knowing less later means that it was set back. */
  async beat(at: number): Promise<void> {
    this.#put('beat', Math.max(this.#number('beat'), z.int().parse(at)));
  }

  async status(): Promise<RegistryStatus> {
    return {
      highest: this.#number('highest'),
      holdUntil: this.#number('holdUntil'),
      beat: this.#number('beat'),
    };
  }

  /** Holds sweeps for as long as files live: nobody asked for it, but D1 was seen to be set back. */
  async holdAll(now: number): Promise<void> {
    if (this.#number('holdUntil') <= now) await this.hold(now + HOLD_MS);
  }

  /** Holds every sweep that deletes from R2 until then; 0 lets them go on. */
  async hold(until: number): Promise<void> {
    this.#put('holdUntil', z.int().nonnegative().parse(until));
  }

  /** Whether the platform knows what objects were at a time. */
  hasHistory(at: number): Promise<boolean> {
    return hasHistory(this.ctx.storage, z.int().parse(at));
  }

  async addCenter(ccid: string): Promise<void> {
    this.#sql.exec('INSERT OR IGNORE INTO centers (ccid) VALUES (?)', z.string().min(1).parse(ccid));
  }

  /** A contact center comes back with a backup from now on; ids are drawn behind all that the backup's deployment had. */
  async beginReturn(ccid: string, backup: string, highest: number): Promise<void> {
    this.#sql.exec('INSERT OR REPLACE INTO returning_centers (ccid, backup) VALUES (?, ?)', ccid, backup);
    this.#put('highest', Math.max(this.#number('highest'), z.int().nonnegative().parse(highest)));
  }

  /** With which backup a contact center is coming back; null where it is not. */
  async returning(ccid: string): Promise<string | null> {
    const rows = this.#sql.exec<{ backup: string }>(
      'SELECT backup FROM returning_centers WHERE ccid = ?',
      ccid,
    );
    return rows.toArray()[0]?.backup ?? null;
  }

  /** A contact center is back, with its audit log: it is none of a former time. */
  async endReturn(ccid: string): Promise<void> {
    this.#sql.exec('DELETE FROM returning_centers WHERE ccid = ?', ccid);
    this.#sql.exec('DELETE FROM former WHERE ccid = ?', ccid);
  }

  /** A contact center that was removed is known no more, but as a former one where its audit log was kept. */
  async removeCenter(ccid: string, logKept: boolean): Promise<void> {
    this.#sql.exec('DELETE FROM centers WHERE ccid = ?', ccid);
    this.#sql.exec('DELETE FROM returning_centers WHERE ccid = ?', ccid);
    if (logKept) this.#sql.exec('INSERT OR IGNORE INTO former (ccid) VALUES (?)', ccid);
    else this.#sql.exec('DELETE FROM former WHERE ccid = ?', ccid);
  }

  /** Whether a removed contact center had this name, and its audit log was kept. */
  async isFormer(ccid: string): Promise<boolean> {
    return this.#sql.exec('SELECT 1 FROM former WHERE ccid = ?', ccid).toArray().length > 0;
  }

  /** Contact centers behind `after` ("" for the first page), in order. */
  async centers(after: string, limit: number): Promise<string[]> {
    return this.#sql
      .exec<{ ccid: string }>('SELECT ccid FROM centers WHERE ccid > ? ORDER BY ccid LIMIT ?', after, limit)
      .toArray()
      .map(({ ccid }) => ccid);
  }

  #number(name: string): number {
    const rows = this.#sql.exec<{ value: number }>('SELECT value FROM numbers WHERE name = ?', name);
    return rows.toArray()[0]?.value ?? 0;
  }

  #put(name: string, value: number): void {
    this.#sql.exec('INSERT OR REPLACE INTO numbers (name, value) VALUES (?, ?)', name, value);
  }
}
