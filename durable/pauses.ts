import type { Instant } from '../src/model/instant.ts';

/** What the object does for others and tries again when it does not succeed. */
export type Chore = 'projection' | 'garbage' | 'errands' | 'aborts';

/** Pauses between tries: the first, doubled with each that fails, and the longest. */
const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long each chore waits after it failed. Kept in the object's storage: an outage may last longer than the object stays in
 * memory, and one that wakes up is not to hammer where it had learned to wait.
 */
export class Pauses {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** When a chore may be tried again; 0 when it did not fail. */
  until(chore: Chore): Instant {
    return this.#row(chore)?.until ?? 0;
  }

  /** A try failed. One that came before its time, because something else had happened, makes the pause no longer. */
  failed(chore: Chore, now: Instant): void {
    const { failures, until } = this.#row(chore) ?? { failures: 0, until: 0 };
    if (now < until) return;
    this.#sql.exec(
      'INSERT OR REPLACE INTO pauses (chore, failures, until) VALUES (?, ?, ?)',
      chore,
      failures + 1,
      now + Math.min(FIRST_MS * 2 ** failures, LONGEST_MS),
    );
  }

  succeeded(chore: Chore): void {
    if (this.#row(chore)) this.#sql.exec('DELETE FROM pauses WHERE chore = ?', chore);
  }

  #row(chore: Chore): { failures: number; until: Instant } | undefined {
    return this.#sql
      .exec<{ failures: number; until: number }>('SELECT failures, until FROM pauses WHERE chore = ?', chore)
      .toArray()[0];
  }
}
