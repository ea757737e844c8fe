import { createRoute } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { readableJson } from '../job-body.ts';
import {
  AuditStreamAnswer,
  AuditStreamChange,
  AuditStreamList,
  AuditStreamWithSecret,
  NewAuditStream,
} from '../openapi/schemas-streams.ts';
import { DeliveryList, WebhookTest } from '../openapi/schemas-webhooks.ts';
import { errors, json } from '../operation.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';
import { webhookParams } from './webhook-operations.ts';

/** The operations of streams of the audit log, as the documents have them. */

const common = { ...declared(V10, 'Audit'), security: bearer };
const PATH = `${V10.base}/audit/streams`;

export const getStreams = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listAuditStreams',
  summary: 'List where the audit log is streamed to',
  description: 'Addresses that are told every link of the audit log, the oldest first.',
  middleware: [requires('audit.read')],
  responses: { 200: json('The streams.', AuditStreamList), ...errors(400, 401, 403) },
});

export const postStream = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addAuditStream',
  summary: 'Stream the audit log to an address',
  description:
    'From now on every link of the audit log is told there, as webhooks are (Standard Webhooks, signed): `{"type": "audit.links", timestamp, "data": {contactCenter, first, last, links}}`, where each link is as it was hashed (`id`, `time`, `actor`, `action`, …; of an end `entry`, `outcome`) with its `hash` beside. Up to 100 links a delivery, in the order of their ids, each at least once, within a minute; the next delivery follows when the one before was taken. Nothing is left out while the address is away: links are tried again with growing pauses, and a stream that was disabled goes on behind the last link that it took. The secret is in the answer, and nowhere else.',
  middleware: [requires('audit.stream'), jsonBody, readableJson(NewAuditStream)],
  request: { body: { required: true, content: { 'application/json': { schema: NewAuditStream } } } },
  responses: {
    201: json('The stream, with its secret.', AuditStreamWithSecret),
    ...errors(400, 401, 403, 408, 409, 413, 415),
  },
});

export const patchStream = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{id}`,
  operationId: 'changeAuditStream',
  summary: 'Change a stream of the audit log',
  description:
    'Changes what is given and leaves the rest. A stream to which nothing came for three days is disabled; `enabled` begins anew behind the last link that it took.',
  middleware: [requires('audit.stream'), jsonBody, readableJson(AuditStreamChange)],
  request: {
    params: webhookParams,
    body: { required: true, content: { 'application/json': { schema: AuditStreamChange } } },
  },
  responses: { 200: json('The stream.', AuditStreamAnswer), ...errors(400, 401, 403, 404, 408, 413, 415) },
});

export const postStreamSecret = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/secret`,
  operationId: 'renewAuditStreamSecret',
  summary: 'Make another secret for a stream of the audit log',
  description:
    'For a day deliveries are signed by both, so that the receiver can change in between. The secret is in the answer, and nowhere else.',
  middleware: [requires('audit.stream')],
  request: { params: webhookParams },
  responses: {
    201: json('The stream, with its secret.', AuditStreamWithSecret),
    ...errors(400, 401, 403, 404),
  },
});

export const postStreamTest = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/test`,
  operationId: 'testAuditStream',
  summary: 'Send a test to a stream of the audit log',
  description:
    'Sends `{"type": "test", …}` at once, signed as all others, and tells what came of it. It is tried once.',
  middleware: [requires('audit.stream')],
  request: { params: webhookParams },
  responses: { 200: json('What came of it.', WebhookTest), ...errors(400, 401, 403, 404) },
});

export const getStreamDeliveries = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{id}/deliveries`,
  operationId: 'listAuditStreamDeliveries',
  summary: 'List what a stream of the audit log was told',
  description: 'The newest 100 deliveries of 40 days, with what was answered; which links, their ids say.',
  middleware: [requires('audit.read')],
  request: { params: webhookParams },
  responses: { 200: json('The deliveries.', DeliveryList), ...errors(400, 401, 403, 404) },
});

export const deleteStream = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  operationId: 'removeAuditStream',
  summary: 'Remove a stream of the audit log',
  description: 'Removes a stream with its deliveries. Nothing is sent to it any more; the log stays.',
  middleware: [requires('audit.stream')],
  request: { params: webhookParams },
  responses: { 204: { description: 'The stream is removed.' }, ...errors(400, 401, 403, 404) },
});
