import { z } from '@hono/zod-openapi';
import { AUDIT_EVENT, DELIVERY_STATES, MAX_WEBHOOKS, WEBHOOK_EVENTS } from '../../model/webhook.ts';
import { idField, instant, INSTANT_OR_NONE, nameField, textField, whole } from './fields.ts';

/** Shapes of the addresses that a contact center is told at. */

/** Deliveries that are listed. */
export const SHOWN_DELIVERIES = 100;

const URL_WORDS = { maxLength: 2_000, example: 'https://hooks.acme.example/udm' };
const NO_TIME = { ...INSTANT_OR_NONE, example: '' };
const events = z
  .array(z.enum(WEBHOOK_EVENTS).openapi({ description: 'What happened.' }))
  .min(1)
  .max(WEBHOOK_EVENTS.length)
  .openapi({ description: 'What it is told of.', example: ['run.finished', 'run.failed'] });
const url = z
  .string()
  .min(1)
  .max(URL_WORDS.maxLength)
  .openapi({
    ...URL_WORDS,
    description:
      'Where deliveries go: an https address that is public, or `mailto:` and one mail address, where the deployment sends mails. What was added as one stays one.',
  });

/** An https address alone. */
export const webUrl = z
  .string()
  .min(1)
  .max(URL_WORDS.maxLength)
  .openapi({ ...URL_WORDS, description: 'Where deliveries go: an https address that is public.' });

/** The body of `POST /webhooks`. */
export const NewWebhook = z
  .object({
    url,
    events: events.optional().openapi({ description: 'What it is told of; everything unless given.' }),
    jobId: z
      .number()
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .nullable()
      .optional()
      .openapi({ description: 'The one job that it is told of; unless given all.', example: 17 }),
  })
  .openapi('NewWebhook', {
    description: 'Where to tell what happens.',
    example: { url: URL_WORDS.example, events: ['run.finished', 'run.failed'] },
  });

/** The body of `PATCH /webhooks/{id}`. */
export const WebhookChange = z
  .object({
    url: url.optional(),
    events: events.optional(),
    enabled: z.boolean().optional().openapi({
      description: 'Whether it is told anything. What happens while it is not is not told later.',
      example: true,
    }),
  })
  .openapi('WebhookChange', {
    description: 'What of a webhook becomes another; the rest stays.',
    example: { enabled: true },
  });

/** How a webhook stands, of events or of the audit log. */
export const shownStanding = z.object({
  id: nameField('Names the webhook.').openapi({ example: 'w-b3V0bGF3cyE1' }),
  url: textField({ ...URL_WORDS, description: 'Where deliveries go.' }),
  enabled: z.boolean().openapi({ description: 'Whether it is told anything.', example: true }),
  disabledBy: z.enum(['failures', 'somebody']).nullable().openapi({
    description:
      '`failures`: for three days nothing came; `somebody`: it was asked for; null: it is enabled.',
    example: null,
  }),
  failingSince: textField({
    ...NO_TIME,
    description: 'Since when nothing came, ISO 8601; "" where the last delivery did.',
  }),
  previousSecretUntil: textField({
    ...NO_TIME,
    description: 'Until when the secret before this one signs as well, ISO 8601; "": it does not.',
  }),
  createdDate: instant('When it was added.').openapi({ example: '2026-11-20T12:00:00.000Z' }),
  createdBy: nameField('Who added it.').openapi({ example: 'demo' }),
});

const shown = shownStanding.extend({
  events,
  jobId: idField('The one job that it is told of; null: all.').nullable().openapi({ example: null }),
});

/** A webhook. */
export const WebhookAnswer = shown.openapi('Webhook', {
  description: 'Where a contact center is told what happens.',
});

export const webhookSecret = textField({
  description:
    'Signs its deliveries (`webhook-signature`). It is shown here, and never again; "" of a mail address, whose mails are not signed.',
  maxLength: 255,
  example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
});

/** A webhook with the secret that was made for it. */
export const WebhookWithSecret = shown
  .extend({
    secret: webhookSecret,
  })
  .openapi('WebhookWithSecret', { description: 'A webhook, and the secret that was made for it.' });

/** The contact center's webhooks. */
export const WebhookList = z
  .object({
    items: z.array(WebhookAnswer).max(MAX_WEBHOOKS).openapi({ description: 'The oldest first.' }),
    max: whole('How many there may be.', { maximum: MAX_WEBHOOKS }).openapi({ example: MAX_WEBHOOKS }),
  })
  .openapi('Webhooks', { description: 'The webhooks of a contact center.' });

const answered = {
  status: z.number().int().min(100).max(599).nullable().openapi({
    description:
      'The HTTP status of the last answer; of a mail that was taken 250, as by SMTP; null where there was none.',
    example: 204,
  }),
  answer: textField({
    description: 'The beginning of the last answer, or why there was none, or why a mail was not taken.',
    maxLength: 200,
    example: '',
  }),
};

const delivery = z
  .object({
    eventId: nameField('`webhook-id`: the same however often it is sent.').openapi({ example: 'job-17-2' }),
    event: z
      .enum([...WEBHOOK_EVENTS, AUDIT_EVENT])
      .openapi({ description: 'What happened.', example: 'run.finished' }),
    jobId: idField('Of which job; null: of none.').nullable().openapi({ example: 17 }),
    at: instant('When it happened.').openapi({ example: '2026-11-20T12:01:09.000Z' }),
    state: z.enum(DELIVERY_STATES).openapi({
      description:
        '`waiting`: it is tried, again if it must be; `given-up`: it was tried for a day, or the webhook was disabled.',
      example: 'delivered',
    }),
    tries: whole('How often it was tried.').openapi({ example: 1 }),
    lastTriedAt: textField({
      ...INSTANT_OR_NONE,
      description: 'When it was last tried, ISO 8601; "": not yet.',
      example: '2026-11-20T12:01:30.000Z',
    }),
    nextTryAt: textField({
      ...NO_TIME,
      description: 'When it is tried again at the earliest, ISO 8601; "": no more.',
    }),
    ...answered,
  })
  .openapi('WebhookDelivery', { description: 'Something that a webhook is told.' });

/** What a webhook was told. */
export const DeliveryList = z
  .object({
    items: z
      .array(delivery)
      .max(SHOWN_DELIVERIES)
      .openapi({ description: 'The newest 100, the newest first.' }),
  })
  .openapi('WebhookDeliveries', { description: 'What a webhook is told, and what it answered.' });

/** What came of a test. */
export const WebhookTest = z
  .object({
    delivered: z.boolean().openapi({ description: 'Whether it was taken: answered by 2xx.', example: true }),
    ...answered,
  })
  .openapi('WebhookTest', { description: 'What a webhook answered to a test.' });
