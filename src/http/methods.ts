import type { Context } from 'hono';
import type { AppEnv } from './context.ts';
import { errorBody, unknownPath } from './errors.ts';

/** A path of the API and the methods that it has. */
interface PathMethods {
  readonly path: RegExp;
  readonly allow: string;
}

/**
 * Answers what no route took: OPTIONS with the methods of the path, another method with 405 and the same list (RFC 9110
 * section 15.5.6), an unknown path with 404.
 */
export function unrouted(routes: readonly { readonly method: string; readonly path: string }[]) {
  const table = pathMethods(routes);
  return (c: Context<AppEnv>): Response => {
    const found = table.find(({ path }) => path.test(c.req.path));
    if (!found) return unknownPath(c);
    c.header('Allow', found.allow);
    if (c.req.method === 'OPTIONS') return c.body(null, 204);
    return c.json(errorBody(405, `This path takes ${found.allow}.`, 'method'), 405);
  };
}

function pathMethods(
  routes: readonly { readonly method: string; readonly path: string }[],
): readonly PathMethods[] {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of routes) {
    if (method === 'ALL') continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  return [...methods].map(([path, own]) => ({
    path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[^/]+/g, '[^/]+')}$`),
    allow: [
      ...(own.has('GET') ? ['GET', 'HEAD'] : []),
      ...[...own].filter((name) => name !== 'GET'),
      'OPTIONS',
    ].join(', '),
  }));
}
