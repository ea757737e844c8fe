import { createRoute, z } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { readableJson } from '../job-body.ts';
import {
  DeliveryList,
  NewWebhook,
  WebhookAnswer,
  WebhookChange,
  WebhookList,
  WebhookTest,
  WebhookWithSecret,
} from '../openapi/schemas-webhooks.ts';
import { errors, json } from '../operation.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

/** The operations of webhooks, as the documents have them. */

const common = { ...declared(V10, 'Webhooks'), security: bearer };
const PATH = `${V10.base}/webhooks`;
/** The id of a webhook in a path. */
export const webhookParams = z.object({
  id: z
    .string()
    .max(255)
    .openapi({
      description: 'The id of the webhook.',
      example: 'w-b3V0bGF3cyE1',
      param: { name: 'id', in: 'path', required: true },
    }),
});

export const getWebhooks = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listWebhooks',
  summary: 'List webhooks',
  description: 'Where the contact center is told what happens, the oldest first.',
  middleware: [requires('jobs.read')],
  responses: { 200: json('The webhooks.', WebhookList), ...errors(400, 401, 403) },
});

export const postWebhook = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addWebhook',
  summary: 'Tell an address what happens',
  description:
    'Adds an address to which runs, files that expire and certificates that end are told, as Standard Webhooks has it: POST of `{type, timestamp, data}` with `webhook-id`, `webhook-timestamp` and `webhook-signature`. At least once, by id; of a job in its order; again with growing pauses for a day where it is not answered by 2xx within five seconds. Redirects are not followed, and addresses that are not public are refused. The secret is in the answer, and nowhere else. A mail address (`mailto:…`) is told the same by mails in English and German, by the same rules: ids, numbers and a link to the page, no reason of a failure and nobody’s name; a mail that the platform takes to send is a delivery.',
  middleware: [requires('jobs.write'), jsonBody, readableJson(NewWebhook)],
  request: { body: { required: true, content: { 'application/json': { schema: NewWebhook } } } },
  responses: {
    201: json('The webhook, with its secret.', WebhookWithSecret),
    ...errors(400, 401, 403, 404, 408, 409, 413, 415),
  },
});

export const patchWebhook = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{id}`,
  operationId: 'changeWebhook',
  summary: 'Change a webhook',
  description:
    'Changes what is given and leaves the rest. A webhook to which nothing came for three days is disabled; `enabled` begins anew.',
  middleware: [requires('jobs.write'), jsonBody, readableJson(WebhookChange)],
  request: {
    params: webhookParams,
    body: { required: true, content: { 'application/json': { schema: WebhookChange } } },
  },
  responses: { 200: json('The webhook.', WebhookAnswer), ...errors(400, 401, 403, 404, 408, 413, 415) },
});

export const postWebhookSecret = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/secret`,
  operationId: 'renewWebhookSecret',
  summary: 'Make another secret for a webhook',
  description:
    'For a day deliveries are signed by both, so that the receiver can change in between. The secret is in the answer, and nowhere else.',
  middleware: [requires('jobs.write')],
  request: { params: webhookParams },
  responses: { 201: json('The webhook, with its secret.', WebhookWithSecret), ...errors(400, 401, 403, 404) },
});

export const postWebhookTest = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/test`,
  operationId: 'testWebhook',
  summary: 'Send a test to a webhook',
  description:
    'Sends `{"type": "test", …}` at once, signed as all others, and tells what came of it. It is tried once. To mail addresses of a contact center one test goes a minute.',
  middleware: [requires('jobs.write')],
  request: { params: webhookParams },
  responses: { 200: json('What came of it.', WebhookTest), ...errors(400, 401, 403, 404) },
});

export const getDeliveries = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{id}/deliveries`,
  operationId: 'listWebhookDeliveries',
  summary: 'List what a webhook was told',
  description: 'The newest 100 deliveries of 40 days, with what was answered.',
  middleware: [requires('jobs.read')],
  request: { params: webhookParams },
  responses: { 200: json('The deliveries.', DeliveryList), ...errors(400, 401, 403, 404) },
});

export const deleteWebhook = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  operationId: 'removeWebhook',
  summary: 'Remove a webhook',
  description: 'Removes a webhook with its deliveries. Nothing is sent to it any more.',
  middleware: [requires('jobs.write')],
  request: { params: webhookParams },
  responses: { 204: { description: 'The webhook is removed.' }, ...errors(400, 401, 403, 404) },
});
