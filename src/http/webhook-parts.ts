import type { z } from '@hono/zod-openapi';
import { wrap } from '../config/wrap.ts';
import { newId } from '../identity/secrets.ts';
import { secretContext, sendWebhook, shownSecret, wasTaken } from '../jobs/webhooks/send.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { formatInstant, type Instant } from '../model/instant.ts';
import { mailOf, PREVIOUS_SECRET_MS } from '../model/webhook.ts';
import { outsideUrl } from '../platform/outside-address.ts';
import {
  changeWebhook,
  findWebhook,
  type Delivery,
  type Webhook,
  type WebhookKind,
} from '../store/webhooks.ts';
import type { DeliveryList, WebhookTest } from './openapi/schemas-webhooks.ts';
import type { Services } from './services.ts';

/*
 * What operations of webhooks and of streams of the audit log have in common: they are rows of one table, told by one outbox.
 */

export type WebhookServices = Pick<
  Services,
  'config' | 'db' | 'now' | 'randomBytes' | 'askOutside' | 'tellMail'
>;

const SECRET_BYTES = 32;

/** A contact center's webhook of a kind; whoever manages the one kind does not reach the other. */
export async function webhookOf(
  db: D1Database,
  ccid: string,
  asked: { readonly id: string; readonly kind: WebhookKind },
): Promise<Result<Webhook>> {
  const webhook = await findWebhook(db, ccid, asked);
  return webhook ? ok(webhook) : asked.kind === 'audit' ? noStream(asked) : noWebhook(asked);
}

/** There is none, or somebody else has removed it meanwhile. */
export const noWebhook = ({ id }: Pick<Webhook, 'id'>) => fail('no-webhook', 'id', { id });
export const noStream = ({ id }: Pick<Webhook, 'id'>) => fail('no-stream', 'id', { id });

/** An https address that may be asked. */
export function webAddress({ config }: Pick<WebhookServices, 'config'>, url: string): Result<string> {
  const address = outsideUrl(url, 'url', config);
  return address.ok ? ok(address.value.href) : address;
}

/** A new row, and the secret that is shown once; "" of a mail address, whose mails are not signed. */
export async function newWebhook(
  services: Pick<WebhookServices, 'config' | 'now' | 'randomBytes'>,
  asked: Pick<Webhook, 'ccid' | 'createdBy' | 'url' | 'events' | 'jobId' | 'auditTo'>,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  const id = newId(services.randomBytes, 'w-');
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

/** Gives a webhook another secret; the one before signs as well for a day. */
export async function renewSecret(
  services: Pick<WebhookServices, 'config' | 'db' | 'now' | 'randomBytes'>,
  webhook: Webhook,
): Promise<Result<{ readonly webhook: Webhook; readonly secret: string }>> {
  if (mailOf(webhook.url) !== null) return fail('mail-unsigned', 'id');
  const { shown, wrapped } = await newSecretOf(services, webhook);
  const changed = await changeWebhook(services.db, webhook, {
    secret: wrapped,
    previousSecret: webhook.secret,
    previousUntil: services.now() + PREVIOUS_SECRET_MS,
  });
  if (changed) return ok({ webhook: changed, secret: shown });
  return webhook.auditTo === null ? noWebhook(webhook) : noStream(webhook);
}

/** Sends a test, once, and tells what came of it. */
export async function testWebhook(
  { config, askOutside: fetch, tellMail, now, randomBytes }: WebhookServices,
  webhook: Webhook,
): Promise<z.infer<typeof WebhookTest>> {
  const at = now();
  const data = { contactCenter: webhook.ccid };
  const message = { id: newId(randomBytes, 'test-'), event: 'test', at, data };
  const context = { fetch, wrapKeys: config.wrapKeys, origin: config.origin, mail: tellMail ?? null };
  const answered = await sendWebhook(context, webhook, { message, now: at });
  return { delivered: wasTaken(answered), ...answered };
}

/** Whoever enables a webhook begins anew, whatever failed before. */
export function enabledChange(webhook: Webhook, enabled: boolean | undefined, now: Instant) {
  if (enabled === undefined) return {};
  if (enabled) return { failingSince: null, disabledAt: null, disabledBy: null };
  return { disabledAt: webhook.disabledAt ?? now, disabledBy: webhook.disabledBy ?? ('somebody' as const) };
}

const orNone = (at: Instant | null): string => (at === null ? '' : formatInstant(at));

/** How a webhook of either kind stands. */
export function shownStanding(webhook: Webhook, now: Instant) {
  const { previousUntil } = webhook;
  return {
    id: webhook.id,
    url: webhook.url,
    enabled: webhook.disabledAt === null,
    disabledBy: webhook.disabledBy,
    failingSince: orNone(webhook.failingSince),
    previousSecretUntil: orNone(previousUntil !== null && previousUntil > now ? previousUntil : null),
    createdDate: formatInstant(webhook.createdAt),
    createdBy: webhook.createdBy,
  };
}

export const shownDelivery = (delivery: Delivery): z.infer<typeof DeliveryList>['items'][number] => ({
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
