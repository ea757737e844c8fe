import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failure.ts';
import { findRun, listRuns, RUN_ORDERS, type RunOrder } from '../../store/runs.ts';
import { bearer, requires } from '../auth/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonPage, jsonText } from '../json-text.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { idFilter, IdPath, pageOf, pageParameters, textFilter } from './parameters.ts';
import { HistoryItem, pageAnswer, ProgressAnswer } from './schemas.ts';
import { viewPages } from './view-pages.ts';

const path = '/udm/v10/export/history';
const common = { method: 'get' as const, tags: ['History'], security: bearer };

const getHistory = createRoute({
  ...common,
  path,
  operationId: 'listHistory',
  summary: 'List the runs of jobs',
  middleware: [requires('history.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(RUN_ORDERS) as RunOrder[]),
      jobId: idFilter('Runs of this job alone.'),
      title: textFilter('Title of the job'),
      type: textFilter('Data type'),
      status: textFilter('Status, by value or label'),
      source: textFilter('Source, by name or label'),
      fileName: textFilter('Name of the last volume'),
    }),
  },
  responses: {
    200: json('The history items that match.', pageAnswer('HistoryPage', HistoryItem)),
    204: { description: 'No history item matches.' },
    ...errors(400, 401, 403),
  },
});

const getHistoryItem = createRoute({
  ...common,
  path: `${path}/{id}`,
  operationId: 'getHistoryItem',
  summary: 'Show a run',
  middleware: [requires('history.read')],
  request: { params: IdPath },
  responses: { 200: json('The history item.', HistoryItem), ...errors(400, 401, 403, 404) },
});

const getProgress = createRoute({
  ...common,
  path: `${path}/{id}/progress`,
  operationId: 'getProgress',
  summary: 'Show how far a run is',
  middleware: [requires('history.read')],
  request: { params: IdPath },
  responses: { 200: json('The progress.', ProgressAnswer), ...errors(400, 401, 403, 404) },
});

/** The runs of the caller's contact center. */
export function historyRoutes({ db, jobs }: Pick<Services, 'db' | 'jobs'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getHistory, async (c) => {
    const query = c.req.valid('query');
    const { jobId, title, type, status, source, fileName } = query;
    const page = pageOf(query, 'id');
    const filter = { jobId, title, type, status, source, fileName };
    const { count, pages } = await listRuns(db, c.var.caller.ccid, { filter, page });
    if (count === 0) return ok(c.body(null, 204));
    return ok(await jsonPage({ count, from: page.from, size: page.size, pages: viewPages(pages) }));
  });
  operation(routes, getHistoryItem, async (c) => {
    const view = await findRun(db, c.var.caller.ccid, c.req.valid('param').id);
    if (view !== null) return ok(jsonText(view));
    return fail('not-found', 'id', 'There is no history item of this id; GET export/history lists them.');
  });
  operation(routes, getProgress, async (c) => {
    const progress = await jobs.progress(c.var.caller.ccid, c.req.valid('param').id);
    return progress.ok ? ok(c.json(progress.value, 200)) : progress;
  });
  return routes;
}
