import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { WARN_DAYS } from '../model/certificate-warnings.ts';
import { DAY_MS, type Instant } from '../model/instant.ts';
import { FILES_WARN_MS, type Occurrence } from '../model/webhook.ts';
import { deliveries } from './schema-webhooks.ts';

type Database = ReturnType<typeof drizzle>;

/** What is put down of something that happened. */
interface PutDown {
  readonly eventId: SQL;
  readonly jobId: SQL;
  readonly event: SQL;
  readonly data: SQL;
  readonly at: SQL;
  readonly now: Instant;
  /** Where it comes from, webhooks `w` among it, and for which of them it is. */
  readonly from: SQL;
}

/** Deliveries to be, of which nothing was tried yet; one that is put down already stays as it is. */
const putDown = (db: Database, { eventId, jobId, event, data, at, now, from }: PutDown) =>
  db
    .insert(deliveries)
    .select(
      // Columns in the order of the table: Drizzle's INSERT … SELECT names them so.
      sql`SELECT NULL, w.id, ${eventId}, w.ccid, ${jobId}, ${event}, ${data}, ${at}, 'waiting', ${now}, 0, NULL, NULL, NULL, '' ${from}`,
    )
    .onConflictDoNothing();

/** A webhook that is told of an event, of this job or of all. */
const hears = (event: SQL, jobId: SQL): SQL =>
  sql`w.disabled_at IS NULL AND (w.job_id IS NULL OR w.job_id = ${jobId})
    AND EXISTS (SELECT 1 FROM json_each(w.events) AS e WHERE e.value = ${event})`;

/**
 * Puts down what happened to a job's runs for every webhook that is to be told of it, once: the statement goes with the projection
 * that shows it.
 */
export const outboxOf = (db: Database, ccid: string, { jobId, told, now }: JobOutbox) =>
  putDown(db, {
    eventId: sql`${`job-${jobId}-`} || (t.value ->> 'n')`,
    jobId: sql`${jobId}`,
    event: sql`t.value ->> 'event'`,
    data: sql`json_patch(t.value -> 'data', json_object('contactCenter', w.ccid, 'jobId', ${jobId}, 'historyId', t.value -> 'run'))`,
    at: sql`t.value ->> 'at'`,
    now,
    from: sql`FROM json_each(${JSON.stringify(told)}) AS t CROSS JOIN webhooks AS w INDEXED BY webhooks_by_center
      WHERE w.ccid = ${ccid} AND ${hears(sql`t.value ->> 'event'`, sql`${jobId}`)} ORDER BY t.key`,
  });

/** What happened to the runs of one job. */
interface JobOutbox {
  readonly jobId: number;
  readonly told: readonly Occurrence[];
  readonly now: Instant;
}

const iso = (milliseconds: SQL): SQL =>
  sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${milliseconds} / 1000.0, 'unixepoch')`;

/** Which runs' files expire within three days. What was missed for a day is not told. The clock's own, for every center. */
const expiringOutbox = (db: Database, now: Instant) =>
  putDown(db, {
    eventId: sql`'files-' || a.history_id`,
    jobId: sql`a.job_id`,
    event: sql`'files.expiring'`,
    data: sql`json_object('contactCenter', w.ccid, 'jobId', a.job_id, 'historyId', a.history_id, 'files', count(*),
      'expiresAt', ${iso(sql`min(a.expires_at)`)})`,
    at: sql`${now}`,
    now,
    from: sql`FROM webhooks AS w CROSS JOIN artifacts AS a INDEXED BY artifacts_expiring
      WHERE a.ccid = w.ccid AND a.expires_at > ${now + FILES_WARN_MS - DAY_MS} AND a.expires_at <= ${now + FILES_WARN_MS}
      AND ${hears(sql`'files.expiring'`, sql`a.job_id`)} GROUP BY w.id, a.history_id`,
  });

/** Which certificates end within 30 days, and again within seven. The clock's own. */
const endingOutbox = (db: Database, now: Instant) =>
  putDown(db, {
    eventId: sql`'certificate-' || c.fingerprint || '-' || d.value`,
    jobId: sql`0`,
    event: sql`'certificate.ending'`,
    data: sql`json_object('contactCenter', w.ccid, 'fingerprint', c.fingerprint, 'notAfter', ${iso(sql`c.not_after`)})`,
    at: sql`${now}`,
    now,
    from: sql`FROM webhooks AS w CROSS JOIN certificates AS c CROSS JOIN json_each(${JSON.stringify([WARN_DAYS, 7])}) AS d
      WHERE c.ccid = w.ccid AND c.not_after > ${now} AND c.not_after <= ${now} + d.value * ${DAY_MS}
      AND ${hears(sql`'certificate.ending'`, sql`0`)}`,
  });

/** Puts down for webhooks which files expire and which certificates end soon; once for each, however often it is asked. */
export async function tellWhatEnds(d1: D1Database, now: Instant): Promise<void> {
  const db = drizzle(d1);
  await db.batch([expiringOutbox(db, now), endingOutbox(db, now)]);
}
