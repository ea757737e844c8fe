import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { ok } from '../../model/failures.ts';
import { formatInstant } from '../../model/instant.ts';
import { PLAN } from '../../model/prices.ts';
import { costOf } from '../../model/work.ts';
import { findBudget } from '../../store/budgets.ts';
import { readWork } from '../../store/work.ts';
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
    'What the contact center had done for it, counted as it was done, at Cloudflare’s list prices beyond what the plan includes: runs, imports, downloads, other requests, and the keeping of exported files. CPU is reckoned as no more than the time that it took. Records at rest are not among it, nor is the plan’s base fee, which a deployment pays once. The last minute’s requests may be missing.',
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
}: Pick<Services, 'config' | 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getCost, async (c) => {
    const { ccid } = c.var.caller;
    const { month = formatInstant(now()).slice(0, 7) } = c.req.valid('query');
    const [{ work, bytes }, budget] = await Promise.all([readWork(db, ccid, month), findBudget(db, ccid)]);
    const { kinds, ...cost } = costOf(work, { bytes, retentionDays: config.retentionDays });
    const shown = kinds.map(({ items, ...kind }) => ({ ...kind, items: [...items] }));
    return ok(c.json({ month, ...cost, budget: budget ?? 0, kinds: shown, plan: PLAN }, 200));
  });
  return routes;
}
