import type { WrapKey } from '../../config/key-rings.ts';
import { unwrap } from '../../config/wrap.ts';
import { webhookSignature } from '../../encoding/webhook-signature.ts';
import type { Instant } from '../../model/instant.ts';
import { mailOf, webhookBody } from '../../model/webhook.ts';
import { OutsideAway } from '../../platform/outside-fetch.ts';
import type { HookAnswer } from '../../store/due-deliveries.ts';
import type { Webhook } from '../../store/webhooks.ts';

/** What sending needs. `fetch` refuses private addresses and redirects (platform/outside-fetch.ts). */
export interface SendContext {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly wrapKeys: readonly WrapKey[];
  /** Where the pages are, if that is known. */
  readonly origin: string | null;
  /** Null where the deployment sends no mails. */
  readonly mail: TellMail | null;
}

/** Tells a mail address; a mail that was taken is answered as by SMTP, 250. Never throws for what the other side does. */
export type TellMail = (to: string, message: Message) => Promise<HookAnswer>;

/** What is sent. */
interface Message {
  readonly id: string;
  readonly event: string;
  readonly at: Instant;
  readonly data: object;
}

/** Characters that are kept of an answer. */
const KEPT = 200;
const SECRET_PREFIX = 'whsec_';

/** The wrapped form of a webhook's secret, and back: bound to the webhook that it is of. */
export const secretContext = ({ ccid, id }: Pick<Webhook, 'ccid' | 'id'>): string => `webhook/${ccid}/${id}`;
/** A secret as receivers take it (Standard Webhooks). */
export const shownSecret = (secret: Uint8Array): string =>
  `${SECRET_PREFIX}${Buffer.from(secret).toString('base64')}`;

/** Sends a message once, and answers what came of it; never throws for what the other side does. */
export async function sendWebhook(
  context: SendContext,
  webhook: Webhook,
  sending: { readonly message: Message; readonly now: Instant },
): Promise<HookAnswer> {
  const address = mailOf(webhook.url);
  if (address === null) return post(context, webhook, sending);
  // Its operator has taken the binding away: it fails like any other until there is one again.
  if (context.mail === null) return { status: null, answer: 'this deployment sends no mails' };
  const { status, answer } = await context.mail(address, sending.message);
  return { status, answer: answer.slice(0, KEPT).toWellFormed() };
}

async function post(
  { fetch, wrapKeys, origin }: SendContext,
  webhook: Webhook,
  { message, now }: { readonly message: Message; readonly now: Instant },
): Promise<HookAnswer> {
  const body = webhookBody(message, origin);
  const timestamp = Math.floor(now / 1_000);
  const secrets = await secretsOf(wrapKeys, webhook, now);
  // Its key is in WRAP_KEYS no more: the webhook needs another secret, and fails like any other until it has one.
  if (secrets === null)
    return { status: null, answer: 'its secret cannot be read any more: make another one' };
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': webhookSignature({ id: message.id, timestamp, body }, secrets),
  };
  try {
    const answer = await fetch(webhook.url, { method: 'POST', headers, body });
    return { status: answer.status, answer: (await answer.text()).slice(0, KEPT).toWellFormed() };
  } catch (error) {
    if (!(error instanceof OutsideAway)) throw error;
    return { status: null, answer: error.message.slice(0, KEPT).toWellFormed() };
  }
}

/** The secrets that sign now; null where one cannot be read. */
async function secretsOf(
  wrapKeys: readonly WrapKey[],
  webhook: Webhook,
  now: Instant,
): Promise<readonly Uint8Array[] | null> {
  const { secret, previousSecret, previousUntil } = webhook;
  const before = previousSecret !== null && (previousUntil ?? 0) > now ? [previousSecret] : [];
  try {
    return await Promise.all(
      [secret, ...before].map((text) => unwrap(wrapKeys, secretContext(webhook), text)),
    );
  } catch {
    return null;
  }
}

/** Whether an answer says that it was taken. */
export const wasTaken = ({ status }: HookAnswer): boolean => status !== null && status >= 200 && status < 300;
