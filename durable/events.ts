import { FIRST_EVENTS, LAST_EVENTS, type KeptEvent, type RunEvent } from '../src/model/run-events.ts';
import { readEvent } from '../src/model/stored-event.ts';

/** What happened to the job's runs, in order; bounded for each run (run-events.ts). */
export class EventState {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(run: number, at: number, { event, ...data }: RunEvent): void {
    this.#sql.exec(
      'INSERT INTO events (run, at, event, data) VALUES (?, ?, ?, ?)',
      run,
      at,
      event,
      JSON.stringify(data),
    );
    // Of what lies between the first and the last ones, the oldest goes.
    this.#sql.exec(
      `DELETE FROM events WHERE id = (SELECT id FROM events WHERE run = ?1 ORDER BY id LIMIT 1 OFFSET ?2)
         AND (SELECT count(*) FROM events WHERE run = ?1) > ?3`,
      run,
      FIRST_EVENTS,
      FIRST_EVENTS + LAST_EVENTS,
    );
  }

  of(run: number): KeptEvent[] {
    return this.#sql
      .exec('SELECT id, at, event, data FROM events WHERE run = ? ORDER BY id', run)
      .toArray()
      .map(readEvent);
  }

  forget(run: number): void {
    this.#sql.exec('DELETE FROM events WHERE run = ?', run);
  }
}
