import type { Instant } from '../src/model/instant.ts';
import { readLaidVolume, writeLaidVolume } from '../src/model/stored-volume.ts';
import type { LaidVolume } from '../src/model/volume-steps.ts';

/**
 * Volumes of runs that were laid out and are not stored yet. `wake` says when the message of one that is in flight is to be sent again; it is null of
 * one that waits for its turn.
 */
export class LaidVolumes {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(run: number, laid: LaidVolume): void {
    const { claim, place } = writeLaidVolume(laid);
    this.#sql.exec(
      'INSERT OR REPLACE INTO laid_volumes (run, volume, wake, claim, place) VALUES (?, ?, NULL, ?, ?)',
      run,
      laid.volume,
      claim,
      place,
    );
  }

  of(run: number, volume: number): LaidVolume | null {
    return this.#where('run = ? AND volume = ?', run, volume)[0] ?? null;
  }

  /** Keeps a volume that is in flight. */
  put(run: number, laid: LaidVolume): void {
    const { claim, place } = writeLaidVolume(laid);
    this.#sql.exec(
      'UPDATE laid_volumes SET wake = ?, claim = ?, place = ? WHERE run = ? AND volume = ?',
      laid.claim.wakeAt,
      claim,
      place,
      run,
      laid.volume,
    );
  }

  /** How many are in flight. */
  inFlight(run: number): number {
    const counted = 'SELECT count(*) AS n FROM laid_volumes WHERE run = ? AND wake IS NOT NULL';
    return this.#sql.exec<{ n: number }>(counted, run).one().n;
  }

  /** Those that wait for their turn, in order. */
  waiting(run: number, most: number): readonly LaidVolume[] {
    return this.#where('run = ? AND wake IS NULL ORDER BY volume LIMIT ?', run, most);
  }

  /** One in flight of which nobody was heard in time. */
  due(run: number, now: Instant): LaidVolume | null {
    return this.#where('run = ? AND wake <= ? ORDER BY wake LIMIT 1', run, now)[0] ?? null;
  }

  /** When the next of them is due; null where none is in flight. */
  nextWake(run: number): Instant | null {
    const [row] = this.#sql
      .exec<{ at: number | null }>('SELECT min(wake) AS at FROM laid_volumes WHERE run = ?', run)
      .toArray();
    return row?.at ?? null;
  }

  any(run: number): boolean {
    return this.#sql.exec('SELECT 1 FROM laid_volumes WHERE run = ? LIMIT 1', run).toArray().length > 0;
  }

  /** One is stored. */
  remove(run: number, volume: number): void {
    this.#sql.exec('DELETE FROM laid_volumes WHERE run = ? AND volume = ?', run, volume);
  }

  /** Runs that have some, or their files, though nobody works on them: a version that knew of neither ended them. */
  ended(): readonly number[] {
    return this.#sql
      .exec<{ run: number }>(
        `SELECT run FROM laid_volumes UNION SELECT run FROM laid_files
         EXCEPT SELECT id FROM runs WHERE status IN ('QUEUED', 'IN_PROGRESS')`,
      )
      .toArray()
      .map(({ run }) => run);
  }

  /** The run is over, or begun anew. */
  forget(run: number): void {
    this.#sql.exec('DELETE FROM laid_volumes WHERE run = ?', run);
  }

  #where(condition: string, ...values: readonly number[]): readonly LaidVolume[] {
    return this.#sql
      .exec<{ volume: number; claim: string; place: string }>(
        `SELECT volume, claim, place FROM laid_volumes WHERE ${condition}`,
        ...values,
      )
      .toArray()
      .map(readLaidVolume);
  }
}
