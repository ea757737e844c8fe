import { FIRST_EVENTS, LAST_EVENTS, type KeptEvent, type RunEvent } from '../src/model/run-events.ts';
import { toldOf, type Occurrence } from '../src/model/webhook.ts';
import { readEvent } from '../src/model/stored-event.ts';

/** Events that one projection tells of for webhooks. */
const TOLD_A_PROJECTION = 100;

/** What happened to the job's runs, in order; bounded for each run (run-events.ts). */
export class EventState {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Keeps an event and, where webhooks may be told of it, what they are told: both with the state that it is of. */
  add(run: number, at: number, happened: RunEvent): void {
    const { event, ...data } = happened;
    const told = toldOf(happened);
    if (told) this.#tell({ run, at, ...told });
    this.#insert(run, at, { event, data });
    // Of what lies between the first and the last ones, the oldest goes.
    this.#sql.exec(
      `DELETE FROM events WHERE id = (SELECT id FROM events WHERE run = ?1 ORDER BY id LIMIT 1 OFFSET ?2)
         AND (SELECT count(*) FROM events WHERE run = ?1) > ?3`,
      run,
      FIRST_EVENTS,
      FIRST_EVENTS + LAST_EVENTS,
    );
  }

  #tell({ run, at, event, data }: Omit<Occurrence, 'n'>): void {
    this.#sql.exec(
      'INSERT INTO outbox (run, at, event, data) VALUES (?, ?, ?, ?)',
      run,
      at,
      event,
      JSON.stringify(data),
    );
  }

  /** What D1 was not yet told for webhooks, in its order. */
  untold(): Occurrence[] {
    const rows = this.#sql
      .exec<{ n: number; run: number; at: number; event: string; data: string }>(
        'SELECT n, run, at, event, data FROM outbox ORDER BY n LIMIT ?',
        TOLD_A_PROJECTION,
      )
      .toArray();
    // Written by #tell alone.
    return rows.map(({ data, ...told }) => ({ ...told, data: JSON.parse(data) }) as Occurrence);
  }

  /** D1 was told as far as `n`. */
  toldTo(n: number): void {
    this.#sql.exec('DELETE FROM outbox WHERE n <= ?', n);
  }

  of(run: number): KeptEvent[] {
    return this.#sql
      .exec('SELECT id, at, event, data FROM events WHERE run = ? ORDER BY id', run)
      .toArray()
      .map(readEvent);
  }

  /** Events of a run as a backup has them. */
  kept(run: number): { readonly at: number; readonly event: string; readonly data: string }[] {
    return this.#sql
      .exec<{ at: number; event: string; data: string }>(
        'SELECT at, event, data FROM events WHERE run = ? ORDER BY id',
        run,
      )
      .toArray();
  }

  /** An event that comes back with a backup: nobody is told of it again. */
  putBack(run: number, { id: _, at, event, ...data }: KeptEvent): void {
    this.#insert(run, at, { event, data });
  }

  #insert(run: number, at: number, { event, data }: { readonly event: string; readonly data: object }): void {
    this.#sql.exec(
      'INSERT INTO events (run, at, event, data) VALUES (?, ?, ?, ?)',
      run,
      at,
      event,
      JSON.stringify(data),
    );
  }

  forget(run: number): void {
    this.#sql.exec('DELETE FROM events WHERE run = ?', run);
  }
}
