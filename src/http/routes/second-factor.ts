import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { afterFactorChange, removeFactor, tellOfFactor } from '../../identity/change-factor.ts';
import { factorState } from '../../identity/factor-state.ts';
import { isOneself, managedUser } from '../../identity/managed.ts';
import { ownUser } from '../../identity/own-user.ts';
import { beginFactor, confirmFactor, renewRecoveryCodes } from '../../identity/second-factor.ts';
import { otpauthUri } from '../../identity/totp.ts';
import { fail, ok } from '../../model/failures.ts';
import type { User } from '../../store/users.ts';
import { addressOf } from '../address.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { BegunFactor, FactorCode, RecoveryCodes } from '../openapi/second-factor-schema.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires, requiresOwnSignIn } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';
import { NamePath } from './user-operations.ts';

/** What an authenticator shows the account under. */
const LABEL = 'UDM';

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/me/second-factor`;

const begin = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'beginSecondFactor',
  summary: 'Begin a second factor',
  description:
    'Makes the secret of an authenticator’s one-time codes. It counts once a code of it was shown to `confirm`; one that was begun before is forgotten.',
  middleware: [requiresOwnSignIn],
  responses: { 201: json('The secret.', BegunFactor), ...errors(400, 401, 403) },
});

const confirm = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/confirm`,
  operationId: 'confirmSecondFactor',
  summary: 'Confirm the second factor that was begun',
  description:
    'Takes a code of the secret, within ten minutes and of five at most, and asks for one at every sign-in from now on. Other browser sessions of the user end, and what clients could stay signed in with.',
  middleware: [requiresOwnSignIn, jsonBody, readableJson(FactorCode)],
  request: { body: { required: true, content: { 'application/json': { schema: FactorCode } } } },
  responses: { 200: json('Recovery codes.', RecoveryCodes), ...errors(400, 401, 403, 408, 413, 415) },
});

const renew = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/recovery-codes`,
  operationId: 'renewRecoveryCodes',
  summary: 'Make other recovery codes',
  description: 'Makes ten recovery codes; those from before are good no more.',
  middleware: [requiresOwnSignIn],
  responses: { 201: json('Recovery codes.', RecoveryCodes), ...errors(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  ...common,
  method: 'delete',
  path: PATH,
  operationId: 'removeSecondFactor',
  summary: "Remove one's second factor",
  description:
    'Removes the second factor with its recovery codes. Refused where the contact center demands one of the user.',
  middleware: [requiresOwnSignIn],
  responses: { 204: { description: 'It is removed.' }, ...errors(400, 401, 403, 404) },
});

const reset = createRoute({
  ...common,
  method: 'delete',
  path: `${V10.base}/users/{name}/second-factor`,
  operationId: 'resetSecondFactor',
  summary: "Remove a user's second factor",
  description:
    'For who has lost the authenticator and the recovery codes: removes the second factor, and ends what the user had opened. The user is told. Nobody removes the own one where the contact center demands one.',
  middleware: [requires('users.write')],
  request: { params: NamePath },
  responses: { 204: { description: 'It is removed.' }, ...errors(400, 401, 403, 404) },
});

/** Second factors: one's own, and of users who have lost theirs. */
export function secondFactorRoutes(
  services: Pick<Services, 'db' | 'now' | 'randomBytes' | 'flood' | 'config' | 'tellByMail'>,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  enrolmentRoutes(routes, services);
  removalRoutes(routes, services);
  return routes;
}

type FactorServices = Parameters<typeof secondFactorRoutes>[0];

function enrolmentRoutes(routes: OpenAPIHono<AppEnv>, services: FactorServices): void {
  const { db } = services;
  operation(routes, begin, async (c) => {
    const user = await ownUser(db, c.var.caller);
    if (!user) return fail('user-needed', 'Authorization');
    const secret = await beginFactor(services, keyOf(user));
    if (!secret.ok) return secret;
    const uri = otpauthUri(LABEL, `${user.ccid}\\${user.name}`, secret.value);
    return ok(c.json({ secret: secret.value, uri }, 201));
  });
  operation(routes, confirm, async (c) => {
    const user = await ownUser(db, c.var.caller);
    if (!user) return fail('user-needed', 'Authorization');
    const codes = await confirmFactor(services, keyOf(user), {
      code: c.req.valid('json').code,
      address: addressOf(c),
    });
    if (!codes.ok) return codes;
    await afterFactorChange(services, user, c.var.caller.sessionId);
    return ok(c.json({ recoveryCodes: [...codes.value] }, 200));
  });
  operation(routes, renew, async (c) => {
    const user = await ownUser(db, c.var.caller);
    if (!user) return fail('user-needed', 'Authorization');
    const codes = await renewRecoveryCodes(services, keyOf(user));
    if (!codes.ok) return codes;
    await tellOfFactor(services, user);
    return ok(c.json({ recoveryCodes: [...codes.value] }, 201));
  });
}

function removalRoutes(routes: OpenAPIHono<AppEnv>, services: FactorServices): void {
  const { db } = services;
  operation(routes, remove, async (c) => {
    const { caller } = c.var;
    const user = await ownUser(db, caller);
    if (!user) return fail('user-needed', 'Authorization');
    if ((await factorState(db, user)).required) return fail('second-factor-demanded', '');
    const removed = await removeFactor(services, user, caller.sessionId);
    return removed.ok ? ok(c.body(null, 204)) : removed;
  });
  operation(routes, reset, async (c) => {
    const user = await managedUser(db, c.var.caller, c.req.valid('param'));
    if (!user.ok) return user;
    // As by `me`: a password would be enough to set another one up with.
    const own = isOneself(c.var.caller, 'user', user.value.name);
    if (own && (await factorState(db, user.value)).required) return fail('second-factor-demanded', '');
    const removed = await removeFactor(services, user.value, null);
    return removed.ok ? ok(c.body(null, 204)) : removed;
  });
}

const keyOf = ({ ccid, name: userName }: User) => ({ ccid, userName });
