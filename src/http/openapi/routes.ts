import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { newRouter, type AppEnv } from '../context.ts';
import { projected } from '../lists/json-page.ts';
import { json } from '../operation.ts';
import { declared, type Version } from '../versions.ts';
import { describe } from './document.ts';
import type { ApiDocument } from './operations.ts';
import { renderPage } from './page/page.ts';
import { STYLE } from './page/style.ts';

const getDocument = (version: Version) =>
  createRoute({
    ...declared(version, 'Service'),
    method: 'get',
    path: `${version.base}/openapi.json`,
    operationId: 'getApiDocument',
    summary: 'Get this document',
    description: 'The OpenAPI 3.1 document of this version. Needs no token.',
    security: [],
    responses: {
      200: json('The document.', z.looseObject({ openapi: z.string().openapi({ example: '3.1.0' }) })),
    },
  });

/** Declares `openapi.json` in a version's router, of which it tells when it is asked; made once. */
export function documentRoute(router: OpenAPIHono<AppEnv>, version: Version): () => ApiDocument {
  let made: ApiDocument | undefined;
  const document = () => (made ??= describe(router, version));
  router.openapi(getDocument(version), (c) =>
    projected(c, { ...document(), servers: [{ url: new URL(c.req.url).origin }] }),
  );
  return document;
}

/** Nothing but the page's own style is loaded; the page runs no script. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `/udm/docs`: the documents as pages for people; the first version stands at the bare path. */
export function docsRoutes(
  documents: readonly { readonly version: Version; readonly document: () => ApiDocument }[],
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const names = documents.map(({ version }) => version.name);
  documents.forEach(({ version, document }, index) => {
    let page: string | undefined;
    routes.get(index === 0 ? '/udm/docs' : `/udm/docs/${version.name}`, (c) => {
      page ??= renderPage(document(), { names, own: version.name, base: version.base });
      c.header('Content-Security-Policy', POLICY);
      return c.html(page);
    });
  });
  routes.get('/udm/docs/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  return routes;
}
