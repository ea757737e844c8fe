import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { asJudged } from '../../identity/as-judged.ts';
import type { Caller } from '../../identity/caller.ts';
import { newSecret } from '../../identity/secrets.ts';
import { createClient } from '../../identity/create-client.ts';
import { checkGiven, checkMachine, makerOf } from '../../identity/managed.ts';
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
  responses: { 201: json('The client.', AddedClient), ...errors(400, 401, 403, 404, 409) },
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
  const routes = newRouter();
  readRoutes(routes, services);
  changeRoutes(routes, services);
  return routes;
}

type ClientServices = Parameters<typeof clientRoutes>[0];

function readRoutes(routes: OpenAPIHono<AppEnv>, { db }: ClientServices): void {
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
  operation(routes, getClient, async (c) => {
    const client = await clientOf(db, c.var.caller, c.req.valid('param').id);
    return client.ok ? ok(c.json(shownClient(client.value), 200)) : client;
  });
}

function changeRoutes(routes: OpenAPIHono<AppEnv>, services: ClientServices): void {
  const { db } = services;
  const changed = (caller: Caller, id: string, write: (client: Client) => Promise<Client | null>) =>
    asJudged({
      judge: () => managedClient(db, caller, id),
      by: ({ roles }) => roles,
      write,
      refused: fail('renewed-meanwhile', 'id'),
    });
  operation(routes, postClient, async (c) => {
    const { ccid, subject } = c.var.caller;
    const { name, roles, redirectUris = [] } = c.req.valid('json');
    const given = checkGiven(c.var.caller, roles);
    if (!given.ok) return given;
    const by = { createdBy: subject, maker: (await makerOf(db, c.var.caller)) ?? subject };
    const made = await createClient(services, { ccid, name, roles, redirectUris }, by);
    if (!made.ok) return made;
    const { client, secret } = made.value;
    return ok(c.json({ ...shownClient(client), secret }, 201));
  });
  operation(routes, patchClient, async (c) => {
    const { name, roles, redirectUris } = c.req.valid('json');
    const change = { name, nameFolded: name === undefined ? undefined : fold(name), roles, redirectUris };
    const client = await asJudged({
      judge: async () => {
        const judged = await managedClient(db, c.var.caller, c.req.valid('param').id);
        if (!judged.ok) return judged;
        const allowed = checkGiven(c.var.caller, roles);
        return allowed.ok ? judged : allowed;
      },
      by: (was) => was.roles,
      write: (was) => changeClient(db, was, change),
      refused: fail('name-taken', 'name', { name: name ?? '' }),
    });
    return client.ok ? ok(c.json(shownClient(client.value), 200)) : client;
  });
  operation(routes, postSecret, async (c) => {
    const { secret, hash: secretHash } = newSecret(services.randomBytes);
    const client = await changed(c.var.caller, c.req.valid('param').id, (was) =>
      replaceSecret(db, was, { secretHash, now: services.now() }),
    );
    return client.ok ? ok(c.json({ ...shownClient(client.value), secret }, 201)) : client;
  });
  operation(routes, deleteClient, async (c) => {
    const client = await changed(c.var.caller, c.req.valid('param').id, (was) => removeClient(db, was));
    return client.ok ? ok(c.body(null, 204)) : client;
  });
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
