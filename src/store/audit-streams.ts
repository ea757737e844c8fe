import { AUDIT_EVENT, type LinkRange } from '../model/webhook.ts';
import type { Instant } from '../model/instant.ts';

/** Somewhere that an audit log is streamed to, and the last link that it took. */
export interface AuditStream {
  readonly id: string;
  readonly ccid: string;
  readonly auditTo: number;
}

/**
 * Streams behind an id that are enabled and have nothing on its way, in order: one query over the index of streams. The clock's own, for
 * every center.
 */
export async function idleStreams(
  db: D1Database,
  after: string,
  limit: number,
): Promise<readonly AuditStream[]> {
  const { results } = await db
    .prepare(
      `SELECT w.id, w.ccid, w.audit_to AS auditTo FROM webhooks AS w INDEXED BY webhooks_audit
        WHERE w.audit_to IS NOT NULL AND w.id > ?1 AND w.disabled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM deliveries AS d INDEXED BY deliveries_in_order WHERE d.webhook = w.id AND d.job_id = 0 AND d.state = 'waiting')
        ORDER BY w.id LIMIT ?2`,
    )
    .bind(after, limit)
    .all<AuditStream>();
  return results;
}

/**
 * Puts down which links a stream is told next: one delivery, whose event is named by its links, so that it is the same however often it is put down.
 * One that was given up with its stream is tried anew. Links themselves stay in their log until they are sent.
 */
export async function putDownLinks(
  db: D1Database,
  { id, ccid }: AuditStream,
  { first, last, now }: LinkRange & { readonly now: Instant },
): Promise<void> {
  const data = JSON.stringify({ contactCenter: ccid, first, last });
  await db
    .prepare(
      `INSERT INTO deliveries (webhook, event_id, ccid, job_id, event, data, at, state, next_at, tries, answer)
        VALUES (?1, ?2, ?3, 0, '${AUDIT_EVENT}', ?4, ?5, 'waiting', ?5, 0, '')
        ON CONFLICT (ccid, webhook, event_id) DO UPDATE SET state = 'waiting', next_at = excluded.next_at, tries = 0, first_tried_at = NULL
        WHERE state <> 'waiting'`,
    )
    .bind(id, `audit-${first}-${last}`, ccid, data, now)
    .run();
}
