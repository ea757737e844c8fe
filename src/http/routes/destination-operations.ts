import { createRoute } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { readableJson } from '../job-body.ts';
import { IdPath } from '../lists/parameters.ts';
import {
  DestinationBody,
  DestinationTestAnswer,
  DestinationTestBody,
} from '../openapi/schemas-destination.ts';
import { HistoryItem, JobAnswer } from '../openapi/schemas.ts';
import { errors, json } from '../operation.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

/** The operations of customers' buckets, as the documents have them. */

const common = { ...declared(V10, 'Destinations'), security: bearer };
const PATH = `${V10.base}/export`;

export const putDestination = createRoute({
  ...common,
  method: 'put',
  path: `${PATH}/jobs/{id}/destination`,
  operationId: 'setDestination',
  summary: 'Have the files of a job copied to a bucket',
  description:
    'From now on the files of each run are copied there once it is Finished, and those of runs that were not delivered yet; in whatever state the job is. A run stays Finished if its delivery fails: `delivery` of the history item says how that stands. What `GET export/jobs/{id}` answers as `destination` can be sent back.',
  middleware: [requires('jobs.write'), jsonBody, readableJson(DestinationBody)],
  request: {
    params: IdPath,
    body: { required: true, content: { 'application/json': { schema: DestinationBody } } },
  },
  responses: { 200: json('The job.', JobAnswer), ...errors(400, 401, 403, 404, 408, 413, 415) },
});

export const deleteDestination = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/jobs/{id}/destination`,
  operationId: 'removeDestination',
  summary: 'Copy the files of a job nowhere any more',
  description:
    'Ends the deliveries that are under way; what was copied stays where it is. The access key is forgotten.',
  middleware: [requires('jobs.write')],
  request: { params: IdPath },
  responses: { 204: { description: 'The job has no destination any more.' }, ...errors(400, 401, 403, 404) },
});

export const postDestinationTest = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/destination/test`,
  operationId: 'testDestination',
  summary: 'Test a destination',
  description:
    'Writes a small object where files would go, looks at it and removes it, and tells what came of it. Nothing is kept.',
  middleware: [requires('jobs.write'), jsonBody, readableJson(DestinationTestBody)],
  request: { body: { required: true, content: { 'application/json': { schema: DestinationTestBody } } } },
  responses: {
    200: json('What came of it.', DestinationTestAnswer),
    ...errors(400, 401, 403, 404, 408, 413, 415),
  },
});

export const postDelivery = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/history/{id}/delivery`,
  operationId: 'deliverHistoryItem',
  summary: 'Deliver the files of a run again',
  description:
    "Copies the files of a Finished run to its job's destination, from the first one on: after a delivery that failed, or where the job got its destination later.",
  middleware: [requires('jobs.write')],
  request: { params: IdPath },
  responses: { 202: json('The history item.', HistoryItem), ...errors(400, 401, 403, 404) },
});
