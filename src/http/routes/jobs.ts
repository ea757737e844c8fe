import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { JobView } from '../../model/api/job-info.ts';
import type { JobPreview } from '../../model/api/job-preview.ts';
import { parseInstant } from '../../model/instant.ts';
import { findCertificates } from '../../store/certificates.ts';
import type { Destination } from '../../model/destination.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { JobRequest } from '../../model/api/job-request.ts';
import { exportTypeSentBack, isSentBack } from '../../model/api/sent-back.ts';
import type { ExportType } from '../../model/export-type.ts';
import type { Editing } from '../../jobs/create-job.ts';
import { DATA_TYPES, olderType } from '../../model/records.ts';
import { findJob, listJobs } from '../../store/jobs.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonText, projected } from '../lists/json-page.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { typeFilter, type Version } from '../versions.ts';
import { destinationAsked } from './destinations.ts';
import { bulkAnswer, firstRefusal, selectionAnswer } from './bulk.ts';
import { eitherOf, idsSelected } from './selections.ts';
import { jobWarnings, warnedText, warningsOf } from './warnings.ts';
import * as declaredJobs from './job-operations.ts';
import { answerList } from '../lists/answer-list.ts';
import { requestOf, type JobBody } from '../openapi/schemas.ts';
import {
  definitionV4,
  exportTypeOf,
  jobInfoV4,
  type JobUpdateV4,
  projectText,
  requestOfV4,
  SUCCESS_V4,
} from '../openapi/schemas-v4.ts';

type JobServices = Pick<Services, 'config' | 'db' | 'jobs' | 'now'>;

/** The jobs of the caller's contact center. */
export function jobRoutes(services: JobServices, version: Version): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  readRoutes(routes, services, version);
  writeRoutes(routes, services, version);
  stateRoutes(routes, services, version);
  return routes;
}

function readRoutes(routes: OpenAPIHono<AppEnv>, services: JobServices, version: Version): void {
  const { db } = services;
  operation(routes, declaredJobs.getJobsRoute(version), async (c) => {
    const query = c.req.valid('query');
    const { title, type, source, scheduleType, suspend: suspended } = query;
    const filter = { title, ...typeFilter(version, type), source, scheduleType, suspended };
    const warn = version.current ? await jobWarnings(services, c.var.caller.ccid) : null;
    return answerList(c, {
      name: 'jobs',
      query,
      newest: 'id',
      filter,
      read: (request) => listJobs(db, c.var.caller.ccid, { filter, request }),
      show: ({ view }) => (warn ? warnedText(warn, view) : projectText(view)),
      empty: version.enveloped ? 200 : 204,
    });
  });
  operation(routes, declaredJobs.getJobRoute(version), async (c) => {
    const { id } = c.req.valid('param');
    const view = await findJob(db, c.var.caller.ccid, id);
    if (view === null) return fail('no-job', 'id', { id });
    if (!version.current) return ok(projected(c, definitionV4(view)));
    return ok(jsonText(warnedText(await jobWarnings(services, c.var.caller.ccid), view)));
  });
}

