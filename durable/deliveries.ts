import { copyDropped, isOver, type BucketDelivery } from '../src/model/delivery.ts';
import type { LeftUpload, WrappedSecret } from '../src/model/delivery-protocol.ts';
import { DAY_MS, type Instant } from '../src/model/instant.ts';
import { readDelivery, storedDestination, writeDelivery } from '../src/model/stored-delivery.ts';

/** How long aborting an upload is tried; then it is left to the bucket's own rules. */
const LEFT_MS = DAY_MS;
/** Uploads that one consumer aborts. */
const LEFT_AT_ONCE = 50;

interface LeftRow extends Record<string, SqlStorageValue> {
  readonly id: number;
  readonly destination: string;
  readonly target: string;
  readonly uploadId: string;
}

/** The deliveries of the job's runs into the customer's bucket, and uploads there that nobody goes on with. */
export class DeliveryTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  of(run: number): BucketDelivery | null {
    const [row] = this.#sql
      .exec<{ data: string }>('SELECT data FROM deliveries WHERE run = ?', run)
      .toArray();
    return row ? readDelivery(row.data) : null;
  }

  put(run: number, delivery: BucketDelivery): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO deliveries (run, wake, held, data) VALUES (?, ?, ?, ?)',
      run,
      delivery.wakeAt,
      delivery.held ? 1 : 0,
      writeDelivery(delivery),
    );
  }

  /** Runs whose delivery is not over, the oldest first. */
  underWay(): number[] {
    return this.#sql
      .exec<{ run: number }>('SELECT run FROM deliveries WHERE wake IS NOT NULL ORDER BY run')
      .toArray()
      .map(({ run }) => run);
  }

  /** The run whose delivery is to be gone on with at `now`. One at a time: while one is held the others wait. */
  due(now: Instant): number | null {
    if (this.#next('WHERE held = 1 AND wake > ?', now)) return null;
    return this.#next('WHERE wake <= ?', now)?.run ?? null;
  }

  /** When the next one is; null where none is. */
  dueAt(now: Instant): Instant | null {
    return (
      (this.#next('WHERE held = 1 AND wake > ?', now) ?? this.#next('WHERE wake IS NOT NULL'))?.wake ?? null
    );
  }

  #next(where: string, ...values: readonly number[]): { run: number; wake: number } | undefined {
    return this.#sql
      .exec<{ run: number; wake: number }>(
        `SELECT run, wake FROM deliveries ${where} ORDER BY wake, run LIMIT 1`,
        ...values,
      )
      .toArray()[0];
  }

  /** The delivery without its open upload, which is left to be aborted. */
  withoutOpen(delivery: BucketDelivery, now: Instant): BucketDelivery {
    const { open, destination } = delivery;
    if (!open) return delivery;
    this.#sql.exec(
      'INSERT INTO left_uploads (destination, target, upload_id, until) VALUES (?, ?, ?, ?)',
      JSON.stringify(destination),
      open.target,
      open.uploadId,
      now + LEFT_MS,
    );
    return copyDropped(delivery);
  }

  /** Forgets the delivery of a run. */
  remove(run: number, now: Instant): void {
    const delivery = this.of(run);
    if (delivery && !isOver(delivery)) this.withoutOpen(delivery, now);
    this.#sql.exec('DELETE FROM deliveries WHERE run = ?', run);
  }

  left(): LeftUpload[] {
    return this.#sql
      .exec<LeftRow>(
        'SELECT id, destination, target, upload_id AS uploadId FROM left_uploads ORDER BY id LIMIT ?',
        LEFT_AT_ONCE,
      )
      .toArray()
      .map(({ destination, ...row }) => ({
        ...row,
        destination: storedDestination.parse(JSON.parse(destination)),
      }));
  }

  /** The wrapped secrets of what is under way, and of uploads that are left. */
  secrets(): WrappedSecret[] {
    return this.#sql
      .exec<{ id: string; secret: string }>(
        `SELECT data ->> '$.destination.id' AS id, data ->> '$.destination.secret' AS secret FROM deliveries WHERE wake IS NOT NULL
         UNION SELECT destination ->> '$.id', destination ->> '$.secret' FROM left_uploads`,
      )
      .toArray();
  }

  /** Puts a secret that was wrapped anew in the place of what it was made of. */
  putSecret(secret: string, becomes: string): void {
    this.#sql.exec(
      `UPDATE deliveries SET data = json_set(data, '$.destination.secret', ?2)
       WHERE wake IS NOT NULL AND data ->> '$.destination.secret' = ?1`,
      secret,
      becomes,
    );
    this.#sql.exec(
      `UPDATE left_uploads SET destination = json_set(destination, '$.secret', ?2) WHERE destination ->> '$.secret' = ?1`,
      secret,
      becomes,
    );
  }

  hasLeft(): boolean {
    return this.#sql.exec('SELECT 1 FROM left_uploads LIMIT 1').toArray().length > 0;
  }

  aborted(ids: readonly number[]): void {
    for (const id of ids) this.#sql.exec('DELETE FROM left_uploads WHERE id = ?', id);
  }

  /** Gives up what could not be aborted for a day. */
  giveUp(now: Instant): void {
    this.#sql.exec('DELETE FROM left_uploads WHERE until <= ?', now);
  }
}
