import { z } from '@hono/zod-openapi';
import { MAX_STREAMS } from '../../model/webhook.ts';
import { whole } from './fields.ts';
import { shownStanding, webhookSecret, webUrl } from './schemas-webhooks.ts';

/** Shapes of the addresses that an audit log is streamed to. */

/** The body of `POST /audit/streams`. */
export const NewAuditStream = z.object({ url: webUrl }).openapi('NewAuditStream', {
  description: 'Where to stream the audit log to.',
  example: { url: 'https://siem.acme.example/udm' },
});

/** The body of `PATCH /audit/streams/{id}`. */
export const AuditStreamChange = z
  .object({
    url: webUrl.optional(),
    enabled: z.boolean().optional().openapi({
      description: 'Whether it is told anything. What is entered while it is not is told when it is again.',
      example: true,
    }),
  })
  .openapi('AuditStreamChange', {
    description: 'What of a stream becomes another; the rest stays.',
    example: { enabled: true },
  });

const shown = shownStanding.extend({
  takenTo: whole('The last link that it took; of a new stream the last one before it.').openapi({
    example: 4_711,
  }),
});

/** A stream of the audit log. */
export const AuditStreamAnswer = shown.openapi('AuditStream', {
  description: 'Where an audit log is streamed to.',
});

/** A stream with the secret that was made for it. */
export const AuditStreamWithSecret = shown
  .extend({ secret: webhookSecret })
  .openapi('AuditStreamWithSecret', { description: 'A stream, and the secret that was made for it.' });

/** The contact center's streams. */
export const AuditStreamList = z
  .object({
    items: z.array(AuditStreamAnswer).max(MAX_STREAMS).openapi({ description: 'The oldest first.' }),
    max: whole('How many there may be.', { maximum: MAX_STREAMS }).openapi({ example: MAX_STREAMS }),
  })
  .openapi('AuditStreams', { description: 'The streams of an audit log.' });