function writeRoutes(routes: OpenAPIHono<AppEnv>, services: JobServices, version: Version): void {
  const { db, jobs } = services;
  if (version.current) {
    currentWriteRoutes(routes, services);
  } else {
    operation(routes, declaredJobs.createJobV4Route(version), async (c) => {
      const { ccid, subject } = c.var.caller;
      const request = requestOfV4(c.req.valid('json'), 'UCS');
      if (!isOlderType(request)) return NO_OLDER_TYPE;
      const created = await jobs.create(ccid, request, { by: subject });
      return created.ok ? ok(c.json(jobInfoV4(created.value), 202)) : created;
    });
    operation(routes, declaredJobs.updateJobV4Route(version), async (c) => {
      const { id } = c.req.valid('param');
      const edit = await editOfV4(db, c.var.caller.ccid, { id, body: c.req.valid('json') });
      if (!edit.ok) return edit;
      const { request, ...how } = edit.value;
      const { ccid, subject: by } = c.var.caller;
      const updated = await jobs.update(ccid, id, request, { ...how, by });
      return updated.ok ? ok(c.json(jobInfoV4(updated.value), 200)) : updated;
    });
  }
  operation(routes, declaredJobs.deleteJobsRoute(version), async (c) => {
    const { jobIDs, selection } = c.req.valid('query');
    const selected = (id: string) => idsSelected(c, services, { list: 'jobs', selection: id });
    const ids = await eitherOf('jobIDs', jobIDs, { selection, selected });
    if (!ids.ok) return ids;
    const refused = await jobs.remove(c.var.caller.ccid, ids.value);
    return bulkAnswer(c, version, { field: 'jobIDs', refused });
  });
  operation(routes, declaredJobs.deleteJobRoute(version), async (c) => {
    const refused = await jobs.remove(c.var.caller.ccid, [c.req.valid('param').id]);
    return firstRefusal(refused) ?? ok(c.body(null, 204));
  });
}

/** Creating and editing in v10, each with its dry run. */
function currentWriteRoutes(routes: OpenAPIHono<AppEnv>, services: JobServices): void {
  const { db, jobs } = services;
  operation(routes, declaredJobs.createJobRoute, async (c) => {
    const { ccid, subject } = c.var.caller;
    const body = c.req.valid('json');
    const request = requestOf(body);
    const destination = await destinationOfBody(services, ccid, { id: null, body });
    if (!destination.ok) return destination;
    if (c.req.valid('query').dryRun) return previewed(c, services, await jobs.preview(ccid, request));
    const making = {
      by: subject,
      once: c.get('once'),
      destination: destination.value,
      listsDeleted: true,
    };
    const created = await jobs.create(ccid, request, making);
    if (!created.ok) return created;
    const warn = await jobWarnings(services, ccid);
    return ok(c.json(warn(created.value), 202));
  });
  operation(routes, declaredJobs.updateJobRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { ccid, subject: by } = c.var.caller;
    const body = c.req.valid('json');
    const edit = await editOf(db, ccid, { id, body });
    if (!edit.ok) return edit;
    const destination = await destinationOfBody(services, ccid, { id, body });
    if (!destination.ok) return destination;
    const { request, ...keeping } = edit.value;
    const how = { ...keeping, destination: destination.value };
    if (c.req.valid('query').dryRun)
      return previewed(c, services, await jobs.previewEdit(ccid, id, request, how));
    const updated = await jobs.update(ccid, id, request, { ...how, by });
    if (!updated.ok) return updated;
    const warn = await jobWarnings(services, ccid);
    return ok(c.json(warn(updated.value), 200));
  });
}

/** Where a body has files copied to; null: nowhere, also where the job had them copied before. */
async function destinationOfBody(
  services: JobServices,
  ccid: string,
  { id, body }: { readonly id: number | null; readonly body: z.infer<typeof JobBody> },
): Promise<Result<Destination | null>> {
  const { destination: asked } = body;
  return asked === undefined ? ok(null) : destinationAsked(services, ccid, { id, asked });
}

/** The answer to a dry run, with what there is to warn of. */
async function previewed(c: Context<AppEnv>, { db, now }: JobServices, preview: Result<JobPreview>) {
  if (!preview.ok) return preview;
  const [first] = preview.value.nextStarts;
  const at = { nextStartsAt: first === undefined ? null : parseInstant(first), now: now() };
  const warnings = warningsOf(await findCertificates(db, c.var.caller.ccid), at);
  return ok(c.json(warnings ? { ...preview.value, warnings } : preview.value, 200));
}

