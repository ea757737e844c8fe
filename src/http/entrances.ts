import type { OpenAPIHono } from '@hono/zod-openapi';
import { newRouter, type AppEnv } from './context.ts';
import { VERSIONS } from './versions.ts';

/** Leads who comes to the top of the API or of a version, with a browser say, to the page that describes it. */
export function entranceRoutes(): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const docs = '/udm/docs';
  routes.get('/udm', (c) => c.redirect(docs, 302));
  for (const { base, name, current } of VERSIONS)
    routes.get(base, (c) => c.redirect(current ? docs : `${docs}/${name}`, 302));
  return routes;
}
