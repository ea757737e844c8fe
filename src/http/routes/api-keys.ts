import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { asJudged } from '../../identity/as-judged.ts';
import type { Caller } from '../../identity/caller.ts';
import { checkGiven, checkMachine, makerOf } from '../../identity/managed.ts';
import { newId, newSecret } from '../../identity/secrets.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { fold } from '../../model/fold.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import {
  addApiKey,
  API_KEY_ORDERS,
  changeApiKey,
  findApiKey,
  listApiKeys,
  removeApiKey,
  replaceApiKey,
  type ApiKey,
  type ApiKeyOrder,
} from '../../store/api-keys.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { answerList } from '../lists/answer-list.ts';
import { pageParameters, textFilter } from '../lists/parameters.ts';
import { pageAnswer } from '../openapi/schemas.ts';
import { AddedApiKey, ApiKeyAnswer, ApiKeyChange, NewApiKey } from '../openapi/schemas-access.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

/** What a key of this service begins with: people, and scanners of source code, know it by that. */
const PREFIX = 'udm_';

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/api-keys`;
const KeyPath = z.object({
  id: z
    .string()
    .max(255)
    .openapi({
      description: 'The id of the key.',
      example: 'k-b3V0bGF3cyE1',
      param: { name: 'id', in: 'path', required: true },
    }),
});

const getKeys = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listApiKeys',
  summary: 'List API keys',
  description: 'The API keys of the contact center, the newest first unless asked otherwise.',
  middleware: [requires('users.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(API_KEY_ORDERS) as ApiKeyOrder[]),
      name: textFilter('Name of the key', 'gateway'),
    }),
  },
  responses: {
    200: json('The keys that match.', pageAnswer('ApiKeyPage', ApiKeyAnswer)),
    ...errors(400, 401, 403),
  },
});

const postKey = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addApiKey',
  summary: 'Make an API key',
  description:
    'Makes a key that goes with tokens as `x-api-key` and, where it has roles, acts as a machine without one. The key is in the answer, and nowhere else.',
  middleware: [requires('users.write'), jsonBody, readableJson(NewApiKey)],
  request: { body: { required: true, content: { 'application/json': { schema: NewApiKey } } } },
  responses: { 201: json('The key.', AddedApiKey), ...errors(400, 401, 403, 408, 409, 413, 415) },
});

const getKey = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{id}`,
  operationId: 'getApiKey',
  summary: 'Show an API key',
  description: 'One API key of the contact center, without the key itself.',
  middleware: [requires('users.read')],
  request: { params: KeyPath },
  responses: { 200: json('The key.', ApiKeyAnswer), ...errors(400, 401, 403, 404) },
});

const patchKey = createRoute({
  ...common,
  method: 'patch',
  path: `${PATH}/{id}`,
  operationId: 'changeApiKey',
  summary: 'Change an API key',
  description:
    'Gives the key another name, other roles or another end, and leaves the rest. It holds everywhere within a minute.',
  middleware: [requires('users.write'), jsonBody, readableJson(ApiKeyChange)],
  request: {
    params: KeyPath,
    body: { required: true, content: { 'application/json': { schema: ApiKeyChange } } },
  },
  responses: { 200: json('The key.', ApiKeyAnswer), ...errors(400, 401, 403, 404, 408, 409, 413, 415) },
});

