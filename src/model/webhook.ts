import { DAY_MS, formatInstant, type Instant } from './instant.ts';
import type { RunEvent } from './run-events.ts';

/** How the address of a subscription begins that is told by mail (RFC 6068). */
const MAIL_SCHEME = 'mailto:';

/** The mail address of `mailto:…`; null of every other address. It need not be a good one. */
export const mailOf = (url: string): string | null =>
  url.toLowerCase().startsWith(MAIL_SCHEME) ? url.slice(MAIL_SCHEME.length) : null;
export const mailUrl = (address: string): string => `${MAIL_SCHEME}${address}`;

/** What stands as the status of a mail that was taken: SMTP's word for it (RFC 5321, section 4.2.3). */
export const MAIL_TAKEN = 250;

/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = [
  'run.started',
  'run.finished',
  'run.failed',
  'run.cancelled',
  'run.skipped',
  'delivery.finished',
  'delivery.failed',
  'files.expiring',
  'certificate.ending',
  'budget.reached',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a stream of the audit log is told: links of the chain, some in one delivery. Nothing else is told by it, and by nothing else it. */
export const AUDIT_EVENT = 'audit.links';
export type ToldEvent = WebhookEvent | typeof AUDIT_EVENT;
/** Links of a chain, from one to another. */
export interface LinkRange {
  readonly first: number;
  readonly last: number;
}

export const DELIVERY_STATES = ['waiting', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Webhooks of a contact center at most: each is told of every run. */
export const MAX_WEBHOOKS = 20;
/** Streams of an audit log at most. */
export const MAX_STREAMS = 5;
/** How long a secret signs beside the one that took its place. */
export const PREVIOUS_SECRET_MS = DAY_MS;
/** A delivery is given up after so long, and a webhook to which none came for so long is told nothing any more. */
const GIVEN_UP_MS = DAY_MS;
const DISABLED_MS = 3 * DAY_MS;
/** Pauses between tries double from a minute, to six hours. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** How long before their end files and certificates are told of. */
export const FILES_WARN_MS = 3 * DAY_MS;

/** When a delivery that has failed `tries` times is tried again; null where it was tried for a day. */
export function nextTry(
  { tries, firstTriedAt }: { readonly tries: number; readonly firstTriedAt: Instant },
  now: Instant,
): Instant | null {
  const next = now + pauseAfter(tries);
  return next > firstTriedAt + GIVEN_UP_MS ? null : next;
}

const pauseAfter = (tries: number): Instant => Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);

/** When links of the audit log are tried again that were not taken: nothing of it is given up before its stream is. */
export const nextLinksTry = (tries: number, now: Instant): Instant => now + pauseAfter(tries);

/** Whether a webhook has failed long enough to be told nothing any more. */
export const isHopeless = (failingSince: Instant | null, now: Instant): boolean =>
  failingSince !== null && now - failingSince >= DISABLED_MS;

/** Something that happened to a job's run, as its object keeps it until D1 knows; `n` counts them in their order. */
export interface Occurrence {
  readonly n: number;
  readonly run: number;
  readonly at: Instant;
  readonly event: WebhookEvent;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of a run's events is told, and what is told of it: numbers and codes, and no name but the reason of a failure. */
export function toldOf(happened: RunEvent): Pick<Occurrence, 'event' | 'data'> | null {
  switch (happened.event) {
    case 'started':
    case 'cancelled':
    case 'skipped':
      return { event: `run.${happened.event}`, data: {} };
    case 'finished':
      return { event: 'run.finished', data: { files: happened.volumes, bytes: happened.bytes } };
    case 'failed':
      return { event: 'run.failed', data: { reason: happened.reason } };
    case 'delivered':
      return { event: 'delivery.finished', data: { files: happened.files, bytes: happened.bytes } };
    case 'delivery-failed':
      return { event: 'delivery.failed', data: { code: happened.code } };
    default:
      return null;
  }
}

/** The body of a delivery (Standard Webhooks): the same whenever it is sent. `origin` is where the pages are, if that is known. */
export function webhookBody(
  { event, at, data }: { readonly event: string; readonly at: Instant; readonly data: object },
  origin: string | null,
): string {
  const { historyId } = data as { readonly historyId?: unknown };
  const link =
    origin !== null && typeof historyId === 'number' ? { link: `${origin}/history/${historyId}` } : {};
  return JSON.stringify({ type: event, timestamp: formatInstant(at), data: { ...data, ...link } });
}
