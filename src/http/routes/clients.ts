import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../../identity/caller.ts';
import { newSecret } from '../../identity/secrets.ts';
import { createClient } from '../../identity/create-client.ts';
import { checkGiven, checkMachine } from '../../identity/managed.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { fold } from '../../model/fold.ts';
import { formatInstant } from '../../model/instant.ts';
import {
  changeClient,
  CLIENT_ORDERS,
  findClient,
  listClients,
  removeClient,
  replaceSecret,
  type Client,
  type ClientOrder,
} from '../../store/clients.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { answerList } from '../lists/answer-list.ts';
import { pageParameters, textFilter } from '../lists/parameters.ts';
import { pageAnswer } from '../openapi/schemas.ts';
import { AddedClient, ClientAnswer, ClientChange, NewClient } from '../openapi/schemas-access.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/clients`;
const ClientPath = z.object({
  id: z
    .string()
    .max(255)
    .openapi({
      description: 'The client id.',
      example: 'c-b3V0bGF3cyE1',
      param: { name: 'id', in: 'path', required: true },
    }),
});
const body = <T>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });
const taking = (schema: z.ZodType) => [requires('users.write'), jsonBody, readableJson(schema)];

const getClients = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listClients',
  summary: 'List OAuth clients',
  description: 'The OAuth clients of the contact center, the newest first unless asked otherwise.',
  middleware: [requires('users.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(CLIENT_ORDERS) as ClientOrder[]),
      name: textFilter('Name of the client', 'nightly'),
    }),
  },
  responses: {
    200: json('The clients that match.', pageAnswer('ClientPage', ClientAnswer)),
    ...errors(400, 401, 403),
  },
});

const postClient = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addClient',
  summary: 'Add an OAuth client',
  description:
    'Makes a client that signs in for itself with its roles, or signs in users of the contact center, with a browser where it has `redirectUris`. Its secret is in the answer, and nowhere else.',
  middleware: taking(NewClient),
  request: { body: body(NewClient) },
  responses: { 201: json('The client.', AddedClient), ...errors(400, 401, 403, 408, 409, 413, 415) },
});

const getClient = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{id}`,
  operationId: 'getClient',
  summary: 'Show an OAuth client',
  description: 'One OAuth client of the contact center, without its secret.',
  middleware: [requires('users.read')],
  request: { params: ClientPath },
  responses: { 200: json('The client.', ClientAnswer), ...errors(400, 401, 403, 404) },
});

const patchClient = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{id}`,
  operationId: 'changeClient',
  summary: 'Change an OAuth client',
  description:
    'Gives the client another name, or puts other roles, or other addresses to send browsers back to, in the place of those that it has.',
  middleware: taking(ClientChange),
  request: { params: ClientPath, body: body(ClientChange) },
  responses: {
    200: json('The client.', ClientAnswer),
    ...errors(400, 401, 403, 404, 408, 409, 413, 415),
  },
});

const postSecret = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/secret`,
  operationId: 'renewClientSecret',
  summary: 'Make another secret for an OAuth client',
  description:
    'Makes a secret in the place of the one that the client has, which is good no more. It is in the answer, and nowhere else.',
  middleware: [requires('users.write')],
  request: { params: ClientPath },
  responses: { 201: json('The client.', AddedClient), ...errors(400, 401, 403, 404) },
});

const deleteClient = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  operationId: 'removeClient',
  summary: 'Remove an OAuth client',
  description: 'Removes a client. The tokens that it has obtained end within a minute.',
  middleware: [requires('users.write')],
  request: { params: ClientPath },
  responses: { 204: { description: 'The client is removed.' }, ...errors(400, 401, 403, 404) },
});

/** The OAuth clients of the caller's contact center. */
export function clientRoutes(services: Pick<Services, 'db' | 'now' | 'randomBytes'>): OpenAPIHono<AppEnv> {
  const { db } = services;
  const routes = newRouter();
  operation(routes, getClients, (c) => {
    const query = c.req.valid('query');
    const filter = { name: query.name };
    return answerList(c, {
      name: 'clients',
      query,
      newest: 'createdDate',
      filter,
      read: (request) => listClients(db, c.var.caller.ccid, { filter, request }),
      show: ({ client }) => JSON.stringify(shownClient(client)),
      empty: 200,
    });
  });
  operation(routes, postClient, async (c) => {
    const { ccid, subject } = c.var.caller;
    const { name, roles, redirectUris = [] } = c.req.valid('json');
    const given = checkGiven(c.var.caller, roles);
    if (!given.ok) return given;
    const made = await createClient(services, { ccid, name, roles, redirectUris }, subject);
    if (!made.ok) return made;
    const { client, secret } = made.value;
    return ok(c.json({ ...shownClient(client), secret }, 201));
  });
  operation(routes, getClient, async (c) => {
    const client = await clientOf(db, c.var.caller, c.req.valid('param').id);
    return client.ok ? ok(c.json(shownClient(client.value), 200)) : client;
  });
  operation(routes, patchClient, async (c) => {
    const client = await managedClient(db, c.var.caller, c.req.valid('param').id);
    if (!client.ok) return client;
    const { name = client.value.name, ...change } = c.req.valid('json');
    const { roles = client.value.roles, redirectUris = client.value.redirectUris } = change;
    const given = checkGiven(c.var.caller, roles);
    if (!given.ok) return given;
    const changed = { name, nameFolded: fold(name), roles, redirectUris };
    if (!(await changeClient(db, client.value, changed))) return fail('name-taken', 'name', { name });
    return ok(c.json(shownClient({ ...client.value, ...changed }), 200));
  });
  operation(routes, postSecret, async (c) => {
    const { id } = c.req.valid('param');
    const client = await managedClient(db, c.var.caller, id);
    if (!client.ok) return client;
    const { secret, hash } = newSecret(services.randomBytes);
    if (!(await replaceSecret(db, client.value, hash))) return fail('no-client', 'id', { id });
    return ok(c.json({ ...shownClient(client.value), secret }, 201));
  });
  operation(routes, deleteClient, async (c) => {
    const client = await managedClient(db, c.var.caller, c.req.valid('param').id);
    if (!client.ok) return client;
    await removeClient(db, client.value);
    return ok(c.body(null, 204));
  });
  return routes;
}

/** Clients of other contact centers, and the public one, are none here. */
async function clientOf(db: D1Database, { ccid }: Caller, id: string): Promise<Result<Client>> {
  const client = await findClient(db, id);
  return client?.ccid === ccid ? ok(client) : fail('no-client', 'id', { id });
}

/** A client that the caller may change or remove. */
async function managedClient(db: D1Database, caller: Caller, id: string): Promise<Result<Client>> {
  const client = await clientOf(db, caller, id);
  if (!client.ok) return client;
  const managed = checkMachine(caller, 'client', client.value);
  return managed.ok ? client : managed;
}

const shownClient = ({
  id,
  name,
  roles,
  redirectUris,
  createdAt,
  createdBy,
}: Pick<Client, 'id' | 'name' | 'roles' | 'redirectUris' | 'createdAt' | 'createdBy'>) => ({
  id,
  name,
  roles: [...roles],
  redirectUris: [...redirectUris],
  createdDate: formatInstant(createdAt),
  createdBy,
});
