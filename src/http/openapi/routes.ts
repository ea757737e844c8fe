import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { newRouter, type AppEnv } from '../context.ts';
import { projected } from '../lists/json-page.ts';
import { json } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';
import { describe } from './document.ts';
import type { ApiDocument } from './operations.ts';
import { docsPage, docsPolicy } from './page/page.ts';

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
export function documentRoute(router: OpenAPIHono<AppEnv>, version: Version): void {
  let made: ApiDocument | undefined;
  const document = () => (made ??= describe(router, version));
  router.openapi(getDocument(version), (c) =>
    projected(c, { ...document(), servers: [{ url: new URL(c.req.url).origin }] }),
  );
}

const NONCE_BYTES = 16;

/** `/udm/docs`: the documents as a page for people; the first version stands at the bare path. */
export function docsRoutes(
  versions: readonly Version[],
  { randomBytes }: Pick<Services, 'randomBytes'>,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const shown = versions.map(({ name, base }) => ({ name, url: `${base}/openapi.json` }));
  versions.forEach(({ name }, index) => {
    routes.get(index === 0 ? '/udm/docs' : `/udm/docs/${name}`, (c) => {
      const nonce = btoa(String.fromCharCode(...randomBytes(NONCE_BYTES)));
      c.header('Content-Security-Policy', docsPolicy(nonce));
      return c.html(docsPage(shown, name, nonce));
    });
  });
  return routes;
}
