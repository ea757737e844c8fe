import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../../identity/caller.ts';
import { brakedUnforgiving } from '../../identity/brakes.ts';
import { changePassword } from '../../identity/change-password.ts';
import { factorState } from '../../identity/factor-state.ts';
import { ownUser } from '../../identity/own-user.ts';
import { checkNewPassword } from '../../identity/password-rules.ts';
import { mayEnter } from '../../identity/user-name.ts';
import { noticeText } from '../../labels/notice-text.ts';
import { privilegesUnder } from '../../model/center-settings.ts';
import { fail, ok } from '../../model/failures.ts';
import { DAY_MS, formatInstant, type Instant } from '../../model/instant.ts';
import { findSettings } from '../../store/center-settings.ts';
import { forgetNotices } from '../../store/notices.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { addressOf } from '../address.ts';
import { readableJson } from '../job-body.ts';
import { dateFilter } from '../lists/parameters.ts';
import { MeAnswer, PasswordChange } from '../openapi/schemas-center.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requiresOwnSignIn, requiresSignIn } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

/** How long a notice is shown that nobody dismisses. */
const SHOWN_MS: Instant = 7 * DAY_MS;

const common = { ...declared(V10, 'Access'), security: bearer };
const PATH = `${V10.base}/me`;

const getMe = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'getMe',
  summary: 'Show who asks',
  description: "Tells who asks, with which roles and privileges, and what happened to one's own sign-in.",
  middleware: [requiresSignIn],
  responses: { 200: json('Who asks.', MeAnswer), ...errors(400, 401, 403) },
});

const patchMe = createRoute({
  ...common,
  method: 'patch',
  path: PATH,
  operationId: 'changePassword',
  summary: "Change one's own password",
  description:
    'Takes the current password and a new one, and ends what was opened with the old one elsewhere.',
  middleware: [requiresOwnSignIn, jsonBody, readableJson(PasswordChange)],
  request: { body: { required: true, content: { 'application/json': { schema: PasswordChange } } } },
  responses: { 200: json('Who asks.', MeAnswer), ...errors(400, 401, 403, 408, 413, 415) },
});

const dismissNotices = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/notices`,
  operationId: 'dismissNotices',
  summary: "Dismiss one's notices",
  description:
    'Forgets what `GET me` tells in `notices`. Who names the time of the last one that was seen keeps what happened after it.',
  middleware: [requiresOwnSignIn],
  request: {
    query: z.object({ until: dateFilter('Forgets notices of this moment or before; all without it.') }),
  },
  responses: { 204: { description: 'They are dismissed.' }, ...errors(400, 401, 403) },
});

/** Whoever asks, and what everybody may do with the own sign-in. */
export function meRoutes(
  services: Pick<Services, 'db' | 'now' | 'randomBytes' | 'flood' | 'tellByMail'>,
): OpenAPIHono<AppEnv> {
  const { db, now } = services;
  const routes = newRouter();
  operation(routes, getMe, async (c) => ok(c.json(await shownMe(db, c.var.caller, now()), 200)));
  operation(routes, patchMe, async (c) => {
    const { caller } = c.var;
    const user = await ownUser(db, caller);
    if (!user) return fail('user-needed', 'Authorization');
    const { currentPassword, newPassword } = c.req.valid('json');
    const fitting = checkNewPassword(newPassword, user);
    if (!fitting.ok) return fail(fitting.failure.code, 'newPassword', fitting.failure.data as never);
    const tried = { user: { tenant: user.ccid, name: user.name } };
    const known = await brakedUnforgiving(services, tried, addressOf(c), async () =>
      (await mayEnter(user, currentPassword)) ? ok(null) : fail('password-wrong', 'currentPassword'),
    );
    if (!known.ok) return known;
    if (!(await changePassword(services, user, { password: newPassword, from: caller.sessionId })))
      return fail('password-wrong', 'currentPassword');
    return ok(c.json(await shownMe(db, caller, now()), 200));
  });
  operation(routes, dismissNotices, async (c) => {
    const user = await ownUser(db, c.var.caller);
    if (user) await forgetNotices(db, user, c.req.valid('query').until ?? null);
    return ok(c.body(null, 204));
  });
  return routes;
}

async function shownMe(db: D1Database, caller: Caller, now: Instant) {
  const user = await ownUser(db, caller);
  const settings = await findSettings(db, caller.ccid);
  const notices = (user?.notices ?? []).filter(({ time }) => now - time < SHOWN_MS);
  return {
    name: caller.subject,
    kind: caller.kind,
    ccid: caller.ccid,
    roles: [...caller.roles],
    privileges: [...privilegesUnder(settings, caller.roles)],
    issuer: user?.issuer ?? null,
    secondFactor: await factorState(db, user),
    passwordChangedAt: user?.passwordChangedAt ? formatInstant(user.passwordChangedAt) : null,
    notices: notices.map(({ code, time }) => ({
      code,
      time: formatInstant(time),
      message: noticeText({ code }),
    })),
  };
}
