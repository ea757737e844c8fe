import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failure.ts';
import { findJob, JOB_ORDERS, listJobs, type JobOrder } from '../../store/jobs.ts';
import { bearer, requires } from '../auth/guard.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonPage, jsonText } from '../json-text.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { flagFilter, IdPath, pageOf, pageParameters, textFilter } from './parameters.ts';
import { JobAnswer, JobBody, pageAnswer } from './schemas.ts';
import { viewPages } from './view-pages.ts';

const path = '/udm/v10/export/jobs';
const common = { tags: ['Jobs'], security: bearer };

const createJob = createRoute({
  ...common,
  method: 'post',
  path,
  operationId: 'createJob',
  summary: 'Create a job',
  middleware: [requires('jobs.write'), jsonBody],
  request: { body: { required: true, content: { 'application/json': { schema: JobBody } } } },
  responses: { 202: json('The job.', JobAnswer), ...errors(400, 401, 403, 413, 415) },
});

const getJobs = createRoute({
  ...common,
  method: 'get',
  path,
  operationId: 'listJobs',
  summary: 'List jobs',
  middleware: [requires('jobs.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(JOB_ORDERS) as JobOrder[]),
      title: textFilter('Title of the job'),
      type: textFilter('Data type'),
      source: textFilter('Source, by name or label'),
      scheduleType: textFilter('How often the job runs'),
      suspend: flagFilter('Whether the job is suspended.'),
    }),
  },
  responses: {
    200: json('The jobs that match.', pageAnswer('JobPage', JobAnswer)),
    204: { description: 'No job matches.' },
    ...errors(400, 401, 403),
  },
});

const getJob = createRoute({
  ...common,
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'getJob',
  summary: 'Show a job',
  middleware: [requires('jobs.read')],
  request: { params: IdPath },
  responses: { 200: json('The job.', JobAnswer), ...errors(400, 401, 403, 404) },
});

/** The jobs of the caller's contact center. */
export function jobRoutes({ db, jobs }: Pick<Services, 'db' | 'jobs'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, createJob, async (c) => {
    const created = await jobs.create(c.var.caller.ccid, c.req.valid('json'));
    return created.ok ? ok(c.json(created.value, 202)) : created;
  });
  operation(routes, getJobs, async (c) => {
    const query = c.req.valid('query');
    const { title, type, source, scheduleType, suspend: suspended } = query;
    const page = pageOf(query, 'id');
    const filter = { title, type, source, scheduleType, suspended };
    const { count, pages } = await listJobs(db, c.var.caller.ccid, { filter, page });
    if (count === 0) return ok(c.body(null, 204));
    return ok(await jsonPage({ count, from: page.from, size: page.size, pages: viewPages(pages) }));
  });
  operation(routes, getJob, async (c) => {
    const view = await findJob(db, c.var.caller.ccid, c.req.valid('param').id);
    if (view === null)
      return fail('not-found', 'id', 'There is no job of this id; GET export/jobs lists them.');
    return ok(jsonText(view));
  });
  return routes;
}
