import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { fail } from '../model/failures.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** Prefixes of parameters that caches and campaigns add to whatever they touch; and the one that the reference prints as a query of a list. */
const PREFIXES = ['_', 'utm_'];
const PRINTED = ['x-api-key'];

/**
 * Refuses a query parameter that an operation does not have: a misspelt filter would answer, or delete, more than was asked. The
 * refusal names the parameter that it is nearest to. Stands behind the guard.
 */
export function knownParameters(route: Pick<RouteConfig, 'request'>): MiddlewareHandler<AppEnv> {
  const names = declaredNames(route);
  return async (c, next) => {
    const unknown = [...new URL(c.req.url).searchParams.keys()].find((name) => !isKnown(name, names));
    if (unknown === undefined) return next();
    const field = unknown.slice(0, 64);
    const nearest = nearestName(unknown, names);
    const refusal =
      nearest === null ? fail('no-parameters', field) : fail('unknown-parameter', field, { nearest });
    return failed(c, refusal.failure);
  };
}

/** The query parameters that a route declares. */
export function declaredNames({ request }: Pick<RouteConfig, 'request'>): readonly string[] {
  const query = request?.query;
  // The routes of this service declare their parameters as plain objects of zod.
  return query && 'shape' in query ? Object.keys(query.shape) : [];
}

const isKnown = (name: string, names: readonly string[]): boolean =>
  names.includes(name) ||
  PREFIXES.some((prefix) => name.startsWith(prefix)) ||
  PRINTED.includes(name.toLowerCase());
