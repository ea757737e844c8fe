import type { Instant } from '../../src/model/instant.ts';
import { DAY_MS } from '../../src/model/instant.ts';
import type { Kind } from '../../src/model/records.ts';
import { kindCode } from '../../src/records/kinds.ts';
import { jsonTexts } from './values.ts';

/** How long departures are told, and how long without a run that asks for them they are noted. */
const KEPT_MS = 100 * DAY_MS;

/** That a record left: it was of this medium, and is of another one, or is gone (null). It is named by the change number that it took then. */
export interface Departure {
  readonly id: string;
  readonly change: number;
  readonly was: string;
  readonly now: string | null;
}

/** Why: erased with its contact, expired with its time, or moved to another medium or to where no run finds it. */
export type DepartureReason = 'erased' | 'expired' | 'moved';

/**
 * What DataSync jobs are told of records that are no more where they were. Noted only while a job asks for it: `journal` has a row then,
 * whose `since` is the change number behind which nothing is missing. Of a record that departed its coming back is noted, too, so that
 * the last row of a record up to a change number tells where it was then.
 */
export class Departures {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Behind which change number all departures are known; null where none are noted. */
  get since(): number | null {
    return this.#sql.exec<{ since: number }>('SELECT since FROM journal').toArray()[0]?.since ?? null;
  }

  /** A job asks: what departs behind `change`, the last one given, is noted from now on. */
  follow(change: number, now: Instant): void {
    this.#sql.exec(
      'INSERT INTO journal (id, since, followed) VALUES (1, ?1, ?2) ON CONFLICT DO UPDATE SET followed = ?2',
      change,
      now,
    );
  }

  /** Records departed that nobody is told of, while this was the last change number given. */
  miss(change: number): void {
    this.#sql.exec('INSERT OR REPLACE INTO missed (id, change) VALUES (1, ?)', change);
  }

  /** Whether a job that has all up to this number may still have what departed then, untold. */
  isMissed(change: number): boolean {
    return this.#sql.exec('SELECT 1 FROM missed WHERE change = ?', change).toArray().length > 0;
  }

  add(kind: Kind, rows: readonly Departure[], { why, at }: { why: DepartureReason; at: Instant }): void {
    if (rows.length === 0 || this.since === null) return;
    for (const text of jsonTexts(rows.map(({ id, change, was, now }) => [change, id, was, now])))
      this.#sql.exec(
        `INSERT INTO departures (change, kind, id, was, now, why, at)
        SELECT value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3, ?3, ?4 FROM json_each(?1)`,
        text,
        kindCode(kind),
        why,
        at,
      );
  }

  /** Records have come: of those among them that had departed it is noted. */
  comeBack(kind: Kind, rows: readonly { id: string; change: number; media: string }[], at: Instant): void {
    if (rows.length === 0 || this.since === null) return;
    for (const text of jsonTexts(rows.map(({ id, change, media }) => [change, id, media])))
      this.#sql.exec(
        `INSERT INTO departures (change, kind, id, was, now, why, at)
        SELECT value ->> 0, ?2, value ->> 1, NULL, value ->> 2, '', ?3 FROM json_each(?1)
        WHERE EXISTS (SELECT 1 FROM departures WHERE kind = ?2 AND id = value ->> 1)`,
        text,
        kindCode(kind),
        at,
      );
  }

  /** Removes what is told no more, `most` rows of it; answers whether there may be more. */
  collect(now: Instant, most: number): boolean {
    const before = now - KEPT_MS;
    this.#sql.exec('DELETE FROM journal WHERE followed <= ?', before);
    const since = this.since;
    const oldest = this.#sql
      .exec<{ at: number }>('SELECT at FROM departures ORDER BY change LIMIT 1')
      .toArray()[0];
    if (!oldest || (since !== null && oldest.at > before)) return false;
    const gone = this.#sql
      .exec<{ change: number; at: number }>('SELECT change, at FROM departures ORDER BY change LIMIT ?', most)
      .toArray()
      .filter(({ at }) => since === null || at <= before);
    const last = gone.at(-1)?.change ?? 0;
    for (const { change } of gone) this.#sql.exec('DELETE FROM departures WHERE change = ?', change);
    this.#sql.exec('UPDATE journal SET since = max(since, ?)', last);
    return gone.length === most;
  }
}