/** What v10 alone can ask of jobs: a run now, and changes of all that were selected. */
function currentStateRoutes(routes: OpenAPIHono<AppEnv>, services: JobServices): void {
  const { jobs } = services;
  operation(routes, declaredJobs.runJobRoute, async (c) => {
    const { ccid, subject } = c.var.caller;
    const asking = { by: subject, once: c.get('once') };
    const run = await jobs.run(ccid, c.req.valid('param').id, asking);
    return run.ok ? ok(c.json(run.value, 202)) : run;
  });
  for (const event of ['suspend', 'resume', 'cancel'] as const) {
    operation(routes, declaredJobs.changeJobsRoute(event), async (c) => {
      const { selection } = c.req.valid('query');
      const ids = await idsSelected(c, services, { list: 'jobs', selection });
      if (!ids.ok) return ids;
      const refused = await jobs.changeAll(c.var.caller.ccid, ids.value, event);
      return selectionAnswer(c, ids.value.length, refused);
    });
  }
}

function stateRoutes(routes: OpenAPIHono<AppEnv>, services: JobServices, version: Version): void {
  const { jobs } = services;
  if (version.current) currentStateRoutes(routes, services);
  operation(routes, declaredJobs.cancelJobRoute(version), async (c) => {
    const cancelled = await jobs.cancel(c.var.caller.ccid, c.req.valid('param').id);
    return cancelled.ok ? ok(c.body(null, 200)) : cancelled;
  });
  for (const event of ['suspend', 'resume'] as const) {
    operation(routes, declaredJobs.changeJobRoute(version, event), async (c) => {
      const changed = await jobs[event](c.var.caller.ccid, c.req.valid('param').id);
      if (!changed.ok) return changed;
      if (!version.current) return ok(projected(c, SUCCESS_V4));
      const warn = await jobWarnings(services, c.var.caller.ccid);
      return ok(projected(c, warn(changed.value)));
    });
  }
}

/** An edit: the request, and whether the job stays suspended or not as it is. */
type Edit = Editing & { readonly request: JobRequest };

async function editOf(
  db: D1Database,
  ccid: string,
  { id, body }: { id: number; body: z.infer<typeof JobBody> },
): Promise<Result<Edit>> {
  const sentBack = isSentBack(body);
  if (!sentBack || exportTypeSentBack(body) !== null)
    return ok({ request: requestOf(body), keepsSuspension: sentBack });
  const own = await ownExportType(db, ccid, id);
  return own.ok ? ok({ request: requestOf(body, own.value), keepsSuspension: true }) : own;
}

/** A v4 body that names no export type keeps the job's own. */
async function editOfV4(
  db: D1Database,
  ccid: string,
  { id, body }: { id: number; body: z.infer<typeof JobUpdateV4> },
): Promise<Result<Edit>> {
  const { type, ...same } = body;
  const keepsSuspension = isSentBack(body);
  const named = type && (!keepsSuspension || exportTypeSentBack({ type }) !== null);
  const view = await findJob(db, ccid, id);
  if (view === null) return fail('no-job', 'id', { id });
  const request = requestOfV4(same, named ? type : exportTypeOf(view));
  if (!isOlderType(request)) return NO_OLDER_TYPE;
  // Filters and the person, which v4 does not know, stay: an edit of something else must not export more.
  const own = (JSON.parse(view) as Pick<JobView, 'jobParams'>).jobParams; // as the service stored it
  const { filters, contactId } = own;
  const kept = {
    ...(filters && request.type === 'UCS' ? { filters } : {}),
    ...(request.jobParams.type === olderType('Person') && own.type === 'Person'
      ? { type: own.type, contactId }
      : {}),
  };
  return ok({ request: { ...request, jobParams: { ...request.jobParams, ...kept } }, keepsSuspension });
}

/** v4 makes no jobs of persons: it cannot say of whom. */
const isOlderType = ({ jobParams }: JobRequest): boolean => jobParams.type !== 'Person';
const NO_OLDER_TYPE = fail('not-one-of', 'jobParams.type', { choices: DATA_TYPES.join(', ') });

async function ownExportType(db: D1Database, ccid: string, id: number): Promise<Result<ExportType>> {
  const view = await findJob(db, ccid, id);
  return view === null ? fail('no-job', 'id', { id }) : ok(exportTypeOf(view));
}
