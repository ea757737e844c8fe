import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { JobRequest } from '../../model/api/job-request.ts';
import { findJob, listJobs } from '../../store/jobs.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonText, projected } from '../lists/json-page.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import type { Version } from '../versions.ts';
import { bulkAnswer, firstRefusal } from './bulk.ts';
import * as declaredJobs from './job-operations.ts';
import { answerList } from '../lists/answer-list.ts';
import { requestOf } from '../openapi/schemas.ts';
import {
  definitionV4,
  exportTypeOf,
  JobInfoV4,
  type JobUpdateV4,
  projectText,
  requestOfV4,
  SUCCESS_V4,
} from '../openapi/schemas-v4.ts';

type JobServices = Pick<Services, 'db' | 'jobs'>;

/** The jobs of the caller's contact center. */
export function jobRoutes(services: JobServices, version: Version): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  readRoutes(routes, services, version);
  writeRoutes(routes, services, version);
  stateRoutes(routes, services, version);
  return routes;
}

function readRoutes(routes: OpenAPIHono<AppEnv>, { db }: JobServices, version: Version): void {
  operation(routes, declaredJobs.getJobsRoute(version), (c) => {
    const query = c.req.valid('query');
    const { title, type, source, scheduleType, suspend: suspended } = query;
    const filter = { title, type, source, scheduleType, suspended };
    return answerList(c, {
      name: 'jobs',
      query,
      newest: 'id',
      filter,
      read: (request) => listJobs(db, c.var.caller.ccid, { filter, request }),
      show: ({ view }) => (version.current ? view : projectText(JobInfoV4, view)),
      empty: 204,
    });
  });
  operation(routes, declaredJobs.getJobRoute(version), async (c) => {
    const { id } = c.req.valid('param');
    const view = await findJob(db, c.var.caller.ccid, id);
    if (view === null) return fail('no-job', 'id', { id });
    return ok(version.current ? jsonText(view) : projected(c, definitionV4(view)));
  });
}

function writeRoutes(routes: OpenAPIHono<AppEnv>, { db, jobs }: JobServices, version: Version): void {
  if (version.current) {
    operation(routes, declaredJobs.createJobRoute, async (c) => {
      const created = await jobs.create(c.var.caller.ccid, requestOf(c.req.valid('json')));
      return created.ok ? ok(c.json(created.value, 202)) : created;
    });
    operation(routes, declaredJobs.updateJobRoute, async (c) => {
      const request = requestOf(c.req.valid('json'));
      const updated = await jobs.update(c.var.caller.ccid, c.req.valid('param').id, request);
      return updated.ok ? ok(c.json(updated.value, 200)) : updated;
    });
  } else {
    operation(routes, declaredJobs.createJobV4Route, async (c) => {
      const created = await jobs.create(c.var.caller.ccid, requestOfV4(c.req.valid('json'), 'UCS'));
      return created.ok ? ok(c.json(JobInfoV4.parse(created.value), 202)) : created;
    });
    operation(routes, declaredJobs.updateJobV4Route, async (c) => {
      const { id } = c.req.valid('param');
      const request = await updateOfV4(db, c.var.caller.ccid, { id, body: c.req.valid('json') });
      if (!request.ok) return request;
      const updated = await jobs.update(c.var.caller.ccid, id, request.value);
      return updated.ok ? ok(c.json(JobInfoV4.parse(updated.value), 200)) : updated;
    });
  }
  operation(routes, declaredJobs.deleteJobsRoute(version), async (c) => {
    const refused = await jobs.remove(c.var.caller.ccid, c.req.valid('query').jobIDs);
    return bulkAnswer(c, version, { field: 'jobIDs', refused });
  });
  operation(routes, declaredJobs.deleteJobRoute(version), async (c) => {
    const refused = await jobs.remove(c.var.caller.ccid, [c.req.valid('param').id]);
    return firstRefusal(refused) ?? ok(c.body(null, 204));
  });
}

function stateRoutes(routes: OpenAPIHono<AppEnv>, { jobs }: JobServices, version: Version): void {
  operation(routes, declaredJobs.cancelJobRoute(version), async (c) => {
    const cancelled = await jobs.cancel(c.var.caller.ccid, c.req.valid('param').id);
    return cancelled.ok ? ok(c.body(null, 200)) : cancelled;
  });
  for (const event of ['suspend', 'resume'] as const) {
    operation(routes, declaredJobs.changeJobRoute(version, event), async (c) => {
      const changed = await jobs[event](c.var.caller.ccid, c.req.valid('param').id);
      return changed.ok ? ok(projected(c, version.current ? changed.value : SUCCESS_V4)) : changed;
    });
  }
}

/** A v4 body that names no export type keeps the job's own, which is looked up. */
async function updateOfV4(
  db: D1Database,
  ccid: string,
  { id, body }: { id: number; body: z.infer<typeof JobUpdateV4> },
): Promise<Result<JobRequest>> {
  const { type, ...same } = body;
  if (type) return ok(requestOfV4(same, type));
  const view = await findJob(db, ccid, id);
  return view === null ? fail('no-job', 'id', { id }) : ok(requestOfV4(same, exportTypeOf(view)));
}
