import { randomOf } from '../../scripts/generate/random.ts';

/** What a sweep that is killed throws. */
export const KILLED = new Error('killed');

interface Stores {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
}

/** A database that sums up what D1 says it read and wrote for `all` and `run`, which are all that a sweep calls. */
export function countingReads(db: D1Database) {
  const rows = { read: 0, written: 0 };
  const counted = onCalls(db, async (call) => {
    const result = await call();
    rows.read += result.meta.rows_read;
    rows.written += result.meta.rows_written;
    return result;
  });
  return { db: counted, rows: () => rows };
}

/** Stores of whose calls a share is killed, one half of it before they take effect and the other after. */
export function killingAtRandom(
  { db, bucket }: Stores,
  { seed, share }: { readonly seed: number; readonly share: number },
): Stores {
  const random = randomOf(seed, 'kills');
  const killed = async <T>(call: () => Promise<T>): Promise<T> => {
    const at = random.next();
    if (at < share / 2) throw KILLED;
    const result = await call();
    if (at < share) throw KILLED;
    return result;
  };
  const killing = { delete: (keys: string[]) => killed(() => bucket.delete(keys)) };
  return {
    db: onCalls(db, killed),
    bucket: killing as unknown as R2Bucket, // The one method that a sweep calls.
  };
}

type Call = () => Promise<D1Result>;

function onCalls(db: D1Database, around: (call: Call) => Promise<D1Result>): D1Database {
  const statement = (real: D1PreparedStatement) => ({
    bind: (...values: unknown[]) => statement(real.bind(...values)),
    all: () => around(() => real.all()),
    run: () => around(() => real.run()),
  });
  // The calls that a sweep makes.
  return { prepare: (sql: string) => statement(db.prepare(sql)) } as unknown as D1Database;
}
