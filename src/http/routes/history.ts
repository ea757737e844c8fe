import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failures.ts';
import type { EventView } from '../../model/api/event-view.ts';
import { eventText } from '../../labels/event-text.ts';
import { HistoryDetails } from '../openapi/event-schema.ts';
import { findRun, listRuns, RUN_ORDERS, type RunOrder } from '../../store/runs.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonText, projected } from '../lists/json-page.ts';
import { answeredOnce, IdempotencyKey, KEY_REFUSALS } from '../idempotency-key.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, typeFilter, V10, type Version } from '../versions.ts';
import { bulkAnswer, bulkAnswers, firstRefusal, selectionAnswer } from './bulk.ts';
import { eitherOf, idsSelected, selectionParameter } from './selections.ts';
import { BulkAnswer } from '../openapi/selection-schemas.ts';
import { answerList } from '../lists/answer-list.ts';
import { idFilter, idList, IdPath, pageParameters, textFilter } from '../lists/parameters.ts';
import { HistoryItem, pageAnswer, ProgressAnswer } from '../openapi/schemas.ts';
import { JobInfoV4, projectText, ProgressV4 } from '../openapi/schemas-v4.ts';

const common = (version: Version) => ({ ...declared(version, 'History'), security: bearer });
const path = (version: Version) => `${version.base}/export/history`;

const Query = z.object({
  // Object.keys of a literal table: its keys are the names.
  ...pageParameters(Object.keys(RUN_ORDERS) as RunOrder[]),
  jobId: idFilter('Runs of this job alone.'),
  title: textFilter('Title of the job', 'october'),
  type: textFilter('Data type', 'Interaction'),
  status: textFilter('Status, by value or label', 'in progress'),
  source: textFilter('Source, by name or label', 'UCS'),
  fileName: textFilter('Name of the last volume', 'export-4f1c'),
});
// All parameters are optional, so a value of the shorter type is one of the longer.
const OldQuery = Query.omit({
  jobId: true,
  source: true,
  bgUpdate: true,
  cursor: true,
}) as unknown as typeof Query;

const getHistory = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: path(version),
    operationId: 'listHistory',
    summary: 'List the runs of jobs',
    description: 'The history items of the contact center, the newest first unless asked otherwise.',
    middleware: [requires('history.read')],
    request: { query: version.current ? Query : OldQuery },
    responses: {
      200: json(
        'The history items that match.',
        version.current ? pageAnswer('HistoryPage', HistoryItem) : pageAnswer('HistoryPage', JobInfoV4),
      ),
      204: { description: 'No history item matches.' },
      ...errors(400, 401, 403),
    },
  });

const Deleted = z.object({
  jobIDs: idList('Ids of history items, comma-separated; or `selection`.').optional(),
  selection: selectionParameter.optional(),
});
// A value of the narrower type is one of the wider.
const DeletedV4 = z.object({
  jobIDs: idList('Ids of history items, comma-separated.'),
}) as unknown as typeof Deleted;

const deleteHistory = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: path(version),
    operationId: 'deleteHistory',
    summary: 'Delete history items',
    description: 'Deletes runs with their artifacts. A run in progress is not deleted.',
    middleware: [requires('history.write')],
    request: { query: version.current ? Deleted : DeletedV4 },
    responses: bulkAnswers(version),
  });

const getHistoryItem = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${path(version)}/{id}`,
    operationId: 'getHistoryItem',
    summary: 'Show a run',
    description: version.current
      ? 'One history item, with what happened to its run; `parentId` is the id of its job.'
      : 'One history item; `parentId` is the id of its job.',
    middleware: [requires('history.read')],
    request: { params: IdPath },
    responses: {
      200: json('The history item.', version.current ? HistoryDetails : JobInfoV4),
      ...errors(400, 401, 403, 404),
    },
  });

const deleteHistoryItem = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: `${path(version)}/{id}`,
    operationId: 'deleteHistoryItem',
    summary: 'Delete a history item',
    description: 'Deletes a run with its artifacts. A run in progress is refused.',
    middleware: [requires('history.write')],
    request: { params: IdPath },
    responses: { 204: { description: 'The history item is deleted.' }, ...errors(400, 401, 403, 404) },
  });

const getProgress = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${path(version)}/{id}/progress`,
    operationId: 'getProgress',
    summary: 'Show how far a run is',
    description: 'Percent and status of a run, told by the run itself.',
    middleware: [requires('history.read')],
    request: { params: IdPath },
    responses: {
      200: json('The progress.', version.current ? ProgressAnswer : ProgressV4),
      ...errors(400, 401, 403, 404),
    },
  });

