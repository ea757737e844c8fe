import { AUDIT_EVENT, isHopeless, nextLinksTry, nextTry } from '../../model/webhook.ts';
import { invocation } from '../../platform/invocation.ts';
import { log } from '../../platform/log.ts';
import {
  claimDue,
  delivered,
  disableFailing,
  givenUp,
  undelivered,
  type DueDelivery,
} from '../../store/due-deliveries.ts';
import { addNotice } from '../../store/notices.ts';
import { linkRange, linksOf, putDownNext, type StreamContext } from './audit-stream.ts';
import { sendWebhook, wasTaken, type SendContext } from './send.ts';

/** Delivering, by the clock. */
export interface DeliverContext extends SendContext, StreamContext {}

/** Deliveries that are tried beside each other; each takes five seconds at most. */
const BESIDE = 10;
/** No more are begun after so long: the next minute goes on. */
const PATIENCE_MS = 40_000;
/** Statements that claiming and ten ends take at most. */
const A_ROUND = { statements: 2 + BESIDE * 6, subrequests: 2 + BESIDE * 10 };

/** Delivers what is due: of each webhook and job one after the other, and whatever else there is beside it. */
export async function deliverDue(context: DeliverContext): Promise<void> {
  const { db, now } = context;
  const began = now();
  while (now() - began < PATIENCE_MS && invocation().has(A_ROUND)) {
    const due = await claimDue(db, now(), BESIDE);
    if (due.length === 0) return;
    const results = await Promise.allSettled(due.map((one) => deliverOne(context, one)));
    for (const result of results)
      if (result.status === 'rejected') log('delivery-left', { error: result.reason });
  }
}

async function deliverOne(context: DeliverContext, { delivery, webhook }: DueDelivery): Promise<void> {
  const { db } = context;
  const { eventId: id, event, at, data, tries } = delivery;
  // Whoever switched it off meanwhile wants nothing of what waits either.
  if (webhook.disabledAt !== null) return givenUp(db, delivery);
  const range = event === AUDIT_EVENT ? linkRange.parse(data) : null;
  const told = range ? await linksOf(context, webhook.ccid, range) : data;
  const now = context.now();
  const answered = await sendWebhook(context, webhook, { message: { id, event, at, data: told }, now });
  if (wasTaken(answered)) {
    await delivered(db, delivery, { ...answered, auditTo: range?.last });
    // What waits behind it follows at once, in this minute still.
    if (range) await putDownNext(context, { ...webhook, auditTo: range.last });
    return;
  }
  const nextAt = range
    ? nextLinksTry(tries, now)
    : nextTry({ tries, firstTriedAt: delivery.firstTriedAt ?? now }, now);
  const since = await undelivered(db, delivery, { ...answered, now, nextAt });
  if (!isHopeless(since, now)) return;
  await disableFailing(db, webhook, now);
  // Whoever made it may be a client, or be gone: then the list of webhooks alone tells.
  await addNotice(
    db,
    { ccid: webhook.ccid, name: webhook.createdBy },
    { code: 'webhook-disabled', time: now },
  );
  log('webhook-disabled', { ccid: webhook.ccid, webhook: webhook.id });
}
