import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';
import { metricsText, OPENMETRICS } from '../../model/metrics.ts';
import { readCounted } from '../../store/metrics.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { samplesOfCounted, type Backlog } from '../metrics.ts';
import { errors, operation } from '../operation.ts';
import { bearerOf, sameSecret } from '../same-secret.ts';
import type { Services } from '../services.ts';
import { declared, V10 } from '../versions.ts';

/** How old an answer may be: whoever asks more often costs nothing. */
const FRESH_MS = 10_000;

/** What proves who asks, as the document names it. */
const TOKEN = {
  type: 'http',
  scheme: 'bearer',
  description: 'The `METRICS_TOKEN` of the deployment, for this operation alone.',
} as const;

const getMetrics = createRoute({
  ...declared(V10, 'Service'),
  method: 'get',
  path: `${V10.base}/metrics`,
  operationId: 'getMetrics',
  summary: 'Tell what monitoring asks for',
  description:
    'Runs by outcome, records and bytes, delays, queues and the database, as OpenMetrics has them; at most 10 s old. For the operator’s monitoring: it takes the deployment’s `METRICS_TOKEN` and no other. Where none is set there are no metrics.',
  security: [{ metrics: [] }],
  responses: {
    200: {
      description: 'The metrics.',
      content: {
        [OPENMETRICS]: {
          schema: z.string().openapi({ description: 'Families and their samples.', maxLength: 10_000_000 }),
          example: '# TYPE udm_d1_size_bytes gauge\nudm_d1_size_bytes 81920\n# EOF\n',
        },
      },
    },
    ...errors(400, 401, 404),
  },
});

type MetricsServices = Pick<Services, 'config' | 'db' | 'queues' | 'build' | 'now'>;

/** What the operator's monitoring asks for, by a token of its own. */
export function metricsRoutes(services: MetricsServices): OpenAPIHono<AppEnv> {
  const { config, now } = services;
  const routes = newRouter();
  routes.openAPIRegistry.registerComponent('securitySchemes', 'metrics', TOKEN);
  let last: { readonly at: Instant; readonly text: string } | null = null;
  operation(routes, getMetrics, async (c) => {
    const token = config.metricsToken?.reveal();
    if (token === undefined) return fail('no-metrics', '');
    if (!sameSecret(token, bearerOf(c.req.raw.headers)))
      return fail('metrics-token-refused', 'Authorization');
    const at = now();
    if (!last || at < last.at || at - last.at >= FRESH_MS) last = { at, text: await metricsAt(services, at) };
    return ok(c.body(last.text, 200, { 'Content-Type': OPENMETRICS }));
  });
  return routes;
}

async function metricsAt({ db, queues = {}, build }: MetricsServices, at: Instant): Promise<string> {
  const [counted, backlogs] = await Promise.all([
    readCounted(db, at),
    Promise.all(Object.entries(queues).map(([name, queue]) => backlogOf(name, queue))),
  ]);
  const labels = { version: build?.number ?? 'local', changeset: build?.changeset ?? 'unknown' };
  const samples = samplesOfCounted(counted, backlogs.flat(), at);
  return metricsText([{ name: 'udm_build_info', labels, value: 1 }, ...samples]);
}

/** A queue that does not answer has no samples: that is what `health` is for. */
async function backlogOf(name: string, queue: Queue): Promise<readonly Backlog[]> {
  try {
    const {
      backlogCount: messages,
      backlogBytes: bytes,
      oldestMessageTimestamp: oldest,
    } = await queue.metrics();
    return [{ queue: name.toLowerCase(), messages, bytes, oldest: oldest?.getTime() ?? null }];
  } catch {
    return [];
  }
}
