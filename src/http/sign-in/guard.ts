import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { fail } from '../../model/failures.ts';
import type { AskedAgain } from '../../model/sign-in-again.ts';
import { allows, type Privilege } from '../../model/roles.ts';
import { invocation } from '../../platform/invocation.ts';
import type { AppEnv } from '../context.ts';
import { failed } from '../errors.ts';

/** The security schemes that the declared routes refer to: an access token, or a browser session's cookie. */
export const bearer = [{ bearer: [] }, { session: [] }];

/** Lets through who is signed in, has the privilege, and the second factor if one is demanded; leaves the caller for the handler. */
export function requires(privilege: Privilege): MiddlewareHandler<AppEnv> {
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const caller = await c.var.authenticate(c.req.raw);
    if (!caller.ok) return failed(c, caller.failure);
    c.set('caller', caller.value);
    invocation().workFor({ ccid: caller.value.ccid, kind: privilege === 'import' ? 'imports' : 'requests' });
    if (!allows(caller.value.roles, privilege))
      return failed(c, fail('privilege-missing', privilege, { privilege }).failure);
    const enrolled = await c.var.factorDemand(caller.value);
    return enrolled.ok ? next() : failed(c, enrolled.failure);
  };
  GUARDS.set(guard, privilege);
  return guard;
}

/** The privilege that each guard asks for. */
const GUARDS = new WeakMap<object, Privilege>();

/**
 * How a document says what a route is guarded by: by the OAuth2 scheme with the privilege of its guard as the scope, or by a token that
 * is there. What needs no token stays as it is.
 */
export function securityOf({ security = [], middleware = [] }: Pick<RouteConfig, 'security' | 'middleware'>) {
  if (!security.some((scheme) => 'bearer' in scheme)) return security;
  const privileges = [middleware].flat().map((guard) => GUARDS.get(guard));
  return [{ oauth2: privileges.filter((privilege) => privilege !== undefined) }, ...security];
}

/** Lets through who is signed in, whatever the roles, also to set up a second factor that is demanded; leaves the caller for the handler. */
export const requiresSignIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const caller = await c.var.authenticate(c.req.raw);
  if (!caller.ok) return failed(c, caller.failure);
  c.set('caller', caller.value);
  return next();
};

/** The same, of a person in a session or through the platform's own client alone: for what is about the own sign-in. */
export const requiresOwnSignIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const caller = await c.var.authenticate(c.req.raw);
  if (!caller.ok) return failed(c, caller.failure);
  c.set('caller', caller.value);
  const own = await c.var.ownSignIn(caller.value);
  return own.ok ? next() : failed(c, own.failure);
};

/** Stands behind a guard, and lets through who signed in, or signed in again, a short while ago. */
export const requiresRecent =
  (asked: AskedAgain): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const recent = await c.var.recentCheck(asked, c.var.caller);
    return recent.ok ? next() : failed(c, recent.failure);
  };
