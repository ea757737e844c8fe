import type { MiddlewareHandler } from 'hono';
import { fail } from '../../model/failures.ts';
import { allows, type Privilege } from '../../model/roles.ts';
import type { AppEnv } from '../context.ts';
import { failed } from '../errors.ts';

/** The security schemes that the declared routes refer to: an access token, or a browser session's cookie. */
export const bearer = [{ bearer: [] }, { session: [] }];

/** Lets through who is signed in and has the privilege, and leaves the caller for the handler. */
export const requires =
  (privilege: Privilege): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const caller = await c.var.authenticate(c.req.raw);
    if (!caller.ok) return failed(c, caller.failure);
    c.set('caller', caller.value);
    if (!allows(caller.value.roles, privilege))
      return failed(c, fail('privilege-missing', privilege, { privilege }).failure);
    return next();
  };

/** Lets through who is signed in, whatever the roles, and leaves the caller for the handler. */
export const requiresSignIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const caller = await c.var.authenticate(c.req.raw);
  if (!caller.ok) return failed(c, caller.failure);
  c.set('caller', caller.value);
  return next();
};
