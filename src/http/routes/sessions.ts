import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { managedUser, userOf } from '../../identity/managed.ts';
import { fail, ok } from '../../model/failures.ts';
import { formatInstant } from '../../model/instant.ts';
import { endSessions, listSessions, type BrowserSession, type UserKey } from '../../store/sessions.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { instant, nameField, whole } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { forgetTokensOf } from '../../store/refresh-tokens.ts';
import { bearer, requires, requiresOwnSignIn } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';
import { NamePath } from './user-operations.ts';

const AT = { example: '2026-11-20T12:00:00.000Z' };

const SessionInfo = z
  .object({
    id: nameField('Names the session; it opens nothing.').openapi({ example: 'b3V0bGF3cyE1' }),
    createdAt: instant('When the person signed in.').openapi(AT),
    usedAt: instant('When it was last used, to the minute.').openapi(AT),
    expiresAt: instant('When it ends if it is not used any more.').openapi(AT),
    address: z.string().max(64).openapi({ description: 'From where it was opened.', example: '192.0.2.7' }),
    userAgent: z
      .string()
      .max(255)
      .openapi({ description: 'What the browser called itself.', example: 'Mozilla/5.0' }),
    current: z.boolean().openapi({ description: 'Whether it is the one that asks.', example: true }),
  })
  .openapi('BrowserSession', { description: 'A browser that somebody is signed in with.' });
const SessionList = z
  .object({
    count: whole('How many there are.').openapi({ example: 1 }),
    items: z.array(SessionInfo).openapi({ description: 'The newest first.' }),
  })
  .openapi('BrowserSessions', { description: 'The browsers of a user.' });

const SessionId = z.object({
  id: z
    .string()
    .max(64)
    .openapi({
      description: 'The session’s id, as the list shows it.',
      example: 'b3V0bGF3cyE1',
      param: { name: 'id', in: 'path', required: true },
    }),
});

const common = { ...declared(V10, 'Sign-in'), security: bearer };

const getOwn = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/me/sessions`,
  operationId: 'getOwnSessions',
  summary: 'List one’s own browser sessions',
  description: 'Lists the sessions of the user who asks, at most 50.',
  middleware: [requiresOwnSignIn],
  responses: { 200: json('The sessions.', SessionList), ...errors(400, 401, 403) },
});

const deleteOwn = createRoute({
  ...common,
  method: 'delete',
  path: `${V10.base}/me/sessions/{id}`,
  operationId: 'endOwnSession',
  summary: 'End one of one’s own browser sessions',
  description: 'Ends a session of the user who asks; it may be the one that asks.',
  middleware: [requiresOwnSignIn],
  request: { params: SessionId },
  responses: { 204: { description: 'It has ended.' }, ...errors(400, 401, 403, 404) },
});

const deleteAllOwn = createRoute({
  ...common,
  method: 'delete',
  path: `${V10.base}/me/sessions`,
  operationId: 'endOwnSessions',
  summary: 'End all of one’s own browser sessions',
  description: 'Ends every session of the user who asks, also the one that asks.',
  middleware: [requiresOwnSignIn],
  responses: { 204: { description: 'They have ended.' }, ...errors(400, 401, 403) },
});

const getOfUser = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/users/{name}/sessions`,
  operationId: 'getUserSessions',
  summary: 'List the browser sessions of a user',
  description: 'Lists the sessions of a user of the contact center, at most 50.',
  middleware: [requires('users.read')],
  request: { params: NamePath },
  responses: { 200: json('The sessions.', SessionList), ...errors(400, 401, 403, 404) },
});

const deleteOfUser = createRoute({
  ...common,
  method: 'delete',
  path: `${V10.base}/users/{name}/sessions`,
  operationId: 'endUserSessions',
  summary: 'End all browser sessions of a user',
  description: 'Ends every browser session of a user, and what clients could stay signed in with.',
  middleware: [requires('users.write')],
  request: { params: NamePath },
  responses: { 204: { description: 'They have ended.' }, ...errors(400, 401, 403, 404) },
});

/** Browser sessions of any user of a contact center, for those who manage users. */
export function userSessionRoutes(services: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { db } = services;
  operation(routes, getOfUser, async (c) => {
    const { name } = c.req.valid('param');
    const user = await userOf(db, c.var.caller, name);
    if (!user.ok) return user;
    const found = await listSessions(db, keyOf({ ...c.var.caller, subject: name }), services.now());
    return ok(c.json(shownList(found, c.var.caller.sessionId), 200));
  });
  operation(routes, deleteOfUser, async (c) => {
    const { name } = c.req.valid('param');
    const user = await managedUser(db, c.var.caller, { name, own: true });
    if (!user.ok) return user;
    const key = keyOf({ ...c.var.caller, subject: name });
    await endSessions(db, key);
    await forgetTokensOf(db, key, services.now());
    return ok(c.body(null, 204));
  });
  return routes;
}

/** Browser sessions of whoever asks. Clients and keys have none. */
export function ownSessionRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getOwn, async (c) => {
    const { caller } = c.var;
    const found = caller.kind === 'user' ? await listSessions(db, keyOf(caller), now()) : [];
    return ok(c.json(shownList(found, caller.sessionId), 200));
  });
  operation(routes, deleteOwn, async (c) => {
    const { id } = c.req.valid('param');
    const ended = c.var.caller.kind === 'user' ? await endSessions(db, keyOf(c.var.caller), id) : 0;
    return ended > 0 ? ok(c.body(null, 204)) : fail('no-session', 'id');
  });
  operation(routes, deleteAllOwn, async (c) => {
    if (c.var.caller.kind === 'user') await endSessions(db, keyOf(c.var.caller));
    return ok(c.body(null, 204));
  });
  return routes;
}

const keyOf = ({ ccid, subject }: { ccid: string; subject: string }): UserKey => ({
  ccid,
  userName: subject,
});

function shownList(found: readonly BrowserSession[], current: string | null) {
  const items = found.map(({ id, createdAt, usedAt, expiresAt, address, userAgent }) => ({
    id,
    createdAt: formatInstant(createdAt),
    usedAt: formatInstant(usedAt),
    expiresAt: formatInstant(expiresAt),
    address,
    userAgent,
    current: id === current,
  }));
  return { count: items.length, items };
}
