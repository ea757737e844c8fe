import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { addOutsideIssuer } from '../../identity/add-issuer.ts';
import { changeOutsideIssuer } from '../../identity/change-issuer.ts';
import { asJudged } from '../../identity/as-judged.ts';
import type { Caller } from '../../identity/caller.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant } from '../../model/instant.ts';
import { isAdministrator } from '../../model/roles.ts';
import { findIssuer, listIssuers, removeIssuer, type CenterIssuer } from '../../store/issuers.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { IssuerAnswer, IssuerChange, IssuerList, NewIssuer } from '../openapi/schemas-issuers.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/issuers`;

const getIssuers = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listIssuers',
  summary: 'List outside issuers',
  description:
    'The issuers outside of this service whose tokens the contact center accepts, the oldest first.',
  middleware: [requires('users.read')],
  responses: { 200: json('The issuers.', IssuerList), ...errors(400, 401, 403) },
});

const postIssuer = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addIssuer',
  summary: 'Accept the tokens of an outside issuer',
  description:
    'Names an issuer, whose discovery document and keys are read at once. Its tokens speak for this contact center alone. Only an administrator names one. Entries of one `issuer` have the same keys.',
  middleware: [requires('users.write'), jsonBody, readableJson(NewIssuer)],
  request: { body: { required: true, content: { 'application/json': { schema: NewIssuer } } } },
  responses: { 201: json('The issuer.', IssuerAnswer), ...errors(400, 401, 403, 408, 409, 413, 415, 503) },
});

const params = z.object({
  id: z
    .string()
    .max(255)
    .openapi({
      description: 'The id of the issuer.',
      example: 'i-b3V0bGF3cyE1',
      param: { name: 'id', in: 'path', required: true },
    }),
});

const patchIssuer = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{id}`,
  operationId: 'changeIssuer',
  summary: 'Change an outside issuer',
  description:
    'Changes what is given and leaves the rest, within a minute. Another issuer or audience is another one: add it. Only an administrator changes one. Entries of one `issuer` have the same keys.',
  middleware: [requires('users.write'), jsonBody, readableJson(IssuerChange)],
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: IssuerChange } } },
  },
  responses: {
    200: json('The issuer.', IssuerAnswer),
    ...errors(400, 401, 403, 404, 408, 409, 413, 415, 503),
  },
});

const deleteIssuer = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  operationId: 'removeIssuer',
  summary: 'Accept the tokens of an outside issuer no more',
  description:
    'Removes an issuer. Its tokens are refused within a minute; sessions that it opened go on until they end. Only an administrator removes one.',
  middleware: [requires('users.write')],
  request: { params },
  responses: { 204: { description: 'The issuer is removed.' }, ...errors(400, 401, 403, 404) },
});

type IssuerServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'outside'>;

/** The outside issuers of the caller's contact center. */
export function issuerRoutes(services: IssuerServices): OpenAPIHono<AppEnv> {
  const { db } = services;
  const routes = newRouter();
  operation(routes, getIssuers, async (c) => {
    const items = await listIssuers(db, c.var.caller.ccid);
    return ok(c.json({ items: items.map(shownIssuer) }, 200));
  });
  operation(routes, postIssuer, async (c) => {
    const added = await addOutsideIssuer(services, c.req.valid('json'), c.var.caller);
    return added.ok ? ok(c.json(shownIssuer(added.value), 201)) : added;
  });
  operation(routes, patchIssuer, async (c) => {
    const { caller } = c.var;
    const issuer = await issuerOf(db, caller, c.req.valid('param').id);
    if (!issuer.ok) return issuer;
    const change = c.req.valid('json');
    const changed = await changeOutsideIssuer(services, issuer.value, { change, caller });
    return changed.ok ? ok(c.json(shownIssuer(changed.value), 200)) : changed;
  });
  operation(routes, deleteIssuer, async (c) => {
    const { id } = c.req.valid('param');
    const removed = await asJudged({
      judge: async () => {
        const issuer = await issuerOf(db, c.var.caller, id);
        if (!issuer.ok || isAdministrator(c.var.caller.roles)) return issuer;
        return fail('administrators-only', 'id');
      },
      by: ({ roleNames }) => roleNames,
      write: (issuer) => removeIssuer(db, issuer),
      refused: fail('no-issuer', 'id', { id }),
    });
    return removed.ok ? ok(c.body(null, 204)) : removed;
  });
  return routes;
}

/** Issuers of other contact centers, and of the configuration, are none here. */
async function issuerOf(db: D1Database, { ccid }: Caller, id: string): Promise<Result<CenterIssuer>> {
  const issuer = await findIssuer(db, id);
  return issuer?.ccid === ccid ? ok(issuer) : fail('no-issuer', 'id', { id });
}

const shownIssuer = ({ claims, ...issuer }: CenterIssuer) => ({
  id: issuer.id,
  name: issuer.name,
  issuer: issuer.issuer,
  audience: issuer.audience,
  jwks: issuer.jwks,
  algorithms: [...issuer.algorithms],
  claims: { name: claims.name, roles: claims.roles },
  roleNames: { ...issuer.roleNames },
  clientId: issuer.clientId,
  createdDate: formatInstant(issuer.createdAt),
  createdBy: issuer.createdBy,
});
