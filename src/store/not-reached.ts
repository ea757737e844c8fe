import { and, count, eq, gt, inArray, max } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { DAY_MS, formatInstant, type Instant } from '../model/instant.ts';
import { JOB_TYPES } from '../model/records.ts';
import { artifacts, runs } from './schema.ts';

/** How long the platform can set D1 and the objects back (Time Travel, point in time recovery). */
const BACKUP_DAYS = 30;

/** What an erasure does not reach: it says who may still have what was erased, and until when. */
export interface NotReached {
  /** Sealed files that are there: they were written before, and nobody but the holder of a key can open them. */
  readonly files: number;
  /** When the last of them expires; "" where there is none. */
  readonly filesUntil: string;
  /** Runs that began before and read what was there then. */
  readonly runs: number;
  /** Until when the platform could set back what the service stores. */
  readonly backupsUntil: string;
}

/** What an erasure of now does not reach in a contact center. */
export async function notReached(db: D1Database, ccid: string, now: Instant): Promise<NotReached> {
  const d1 = drizzle(db);
  const [[files], [underWay]] = await d1.batch([
    d1
      .select({ n: count(), until: max(artifacts.expiresAt) })
      .from(artifacts)
      .where(and(eq(artifacts.ccid, ccid), gt(artifacts.expiresAt, now))),
    d1
      .select({ n: count() })
      .from(runs)
      .where(and(eq(runs.ccid, ccid), inArray(runs.type, [...JOB_TYPES]), eq(runs.status, 'IN_PROGRESS'))),
  ]);
  const until = files?.until ?? null;
  return {
    files: files?.n ?? 0,
    filesUntil: until === null ? '' : formatInstant(until),
    runs: underWay?.n ?? 0,
    backupsUntil: formatInstant(now + BACKUP_DAYS * DAY_MS),
  };
}
