import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { AuditFilter } from '../../model/audit/protocol.ts';
import { fold } from '../../model/fold.ts';
import { ok } from '../../model/failures.ts';
import { AUDIT_ORDERS, auditPages, listAudit, type AuditOrder } from '../audit/list.ts';
import { jsonLines } from '../audit/json-lines.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { answerList } from '../lists/answer-list.ts';
import { DEFAULT_SIZE, dateFilter, pageParameters, textFilter } from '../lists/parameters.ts';
import { AuditChainEnds, AuditEntryAnswer } from '../openapi/audit-schemas.ts';
import { pageAnswer } from '../openapi/schemas.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const Query = z.object({
  ...pageParameters<AuditOrder>(AUDIT_ORDERS),
  actor: textFilter('Name of who did it', 'demo'),
  action: textFilter('What was done', 'job.create'),
  outcome: textFilter('How it came out', 'done'),
  object: z.string().max(320).optional().openapi({
    description: 'One of the objects, exactly; `contact:` with the id of a contact finds by its keyed hash.',
    example: 'job:17',
  }),
  startDate: dateFilter('Entries of this moment or later.'),
  endDate: dateFilter('Entries before this moment.'),
});

const LINES = 'application/x-ndjson';
const common = { ...declared(V10, 'Audit'), security: bearer, middleware: [requires('audit.read')] };

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/audit`,
  operationId: 'listAudit',
  summary: 'List what was done, and by whom',
  description: `Entries of the contact center's audit log, the newest first unless asked otherwise. With \`Accept: ${LINES}\` they come as JSON Lines, one entry a line, as the log was when the answer began.`,
  request: { query: Query },
  responses: {
    200: {
      description: 'The entries that match.',
      content: {
        'application/json': { schema: pageAnswer('AuditPage', AuditEntryAnswer) },
        [LINES]: {
          schema: {
            type: 'string' as const,
            format: 'binary',
            description: 'Entries, one a line.',
            example: '{"id":41,"action":"job.create"}\n',
          },
        },
      },
    },
    ...errors(400, 401, 403),
  },
});

const chainRoute = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/audit/chain`,
  operationId: 'getAuditChain',
  summary: 'Show where the audit log begins and ends',
  description:
    'Each link has the SHA-256 of the hash before it, a line feed and its canonical JSON (RFC 8785). Whoever keeps a head knows later whether the log up to it is still the same.',
  responses: { 200: json('Both ends of the chain.', AuditChainEnds), ...errors(400, 401, 403) },
});

/** The audit log of the caller's contact center. */
export function auditRoutes({ audit }: Pick<Services, 'audit'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const filterOf = (ccid: string, query: z.infer<typeof Query>): AuditFilter => ({
    ...(query.actor === undefined ? {} : { actor: fold(query.actor) }),
    ...(query.action === undefined ? {} : { action: fold(query.action) }),
    ...(query.outcome === undefined ? {} : { outcome: fold(query.outcome) }),
    ...(query.object ? { objects: objectsMeant(audit, ccid, query.object) } : {}),
    ...(query.startDate === undefined ? {} : { from: query.startDate }),
    ...(query.endDate === undefined ? {} : { to: query.endDate }),
  });
  operation(routes, listRoute, async (c) => {
    const query = c.req.valid('query');
    const { ccid } = c.var.caller;
    const filter = filterOf(ccid, query);
    if ((c.req.header('accept') ?? '').includes(LINES)) {
      const upTo = (await audit.ends(ccid)).head.id;
      const descending = query.descAsc ?? query.orderField === undefined;
      const page = { from: query.from ?? 0, size: query.size ?? DEFAULT_SIZE, descending };
      const pages = auditPages(audit, { ccid, filter, upTo }, page);
      return ok(jsonLines(pages, ({ item }) => JSON.stringify(item)));
    }
    return answerList(c, {
      name: 'audit',
      query,
      newest: 'id',
      filter,
      read: (request) => listAudit(audit, { ccid, filter, upTo: null }, request),
      show: ({ item }) => JSON.stringify(item),
      empty: 200,
    });
  });
  operation(routes, chainRoute, async (c) => ok(c.json(await audit.ends(c.var.caller.ccid), 200)));
  return routes;
}

/** What an object may stand as in the log: itself, or its mark by each key that there is. */
function objectsMeant(audit: Services['audit'], ccid: string, object: string): string[] {
  const colon = object.indexOf(':');
  if (colon < 0) return [object];
  const [type, name] = [object.slice(0, colon), object.slice(colon + 1)];
  return [object, ...audit.marks(ccid, name).map((mark) => `${type}:${mark}`)];
}
