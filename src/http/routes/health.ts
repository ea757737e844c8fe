import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { ok } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { allows } from '../../model/roles.ts';
import { log } from '../../platform/log.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { checkHealth, type HealthCheck, type HealthServices } from '../health.ts';
import { instant, nameField, sentenceField } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, V10 } from '../versions.ts';

/** How old an answer may be: whoever asks more often costs nothing. */
const FRESH_MS = 10_000;

const Check = z
  .object({
    name: nameField('What was looked after: a binding or a variable.'),
    problem: sentenceField('What is wrong with it; "" while nothing is.'),
  })
  .openapi('HealthCheck', { description: 'What was found of a part of the service.' });
const Health = z
  .object({
    status: z.enum(['ok', 'unavailable']).openapi({ description: '`unavailable` where anything is wrong.' }),
    checkedAt: instant('When it was looked after, for administrators.').optional(),
    checks: z.array(Check).optional().openapi({ description: 'What was looked after, for administrators.' }),
  })
  .openapi('Health', { description: 'Whether the service works.', example: { status: 'ok' } });

const getHealth = createRoute({
  ...declared(V10, 'Service'),
  method: 'get',
  path: `${V10.base}/health`,
  operationId: 'getHealth',
  summary: 'Tell whether the service works',
  description:
    'Looks after the database and its tables, the bucket, the queues and every key. The answer is at most 10 s old. Needs no token; with an administrator’s it tells what was looked after.',
  security: [],
  responses: {
    200: json('Everything works.', Health),
    503: json('Something does not.', Health),
    ...errors(400),
  },
});

/** What was found, and when. */
interface Found {
  readonly at: Instant;
  readonly checks: readonly HealthCheck[];
}

/** Whether the service works; everybody may ask. What is wrong stands in the log, too. */
export function healthRoutes(services: HealthServices & Pick<Services, 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  // What was found is kept, never the promise of it: that belongs to the request that looks.
  let last: Found | null = null;
  const found = async (): Promise<Found> => {
    const at = services.now();
    if (last && at >= last.at && at - last.at < FRESH_MS) return last;
    const checks = await checkHealth(services);
    for (const { name, problem } of checks) if (problem) log('unhealthy', { what: name, problem });
    last = { at, checks };
    return last;
  };
  operation(routes, getHealth, async (c) => {
    const { at, checks } = await found();
    const well = checks.every(({ problem }) => problem === '');
    const caller = await c.var.authenticate(c.req.raw);
    const told = caller.ok && allows(caller.value.roles, 'service.inspect');
    const details = told ? { checkedAt: formatInstant(at), checks: [...checks] } : {};
    if (well) return ok(c.json({ status: 'ok' as const, ...details }, 200));
    return ok(c.json({ status: 'unavailable' as const, ...details }, 503));
  });
  return routes;
}
