import { z } from 'zod';
import {
  alertData,
  ALERT_NAMES,
  CERTIFICATE_GONE_MS,
  CERTIFICATE_MS,
  FAILED_MS,
  MAX_OF_A_NAME,
  type Alert,
  type AlertChange,
  type Watched,
} from '../model/alerts.ts';
import type { Instant } from '../model/instant.ts';
import { STATUS_LABELS, type Status } from '../model/status.ts';

/** Where the operator is told, and by whom no contact center is: the id and owner of a row of `webhooks`. */
export const OPERATOR_WEBHOOK = { id: 'operator', ccid: '' } as const;
/** Rows of `sweeps`: when the last sweep ended, whether it was held, and when a message was last delivered in vain. */
export const SWEPT = 'swept';
const SWEPT_HELD = 'swept-held';
export const DEAD_LETTER = 'dead-letter';

const alert = z.object({ name: z.enum(ALERT_NAMES), subject: z.string() });
const job = z.object({
  ccid: z.string(),
  id: z.number(),
  // Object.keys of a literal table: its keys are the statuses.
  status: z.enum(Object.keys(STATUS_LABELS) as Status[]),
  startedAt: z.number(),
});
const instant = z.object({ at: z.number().nullable() });
const JOB = 'ccid, id, status, coalesce(started_at, created_at) AS startedAt';

/** All that is looked after, in one transaction; every statement is bounded. The clock's own, as all of this file: it serves every center. */
export async function readWatched(db: D1Database, now: Instant): Promise<Watched> {
  const statements = [
    db.prepare('SELECT name, subject FROM alerts ORDER BY name, subject'),
    db
      .prepare(
        `SELECT ${JOB} FROM jobs INDEXED BY jobs_failed WHERE status = 'FAILED' AND coalesce(started_at, created_at) > ?1
        AND NOT EXISTS (SELECT 1 FROM alerts WHERE name = 'run-failed' AND subject = ccid || '/' || id) ORDER BY id DESC LIMIT ?2`,
      )
      .bind(now - FAILED_MS, MAX_OF_A_NAME),
    db.prepare(
      `SELECT ${JOB} FROM alerts CROSS JOIN jobs ON id = CAST(substr(subject, instr(subject, '/') + 1) AS INTEGER)
        AND subject = ccid || '/' || id WHERE name = 'run-failed'`,
    ),
    db.prepare(
      'SELECT min(next_starts_at) AS at FROM jobs INDEXED BY jobs_due WHERE next_starts_at IS NOT NULL',
    ),
    db
      .prepare('SELECT prefix, until FROM sweeps WHERE prefix IN (?1, ?2, ?3)')
      .bind(SWEPT, SWEPT_HELD, DEAD_LETTER),
    db
      .prepare(
        'SELECT ccid FROM certificates GROUP BY ccid HAVING max(not_after) BETWEEN ?1 AND ?2 ORDER BY ccid LIMIT ?3',
      )
      .bind(now - CERTIFICATE_GONE_MS, now + CERTIFICATE_MS, MAX_OF_A_NAME),
    db.prepare('SELECT min(expires_at) AS at FROM artifacts INDEXED BY artifacts_expiry'),
  ];
  const results = await db.batch(statements);
  const rows = <T extends z.ZodType>(at: number, schema: T) => z.array(schema).parse(results[at]?.results);
  const first = (at: number): Instant | null => rows(at, instant)[0]?.at ?? null;
  const swept = new Map(
    rows(4, z.object({ prefix: z.string(), until: z.string() })).map(({ prefix, until }) => [prefix, until]),
  );
  const sweep = (prefix: string): Instant | null => Number(swept.get(prefix) ?? '') || null;
  return {
    alerts: rows(0, alert),
    failed: rows(1, job),
    alerted: rows(2, job),
    due: first(3),
    deadLetterAt: sweep(DEAD_LETTER),
    size: results[0]?.meta.size_after ?? 0,
    ending: rows(5, z.object({ ccid: z.string() })).map(({ ccid }) => ccid),
    sweptAt: sweep(SWEPT),
    sweepsHeld: swept.get(SWEPT_HELD) === 'held',
    expiredAt: first(6),
  };
}

