import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { fail } from '../model/failures.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/**
 * Answers a method that a path does not have with 405 and the methods that it has (RFC 9110 section 15.5.6), and OPTIONS with
 * the same list. Stands before the routes.
 */
export const otherMethods = (app: OpenAPIHono<AppEnv>): MiddlewareHandler<AppEnv> =>
  methodNotAllowed({
    app,
    onMethodNotAllowed(c, methods) {
      const allow = [...methods, 'OPTIONS'].join(', ');
      c.header('Allow', allow);
      if (c.req.method === 'OPTIONS') return c.body(null, 204);
      return failed(c, fail('method-not-allowed', 'method', { allow }).failure);
    },
  });
