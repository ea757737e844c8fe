import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkPassword } from '../../identity/check-password.ts';
import { cookieToken, fromOwnPage, isOwnOrigin, sessionCaller } from '../../identity/cookie.ts';
import type { Caller } from '../../identity/caller.ts';
import { factorState, type FactorState } from '../../identity/factor-state.ts';
import { sha256 } from '../../identity/secrets.ts';
import { openBrowserSession, renewBrowserSession } from '../../identity/sessions.ts';
import { letIn } from '../../identity/suspended.ts';
import { signOutElsewhere } from '../../identity/sign-out-elsewhere.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { parseUserName } from '../../identity/user-name.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { privilegesOf } from '../../model/roles.ts';
import { endSessionOf, findSession } from '../../store/sessions.ts';
import { addressOf } from '../address.ts';
import { entered } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { giveCookie, takeCookie } from './session-cookie.ts';
import { signInAgainRoute, signInRoute, signOutRoute } from './session-declared.ts';

const SIGN_OUT = auditRow('signOut', 'post');

type SessionServices = Pick<Services, 'config' | 'db' | 'now' | 'randomBytes' | 'flood' | 'outside'>;

/** `/auth/v3/sign-in`, `/auth/v3/sign-in/again` and `/auth/v3/sign-out`: sessions of browsers, kept by cookie. */
export function sessionRoutes(services: SessionServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { config } = services;
  operation(routes, signInRoute, async (c) => {
    const own = fromOwnPage(c.req.raw, config.origin);
    if (!own.ok) return own;
    if (!config.passwordSignIn) return fail('passwords-off', 'password');
    const { userName, tenant, password, code } = c.req.valid('json');
    const named = tenant === undefined ? parseUserName(userName) : { tenant, name: userName };
    const tried = { ...named, password, code, address: addressOf(c) };
    const user = await checkPassword(services, tried, null);
    if (!user.ok) return user;
    const { ccid, name, roles } = user.value;
    const open = await letIn(services.db, ccid);
    if (!open.ok) return open;
    const secondFactor = await factorState(services.db, user.value);
    const opened = await openBrowserSession(services, user.value, fromWhere(c));
    if (!opened) return fail('user-refused', 'username');
    const { token, session } = opened;
    c.set('caller', sessionCaller(session, roles));
    giveCookie(c, token);
    return ok(c.json(signedInAs({ subject: name, ccid, roles, secondFactor }, session.authTime), 200));
  });
  operation(routes, signInAgainRoute, async (c) => {
    const { ccid, subject, roles, sessionId: id } = c.var.caller;
    if (id === null) return fail('session-needed', 'Cookie');
    if (!config.passwordSignIn) return fail('passwords-off', 'password');
    const tried = { tenant: ccid, name: subject, ...c.req.valid('json'), address: addressOf(c) };
    const user = await checkPassword(services, tried, null);
    if (!user.ok) return user;
    const secondFactor = await factorState(services.db, user.value);
    const renewed = await renewBrowserSession(services, user.value, id);
    if (!renewed) return fail('session-ended', 'Cookie');
    giveCookie(c, renewed.token);
    return ok(c.json(signedInAs({ subject, ccid, roles, secondFactor }, renewed.authTime), 200));
  });
  routes.openapi(signOutRoute, (c) =>
    entered(c, SIGN_OUT, async () => {
      const ended = await endOwn(c, services);
      if (!ended.ok) return failed(c, ended.failure);
      takeCookie(c);
      return ended.value === null ? c.body(null, 204) : c.json({ location: ended.value }, 200);
    }),
  );
  return routes;
}

/**
 * Ends the session of the request's cookie, if there is one, and answers where its person is signed out elsewhere. A form of this
 * service's own page can send no header.
 */
async function endOwn(c: Context<AppEnv>, services: SessionServices): Promise<Result<string | null>> {
  const { db, config, now } = services;
  const token = cookieToken(c.req.raw);
  if (token === null) return ok(null);
  if (!isOwnOrigin(c.req.raw, config.origin)) return fail('foreign-origin', 'Origin');
  const found = await findSession(db, sha256(token), now());
  if (found) c.set('caller', sessionCaller(found.session, found.roles));
  await endSessionOf(db, sha256(token));
  const origin = config.origin ?? new URL(c.req.url).origin;
  return ok(found ? await signOutElsewhere(services, found.session, `${origin}${PAGE_PATHS.signIn}`) : null);
}

const fromWhere = (c: Context) => ({
  address: addressOf(c),
  userAgent: c.req.header('user-agent') ?? '',
  before: cookieToken(c.req.raw),
});

/** Who is signed in now, for the page that asked. */
const signedInAs = (
  {
    subject,
    ccid,
    roles,
    secondFactor,
  }: Pick<Caller, 'subject' | 'ccid' | 'roles'> & { secondFactor: FactorState },
  authTime: Instant,
) => ({
  name: subject,
  ccid,
  roles: [...roles],
  privileges: [...privilegesOf(roles)],
  secondFactor,
  authTime: formatInstant(authTime),
});