/** A sweep came to its end, or was held. */
export async function rememberSwept(db: D1Database, held: boolean, now: Instant): Promise<void> {
  await db
    .prepare(
      'INSERT INTO sweeps (prefix, until) VALUES (?1, ?2), (?3, ?4) ON CONFLICT (prefix) DO UPDATE SET until = excluded.until',
    )
    .bind(SWEPT, String(now), SWEPT_HELD, held ? 'held' : '')
    .run();
}

/** The operator's address, and the secret that signs, wrapped as a webhook's is; null where nobody is to be told. */
export interface ToldOperator {
  readonly url: string;
  readonly secret: string;
}

/**
 * Notes what is wrong or well again, and puts down what the operator is told of it: in one transaction, and once for each, whoever else
 * does so at the same time.
 */
export async function saveAlerts(
  db: D1Database,
  { fired, cleared, told }: AlertChange & { readonly told: ToldOperator | null },
  now: Instant,
): Promise<void> {
  const [began, ended] = [asJson(fired), asJson(cleared)];
  await db.batch([
    operatorWebhook(db, told, now),
    db
      .prepare(
        `INSERT INTO alerts (name, subject, since) SELECT value ->> 'name', value ->> 'subject', ?2 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(began, now),
    tell(db, 'fired').bind(began, now, OPERATOR_WEBHOOK.id),
    tell(db, 'cleared').bind(ended, now, OPERATOR_WEBHOOK.id),
    db
      .prepare(
        `DELETE FROM alerts WHERE (name, subject) IN (SELECT value ->> 'name', value ->> 'subject' FROM json_each(?1))`,
      )
      .bind(ended),
  ]);
}

/** A certificate or a job is named by its contact center: nothing else of them is told. */
const asJson = (alerts: readonly Alert[]): string =>
  JSON.stringify(alerts.map((one) => ({ ...one, data: JSON.stringify(alertData(one)) })));

/** Of what has begun this moment, or of what is about to be forgotten. */
const tell = (db: D1Database, how: 'fired' | 'cleared'): D1PreparedStatement =>
  db.prepare(
    `INSERT INTO deliveries (webhook, event_id, ccid, job_id, event, data, at, state, next_at, tries, answer)
      SELECT w.id, 'alert-' || a.name || '-' || a.subject || '-' || a.since || '-${how}', w.ccid, 0, 'alert.${how}', t.value ->> 'data', ?2, 'waiting', ?2, 0, ''
      FROM json_each(?1) AS t CROSS JOIN alerts AS a ON a.name = t.value ->> 'name' AND a.subject = t.value ->> 'subject'
      CROSS JOIN webhooks AS w ON w.id = ?3${how === 'fired' ? ' WHERE a.since = ?2' : ' WHERE true'} ON CONFLICT DO NOTHING`,
  );

/** The operator's webhook is what the settings say. One that was given up is tried again with the next alert. */
function operatorWebhook(db: D1Database, told: ToldOperator | null, now: Instant): D1PreparedStatement {
  const { id, ccid } = OPERATOR_WEBHOOK;
  if (told === null) return db.prepare('DELETE FROM webhooks WHERE id = ?1').bind(id);
  return db
    .prepare(
      `INSERT INTO webhooks (id, ccid, url, events, secret, created_at, created_by) VALUES (?1, ?2, ?3, '[]', ?4, ?5, 'operator')
        ON CONFLICT (id) DO UPDATE SET url = excluded.url, secret = excluded.secret, failing_since = NULL, disabled_at = NULL, disabled_by = NULL`,
    )
    .bind(id, ccid, told.url, told.secret, now);
}
