import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { monthCost } from '../../jobs/month-cost.ts';
import { ok } from '../../model/failures.ts';
import { PLAN } from '../../model/prices.ts';
import { storesIn } from '../../records/stores.ts';
import { findBudget } from '../../store/budgets.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { CostAnswer } from '../openapi/cost-schema.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const getCost = createRoute({
  ...declared(V10, 'Data'),
  method: 'get',
  path: `${V10.base}/cost`,
  operationId: 'getCost',
  summary: 'Show what a month has cost',
  description:
    'What the contact center had done for it, counted as it was done, at Cloudflare’s list prices beyond what the plan includes: runs, imports, the putting of records into order (`compaction`), downloads, other requests, the keeping of exported files, and of the current month that of the records that there are now. CPU is reckoned as no more than the time that it took. Not among it is the plan’s base fee, which a deployment pays once. The last minute’s requests may be missing.',
  security: bearer,
  middleware: [requires('jobs.read')],
  request: {
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional()
        .openapi({ description: 'The month, in UTC; the current one unless given.', example: '2026-11' }),
    }),
  },
  responses: { 200: json('The cost.', CostAnswer), ...errors(400, 401, 403) },
});

/** What a month has cost the caller's contact center. */
export function costRoutes({
  config,
  db,
  now,
  everything,
}: Pick<Services, 'config' | 'db' | 'now' | 'everything'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getCost, async (c) => {
    const { ccid } = c.var.caller;
    const { retentionDays } = config;
    const context = { db, storeOf: storesIn(everything().records), retentionDays, now: now() };
    const { kinds, ...cost } = await monthCost(context, ccid, c.req.valid('query').month);
    const budget = await findBudget(db, ccid);
    const shown = kinds.map(({ items, ...kind }) => ({ ...kind, items: [...items] }));
    return ok(c.json({ ...cost, budget: budget ?? 0, kinds: shown, plan: PLAN }, 200));
  });
  return routes;
}
