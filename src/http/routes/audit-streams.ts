import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';
import { AUDIT_EVENT, MAX_STREAMS } from '../../model/webhook.ts';
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  newestDeliveries,
  removeWebhook,
  type Webhook,
} from '../../store/webhooks.ts';
import { newRouter, type AppEnv } from '../context.ts';
import type { AuditStreamAnswer } from '../openapi/schemas-streams.ts';
import { SHOWN_DELIVERIES } from '../openapi/schemas-webhooks.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import {
  enabledChange,
  newWebhook,
  noStream,
  renewSecret,
  shownDelivery,
  shownStanding,
  testWebhook,
  webAddress,
  webhookOf,
  type WebhookServices,
} from '../webhook-parts.ts';
import * as declaredStreams from './stream-operations.ts';

type StreamServices = WebhookServices & Pick<Services, 'audit'>;
const kind = 'audit';

/** Where the audit log of the caller's contact center is streamed to. */
export function auditStreamRoutes(services: StreamServices): OpenAPIHono<AppEnv> {
  const { db, now } = services;
  const routes = newRouter();
  operation(routes, declaredStreams.getStreams, async (c) => {
    const items = await listWebhooks(db, c.var.caller.ccid, kind);
    return ok(c.json({ items: items.map((item) => shownStream(item, now())), max: MAX_STREAMS }, 200));
  });
  operation(routes, declaredStreams.getStreamDeliveries, async (c) => {
    const stream = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    if (!stream.ok) return stream;
    const items = await newestDeliveries(db, stream.value, SHOWN_DELIVERIES);
    return ok(c.json({ items: items.map(shownDelivery) }, 200));
  });
  operation(routes, declaredStreams.deleteStream, async (c) => {
    const { id } = c.req.valid('param');
    const removed = await removeWebhook(db, c.var.caller.ccid, { id, kind });
    return removed ? ok(c.body(null, 204)) : noStream({ id });
  });
  changeRoutes(routes, services);
  return routes;
}

function changeRoutes(routes: OpenAPIHono<AppEnv>, services: StreamServices): void {
  const { audit, db, now } = services;
  operation(routes, declaredStreams.postStream, async (c) => {
    const { ccid, subject: createdBy } = c.var.caller;
    const url = webAddress(services, c.req.valid('json').url);
    if (!url.ok) return url;
    // From this very act on, which was entered before: what was earlier is in the log, and in its export.
    const auditTo = Math.max((await audit.ends(ccid)).head.id - 1, 0);
    const asked = { ccid, createdBy, url: url.value, events: [AUDIT_EVENT] as const, jobId: null, auditTo };
    const { webhook, secret } = await newWebhook(services, asked);
    if (!(await addWebhook(db, webhook))) return fail('limit-reached', 'streams', { max: MAX_STREAMS });
    return ok(c.json({ ...shownStream(webhook, now()), secret }, 201));
  });
  operation(routes, declaredStreams.patchStream, async (c) => {
    const stream = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    if (!stream.ok) return stream;
    const { url: address, enabled } = c.req.valid('json');
    const url = address === undefined ? ok(undefined) : webAddress(services, address);
    if (!url.ok) return url;
    const change = { url: url.value, ...enabledChange(stream.value, enabled, now()) };
    const changed = await changeWebhook(db, stream.value, change);
    return changed ? ok(c.json(shownStream(changed, now()), 200)) : noStream(stream.value);
  });
  operation(routes, declaredStreams.postStreamSecret, async (c) => {
    const stream = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    const renewed = stream.ok ? await renewSecret(services, stream.value) : stream;
    if (!renewed.ok) return renewed;
    const { webhook: changed, secret } = renewed.value;
    return ok(c.json({ ...shownStream(changed, now()), secret }, 201));
  });
  operation(routes, declaredStreams.postStreamTest, async (c) => {
    const stream = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    return stream.ok ? ok(c.json(await testWebhook(services, stream.value), 200)) : stream;
  });
}

const shownStream = (stream: Webhook, now: Instant): z.infer<typeof AuditStreamAnswer> => ({
  ...shownStanding(stream, now),
  takenTo: stream.auditTo ?? 0,
});
