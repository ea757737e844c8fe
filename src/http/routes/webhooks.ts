import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { wrap } from '../../config/wrap.ts';
import { newId } from '../../identity/secrets.ts';
import { secretContext, sendWebhook, shownSecret, wasTaken } from '../../jobs/webhooks/send.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { isMailAddress } from '../../model/mail-address.ts';
import { mailOf, mailUrl, MAX_WEBHOOKS, PREVIOUS_SECRET_MS, WEBHOOK_EVENTS } from '../../model/webhook.ts';
import { outsideUrl } from '../../platform/outside-address.ts';
import { findJob } from '../../store/jobs.ts';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  listWebhooks,
  newestDeliveries,
  removeWebhook,
  type Delivery,
  type Webhook,
} from '../../store/webhooks.ts';
import { newRouter, type AppEnv } from '../context.ts';
import type { DeliveryList, NewWebhook, WebhookAnswer, WebhookChange } from '../openapi/schemas-webhooks.ts';
import { mailTestPace } from '../mail-test-pace.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import * as declaredWebhooks from './webhook-operations.ts';

type WebhookServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'askOutside' | 'tellMail'>;

/** Deliveries that are listed. */
const SHOWN = 100;
const SECRET_BYTES = 32;

/** Where the caller's contact center is told what happens. */
export function webhookRoutes(services: WebhookServices): OpenAPIHono<AppEnv> {
  const { db } = services;
  const routes = newRouter();
  operation(routes, declaredWebhooks.getWebhooks, async (c) => {
    const items = await listWebhooks(db, c.var.caller.ccid);
    return ok(
      c.json({ items: items.map((item) => shownWebhook(item, services.now())), max: MAX_WEBHOOKS }, 200),
    );
  });
  operation(routes, declaredWebhooks.getDeliveries, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, c.req.valid('param').id);
    if (!webhook.ok) return webhook;
    const items = await newestDeliveries(db, webhook.value, SHOWN);
    return ok(c.json({ items: items.map(shownDelivery) }, 200));
  });
  operation(routes, declaredWebhooks.deleteWebhook, async (c) => {
    const { id } = c.req.valid('param');
    const removed = await removeWebhook(db, c.var.caller.ccid, id);
    return removed ? ok(c.body(null, 204)) : fail('no-webhook', 'id', { id });
  });
  changeRoutes(routes, services);
  return routes;
}

