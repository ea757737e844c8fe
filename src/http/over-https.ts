import type { MiddlewareHandler } from 'hono';
import { fail } from '../model/failures.ts';
import type { AppEnv } from './context.ts';
import { failed } from './errors.ts';

/** How long browsers remember it: a year, in seconds. */
const KEPT_SECONDS = 31_536_000;
/** Headers of a request that says who asks. */
const SECRETS = ['authorization', 'cookie', 'x-api-key'];

/**
 * At an address under https nothing is answered by plain http (RFC 6797). A page that is opened there is sent to https; what carries a
 * token, or changes anything, is refused: whoever listens has read it, and an answer would make that look right.
 */
export function overHttps(origin: string | null): MiddlewareHandler<AppEnv> {
  if (!origin?.startsWith('https:')) return (_, next) => next();
  const { host } = new URL(origin);
  return async (c, next) => {
    const url = new URL(c.req.url);
    if (url.protocol === 'http:' && url.host === host) {
      const opened = c.req.method === 'GET' && !SECRETS.some((name) => c.req.header(name) !== undefined);
      if (opened) return c.redirect(`${origin}${url.pathname}${url.search}`, 308);
      return failed(c, fail('https-only', 'url').failure);
    }
    await next();
    if (url.protocol === 'https:') c.header('Strict-Transport-Security', `max-age=${KEPT_SECONDS}`);
    return undefined;
  };
}