/** The text of a history item with its run's events; stored by the service as one object. */
function withEvents(view: string, events: readonly Omit<EventView, 'message'>[]): string {
  const told = events.map((event) => ({ ...event, message: eventText(event) }));
  return `${view.slice(0, -1)},"events":${JSON.stringify(told)}}`;
}

const retryRun = createRoute({
  ...common(V10),
  method: 'post',
  path: `${path(V10)}/{id}/retry`,
  operationId: 'retryHistoryItem',
  summary: 'Run again',
  description:
    'Does the same window with the same settings again, as another run of its job, whatever the schedule says. Takes runs that are Failed, Cancelled or Skipped, and Finished ones that are not DataSync; a DataSync run begins at the last change that was exported. Refused while a run of the job is Queued or In Progress.',
  middleware: [requires('jobs.write'), answeredOnce('without-body')],
  request: { params: IdPath, headers: IdempotencyKey },
  responses: { 202: json('The new run.', HistoryItem), ...errors(400, 401, 403, 404), ...KEY_REFUSALS },
});

const retrySelected = createRoute({
  ...common(V10),
  method: 'post',
  path: `${path(V10)}/retry`,
  operationId: 'retryHistory',
  summary: 'Run selected history items again',
  description: 'Does each run of a selection again, as `POST export/history/{id}/retry` does one.',
  middleware: [requires('jobs.write')],
  request: { query: z.object({ selection: selectionParameter }) },
  responses: { 200: json('What was done.', BulkAnswer), ...errors(400, 401, 403) },
});

function retryRoutes(routes: OpenAPIHono<AppEnv>, services: Pick<Services, 'db' | 'jobs' | 'now'>): void {
  const { jobs } = services;
  operation(routes, retryRun, async (c) => {
    const { ccid, subject } = c.var.caller;
    const asking = { by: subject, once: c.get('once') };
    const run = await jobs.retry(ccid, c.req.valid('param').id, asking);
    return run.ok ? ok(c.json(run.value, 202)) : run;
  });
  operation(routes, retrySelected, async (c) => {
    const { ccid, subject } = c.var.caller;
    const { selection } = c.req.valid('query');
    const ids = await idsSelected(c, services, { list: 'history', selection });
    if (!ids.ok) return ids;
    return selectionAnswer(c, ids.value.length, await jobs.retryAll(ccid, ids.value, subject));
  });
}

/** The runs of the caller's contact center. */
export function historyRoutes(
  services: Pick<Services, 'db' | 'jobs' | 'now'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const { db, jobs } = services;
  const routes = newRouter();
  const show = (view: string): string => (version.current ? view : projectText(view));
  operation(routes, getHistory(version), (c) => {
    const query = c.req.valid('query');
    const { jobId, title, type, status, source, fileName } = query;
    const filter = { jobId, title, ...typeFilter(version, type), status, source, fileName };
    const read: Parameters<typeof answerList<RunOrder, { view: string }>>[1]['read'] = (request) =>
      listRuns(db, c.var.caller.ccid, { filter, request });
    return answerList(c, {
      name: 'history',
      query,
      newest: 'id',
      filter,
      read,
      show: ({ view }) => show(view),
      empty: version.enveloped ? 200 : 204,
    });
  });
  operation(routes, deleteHistory(version), async (c) => {
    const { jobIDs, selection } = c.req.valid('query');
    const selected = (id: string) => idsSelected(c, services, { list: 'history', selection: id });
    const ids = await eitherOf('jobIDs', jobIDs, { selection, selected });
    if (!ids.ok) return ids;
    const refused = await jobs.removeRuns(c.var.caller.ccid, ids.value);
    return bulkAnswer(c, version, { field: 'jobIDs', refused });
  });
  operation(routes, getHistoryItem(version), async (c) => {
    const { id } = c.req.valid('param');
    const view = await findRun(db, c.var.caller.ccid, id);
    if (view === null) return fail('no-history-item', 'id', { id });
    if (!version.current) return ok(jsonText(show(view)));
    const events = await jobs.events(c.var.caller.ccid, id);
    return ok(jsonText(withEvents(view, events)));
  });
  operation(routes, deleteHistoryItem(version), async (c) => {
    const refused = await jobs.removeRuns(c.var.caller.ccid, [c.req.valid('param').id]);
    return firstRefusal(refused) ?? ok(c.body(null, 204));
  });
  if (version.current) retryRoutes(routes, services);
  operation(routes, getProgress(version), async (c) => {
    const progress = await jobs.progress(c.var.caller.ccid, c.req.valid('param').id);
    if (!progress.ok) return progress;
    return ok(projected(c, version.current ? progress.value : ProgressV4.parse(progress.value)));
  });
  return routes;
}
