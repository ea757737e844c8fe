import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from './context.ts';

/** Headers of answers that scripts of other origins may read beside those that every one may. */
const EXPOSED = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'Deprecation',
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'X-Request-Id',
];
/** Seconds that a browser may keep what it was told it may do. */
const KEPT_SECONDS = 600;

/**
 * Lets scripts of the listed origins call the API (the Fetch standard's CORS protocol); of any other origin nothing is said, and browsers
 * refuse it. Cookies are never taken along. Stands before what answers OPTIONS.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  const allowed = cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: EXPOSED,
    maxAge: KEPT_SECONDS,
  });
  return async (c, next) => {
    if (origins.includes(c.req.header('origin') ?? '')) return allowed(c, next);
    await next();
    // What is kept on the way for one origin is no answer to another.
    if (origins.length > 0) c.header('Vary', 'Origin', { append: true });
  };
}