function changeRoutes(routes: OpenAPIHono<AppEnv>, services: WebhookServices): void {
  const { db, now } = services;
  const mailTests = mailTestPace();
  operation(routes, declaredWebhooks.postWebhook, async (c) => {
    const { ccid, subject } = c.var.caller;
    const asked = await judged(services, ccid, c.req.valid('json'));
    if (!asked.ok) return asked;
    const { webhook, secret } = await newWebhook(services, { ccid, createdBy: subject, ...asked.value });
    if (!(await addWebhook(db, webhook))) return fail('limit-reached', 'webhooks', { max: MAX_WEBHOOKS });
    return ok(c.json({ ...shownWebhook(webhook, now()), secret }, 201));
  });
  operation(routes, declaredWebhooks.patchWebhook, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, c.req.valid('param').id);
    if (!webhook.ok) return webhook;
    const change = changeOf(services, webhook.value, c.req.valid('json'));
    if (!change.ok) return change;
    const changed = await changeWebhook(db, webhook.value, change.value);
    return changed ? ok(c.json(shownWebhook(changed, now()), 200)) : gone(webhook.value);
  });
  operation(routes, declaredWebhooks.postWebhookSecret, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, c.req.valid('param').id);
    if (!webhook.ok) return webhook;
    if (mailOf(webhook.value.url) !== null) return fail('mail-unsigned', 'id');
    const { shown, wrapped } = await newSecretOf(services, webhook.value);
    const changed = await changeWebhook(db, webhook.value, {
      secret: wrapped,
      previousSecret: webhook.value.secret,
      previousUntil: now() + PREVIOUS_SECRET_MS,
    });
    return changed
      ? ok(c.json({ ...shownWebhook(changed, now()), secret: shown }, 201))
      : gone(webhook.value);
  });
  operation(routes, declaredWebhooks.postWebhookTest, async (c) => {
    const webhook = await webhookOf(db, c.var.caller.ccid, c.req.valid('param').id);
    if (!webhook.ok) return webhook;
    const { config, askOutside: fetch, tellMail: mail = null } = services;
    const at = now();
    const mayTest = mailTests(webhook.value, at);
    if (!mayTest.ok) return mayTest;
    const { ccid: contactCenter } = webhook.value;
    const message = { id: newId(services.randomBytes, 'test-'), event: 'test', at, data: { contactCenter } };
    const context = { fetch, wrapKeys: config.wrapKeys, origin: config.origin, mail };
    const answered = await sendWebhook(context, webhook.value, { message, now: at });
    return ok(c.json({ delivered: wasTaken(answered), ...answered }, 200));
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

function webAddress({ config }: Pick<WebhookServices, 'config'>, url: string): Result<string> {
  const address = outsideUrl(url, 'url', config);
  return address.ok ? ok(address.value.href) : address;
}

function mailAddress({ tellMail }: Pick<WebhookServices, 'tellMail'>, url: string): Result<string> {
  const address = mailOf(url) ?? '';
  if (!isMailAddress(address)) return fail('not-a-mail-address', 'url');
  return tellMail ? ok(mailUrl(address)) : fail('mail-not-set-up', 'url');
}

/** Each once, in the order of the table. */
const ordered = (events: readonly string[]) => WEBHOOK_EVENTS.filter((event) => events.includes(event));

async function newWebhook(
  services: Pick<WebhookServices, 'config' | 'now' | 'randomBytes'>,
  asked: Pick<Webhook, 'ccid' | 'createdBy' | 'url' | 'events' | 'jobId'>,
) {
  const id = newId(services.randomBytes, 'w-');
  // Mails are not signed.
  const { shown, wrapped } =
    mailOf(asked.url) === null
      ? await newSecretOf(services, { ccid: asked.ccid, id })
      : { shown: '', wrapped: '' };
  const webhook: Webhook = {
    id,
    ...asked,
    secret: wrapped,
    previousSecret: null,
    previousUntil: null,
    createdAt: services.now(),
    failingSince: null,
    disabledAt: null,
    disabledBy: null,
  };
  return { webhook, secret: shown };
}

async function newSecretOf(
  { config, randomBytes }: Pick<WebhookServices, 'config' | 'randomBytes'>,
  webhook: Pick<Webhook, 'ccid' | 'id'>,
) {
  const secret = Uint8Array.from(randomBytes(SECRET_BYTES));
  return { shown: shownSecret(secret), wrapped: await wrap(config.wrapKeys, secretContext(webhook), secret) };
}

/** Who enables a webhook begins anew, whatever failed before. What has a secret stays a webhook, and what has none a mail address. */
function changeOf(
  services: Pick<WebhookServices, 'config' | 'now' | 'tellMail'>,
  webhook: Webhook,
  { url, events, enabled }: z.infer<typeof WebhookChange>,
): Result<Parameters<typeof changeWebhook>[2]> {
  const { now } = services;
  const judge = mailOf(webhook.url) === null ? webAddress : mailAddress;
  const address = url === undefined ? null : judge(services, url);
  if (address?.ok === false) return address;
  const anew = { failingSince: null, disabledAt: null, disabledBy: null };
  const disabled = { disabledAt: webhook.disabledAt ?? now(), disabledBy: webhook.disabledBy ?? 'somebody' };
  return ok({
    url: address?.value,
    events: events && ordered(events),
    ...(enabled === undefined ? {} : enabled ? anew : disabled),
  });
}

async function webhookOf(db: D1Database, ccid: string, id: string): Promise<Result<Webhook>> {
  const webhook = await findWebhook(db, ccid, id);
  return webhook ? ok(webhook) : fail('no-webhook', 'id', { id });
}

/** Somebody else has removed it meanwhile. */
const gone = ({ id }: Webhook) => fail('no-webhook', 'id', { id });

const orNone = (at: Instant | null): string => (at === null ? '' : formatInstant(at));

function shownWebhook(webhook: Webhook, now: Instant): z.infer<typeof WebhookAnswer> {
  const { previousUntil } = webhook;
  return {
    id: webhook.id,
    url: webhook.url,
    events: [...webhook.events],
    jobId: webhook.jobId,
    enabled: webhook.disabledAt === null,
    disabledBy: webhook.disabledBy,
    failingSince: orNone(webhook.failingSince),
    previousSecretUntil: orNone(previousUntil !== null && previousUntil > now ? previousUntil : null),
    createdDate: formatInstant(webhook.createdAt),
    createdBy: webhook.createdBy,
  };
}

const shownDelivery = (delivery: Delivery): z.infer<typeof DeliveryList>['items'][number] => ({
  eventId: delivery.eventId,
  event: delivery.event,
  jobId: delivery.jobId === 0 ? null : delivery.jobId,
  at: formatInstant(delivery.at),
  state: delivery.state,
  tries: delivery.tries,
  lastTriedAt: orNone(delivery.lastTriedAt),
  nextTryAt: orNone(delivery.state === 'waiting' ? delivery.nextAt : null),
  status: delivery.status,
  answer: delivery.answer,
});