const postSecret = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/{id}/secret`,
  operationId: 'renewApiKey',
  summary: 'Make another key in the place of one',
  description:
    'Makes another key with the same id, name, roles and end. The one from before ends within a minute. The key is in the answer, and nowhere else.',
  middleware: [requires('users.write')],
  request: { params: KeyPath },
  responses: { 201: json('The key.', AddedApiKey), ...errors(400, 401, 403, 404, 409) },
});

const deleteKey = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  operationId: 'removeApiKey',
  summary: 'Remove an API key',
  description:
    'Removes a key. It ends within a minute. The last good one stays while the contact center demands one.',
  middleware: [requires('users.write')],
  request: { params: KeyPath },
  responses: { 204: { description: 'The key is removed.' }, ...errors(400, 401, 403, 404) },
});

/** The API keys of the caller's contact center. */
export function apiKeyRoutes(services: Pick<Services, 'db' | 'now' | 'randomBytes'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  readRoutes(routes, services);
  changeRoutes(routes, services);
  return routes;
}

type KeyServices = Parameters<typeof apiKeyRoutes>[0];

function readRoutes(routes: OpenAPIHono<AppEnv>, { db }: KeyServices): void {
  operation(routes, getKeys, (c) => {
    const query = c.req.valid('query');
    const filter = { name: query.name };
    return answerList(c, {
      name: 'api-keys',
      query,
      newest: 'createdDate',
      filter,
      read: (request) => listApiKeys(db, c.var.caller.ccid, { filter, request }),
      show: ({ apiKey }) => JSON.stringify(shownKey(apiKey)),
      empty: 200,
    });
  });
  operation(routes, getKey, async (c) => {
    const key = await keyOf(db, c.var.caller, c.req.valid('param').id);
    return key.ok ? ok(c.json(shownKey(key.value), 200)) : key;
  });
}

function changeRoutes(routes: OpenAPIHono<AppEnv>, { db, now, randomBytes }: KeyServices): void {
  const changed = (caller: Caller, id: string, write: (key: ApiKey) => Promise<ApiKey | null>) =>
    asJudged({
      judge: () => managedKey(db, caller, id),
      by: ({ roles }) => roles,
      write,
      refused: fail('renewed-meanwhile', 'id'),
    });
  operation(routes, postKey, async (c) => {
    const { ccid, subject: createdBy } = c.var.caller;
    const { name, roles = null, expiresAt } = c.req.valid('json');
    const given = checkGiven(c.var.caller, roles);
    if (!given.ok) return given;
    const createdAt = now();
    if (expiresAt !== null && expiresAt <= createdAt) return fail('expiry-past', 'expiresAt');
    const { secret, hash } = newSecret(randomBytes, PREFIX);
    const id = newId(randomBytes, 'k-');
    const named = { id, hash, ccid, name, nameFolded: fold(name) };
    const maker = (await makerOf(db, c.var.caller)) ?? createdBy;
    const key: ApiKey = { ...named, roles, lastUsedAt: null, expiresAt, createdAt, createdBy, maker };
    if (!(await addApiKey(db, key))) return fail('name-taken', 'name', { name });
    return ok(c.json({ ...shownKey(key), key: secret }, 201));
  });
  operation(routes, patchKey, async (c) => {
    const { name, expiresAt, roles: given } = c.req.valid('json');
    const roles = given?.length === 0 ? null : given;
    const change = { name, nameFolded: name === undefined ? undefined : fold(name), roles, expiresAt };
    const key = await asJudged({
      judge: async () => {
        const judged = await managedKey(db, c.var.caller, c.req.valid('param').id);
        if (!judged.ok) return judged;
        const allowed = checkGiven(c.var.caller, roles);
        if (!allowed.ok) return allowed;
        return expiresAt && expiresAt <= now() ? fail('expiry-past', 'expiresAt') : judged;
      },
      by: (was) => was.roles,
      write: (was) => changeApiKey(db, was, change),
      refused: fail('name-taken', 'name', { name: name ?? '' }),
    });
    return key.ok ? ok(c.json(shownKey(key.value), 200)) : key;
  });
  operation(routes, postSecret, async (c) => {
    const { secret, hash } = newSecret(randomBytes, PREFIX);
    const key = await changed(c.var.caller, c.req.valid('param').id, (was) => replaceApiKey(db, was, hash));
    return key.ok ? ok(c.json({ ...shownKey(key.value), key: secret }, 201)) : key;
  });
  operation(routes, deleteKey, async (c) => {
    const { id } = c.req.valid('param');
    const key = await asJudged({
      judge: () => managedKey(db, c.var.caller, id),
      by: (was) => was.roles,
      write: (was) => removeApiKey(db, was, now()),
      refused: fail('own-api-key-first', 'id'),
    });
    return key.ok ? ok(c.body(null, 204)) : key;
  });
}

async function keyOf(db: D1Database, { ccid }: Caller, id: string): Promise<Result<ApiKey>> {
  const key = await findApiKey(db, ccid, id);
  return key ? ok(key) : fail('no-api-key', 'id', { id });
}

/** A key that the caller may change or remove. */
async function managedKey(db: D1Database, caller: Caller, id: string): Promise<Result<ApiKey>> {
  const key = await keyOf(db, caller, id);
  if (!key.ok) return key;
  const managed = checkMachine(caller, 'key', key.value);
  return managed.ok ? key : managed;
}

const shown = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));

const shownKey = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  roles: key.roles && [...key.roles],
  expiresAt: shown(key.expiresAt),
  lastUsedAt: shown(key.lastUsedAt),
  createdDate: formatInstant(key.createdAt),
  createdBy: key.createdBy,
});
