import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';
import { isMailAddress } from '../../model/mail-address.ts';
import { mailOf, mailUrl, MAX_WEBHOOKS, WEBHOOK_EVENTS } from '../../model/webhook.ts';
import { findJob } from '../../store/jobs.ts';
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  newestDeliveries,
  removeWebhook,
  type Webhook,
} from '../../store/webhooks.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { mailTestPace } from '../mail-test-pace.ts';
import { SHOWN_DELIVERIES } from '../openapi/schemas-webhooks.ts';
import type { NewWebhook, WebhookAnswer, WebhookChange } from '../openapi/schemas-webhooks.ts';
import { operation } from '../operation.ts';
import {
  enabledChange,
  newWebhook,
  noWebhook,
  renewSecret,
  shownDelivery,
  shownStanding,
  testWebhook,
  webAddress,
  webhookOf,
  type WebhookServices,
} from '../webhook-parts.ts';
import * as declaredWebhooks from './webhook-operations.ts';

const kind = 'events';

/** Where the caller's contact center is told what happens. */
export function webhookRoutes(services: WebhookServices): OpenAPIHono<AppEnv> {
  const { db, now } = services;
  const routes = newRouter();
  operation(routes, declaredWebhooks.getWebhooks, async (c) => {
    const items = await listWebhooks(db, c.var.caller.ccid, kind);
    return ok(c.json({ items: items.map((item) => shownWebhook(item, now())), max: MAX_WEBHOOKS }, 200));
  });
  operation(routes, declaredWebhooks.getDeliveries, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    if (!webhook.ok) return webhook;
    const items = await newestDeliveries(db, webhook.value, SHOWN_DELIVERIES);
    return ok(c.json({ items: items.map(shownDelivery) }, 200));
  });
  operation(routes, declaredWebhooks.deleteWebhook, async (c) => {
    const { id } = c.req.valid('param');
    const removed = await removeWebhook(db, c.var.caller.ccid, { id, kind });
    return removed ? ok(c.body(null, 204)) : noWebhook({ id });
  });
  changeRoutes(routes, services);
  return routes;
}

function changeRoutes(routes: OpenAPIHono<AppEnv>, services: WebhookServices): void {
  const { db, now } = services;
  const mayTest = mailTestPace();
  operation(routes, declaredWebhooks.postWebhook, async (c) => {
    const { ccid, subject } = c.var.caller;
    const asked = await judged(services, ccid, c.req.valid('json'));
    if (!asked.ok) return asked;
    const made = { ccid, createdBy: subject, auditTo: null, ...asked.value };
    const { webhook, secret } = await newWebhook(services, made);
    if (!(await addWebhook(db, webhook))) return fail('limit-reached', 'webhooks', { max: MAX_WEBHOOKS });
    return ok(c.json({ ...shownWebhook(webhook, now()), secret }, 201));
  });
  operation(routes, declaredWebhooks.patchWebhook, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    if (!webhook.ok) return webhook;
    const change = changeOf(services, webhook.value, c.req.valid('json'));
    if (!change.ok) return change;
    const changed = await changeWebhook(db, webhook.value, change.value);
    return changed ? ok(c.json(shownWebhook(changed, now()), 200)) : noWebhook(webhook.value);
  });
  operation(routes, declaredWebhooks.postWebhookSecret, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    const renewed = webhook.ok ? await renewSecret(services, webhook.value) : webhook;
    if (!renewed.ok) return renewed;
    const { webhook: changed, secret } = renewed.value;
    return ok(c.json({ ...shownWebhook(changed, now()), secret }, 201));
  });
  operation(routes, declaredWebhooks.postWebhookTest, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, { ...c.req.valid('param'), kind });
    if (!webhook.ok) return webhook;
    const may = mayTest(webhook.value, now());
    return may.ok ? ok(c.json(await testWebhook(services, webhook.value), 200)) : may;
  });
}

/** What a new webhook is to be: its address is one that may be asked or sent mails to, and its job is there. */
async function judged(
  services: Pick<WebhookServices, 'config' | 'db' | 'tellMail'>,
  ccid: string,
  { url, events = [...WEBHOOK_EVENTS], jobId = null }: z.infer<typeof NewWebhook>,
): Promise<Result<Pick<Webhook, 'url' | 'events' | 'jobId'>>> {
  const { db } = services;
  const address = mailOf(url) === null ? webAddress(services, url) : mailAddress(services, url);
  if (!address.ok) return address;
  if (jobId !== null && (await findJob(db, ccid, jobId)) === null)
    return fail('no-job', 'jobId', { id: jobId });
  return ok({ url: address.value, events: ordered(events), jobId });
}

function mailAddress({ tellMail }: Pick<WebhookServices, 'tellMail'>, url: string): Result<string> {
  const address = mailOf(url) ?? '';
  if (!isMailAddress(address)) return fail('not-a-mail-address', 'url');
  return tellMail ? ok(mailUrl(address)) : fail('mail-not-set-up', 'url');
}

/** Each once, in the order of the table. */
const ordered = (events: readonly string[]) => WEBHOOK_EVENTS.filter((event) => events.includes(event));

/** What has a secret stays a webhook, and what has none a mail address. */
function changeOf(
  services: Pick<WebhookServices, 'config' | 'now' | 'tellMail'>,
  webhook: Webhook,
  { url, events, enabled }: z.infer<typeof WebhookChange>,
): Result<Parameters<typeof changeWebhook>[2]> {
  const judge = mailOf(webhook.url) === null ? webAddress : mailAddress;
  const address = url === undefined ? null : judge(services, url);
  if (address?.ok === false) return address;
  const switched = enabledChange(webhook, enabled, services.now());
  return ok({ url: address?.value, events: events && ordered(events), ...switched });
}

const shownWebhook = (webhook: Webhook, now: Instant): z.infer<typeof WebhookAnswer> => ({
  ...shownStanding(webhook, now),
  events: ordered(webhook.events),
  jobId: webhook.jobId,
});
