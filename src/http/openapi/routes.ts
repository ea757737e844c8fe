import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { newRouter, type AppEnv } from '../context.ts';
import { projected } from '../lists/json-page.ts';
import { json } from '../operation.ts';
import type { Services } from '../services.ts';
import { AUTHORIZE_PATH, TOKEN_PATH } from '../sign-in/security.ts';
import { declared, type Version } from '../versions.ts';
import { describe } from './document.ts';
import { textField } from './fields.ts';
import type { ApiDocument } from './operations.ts';
import { docsPage, docsPolicy } from './page/page.ts';

const ApiDocumentAnswer = z
  .looseObject({
    openapi: textField({
      pattern: String.raw`^3\.1\.\d$`,
      description: 'The version of OpenAPI.',
      example: '3.1.0',
    }),
  })
  .openapi('ApiDocument', { description: 'An OpenAPI document.' });

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
      200: json('The document.', ApiDocumentAnswer),
    },
  });

/** Declares `openapi.json` in a version's router, of which it tells when it is asked; made once. */
export function documentRoute(router: OpenAPIHono<AppEnv>, version: Version): void {
  let made: ApiDocument | undefined;
  const document = () => (made ??= describe(router, version));
  router.openapi(getDocument(version), (c) => projected(c, at(document(), new URL(c.req.url).origin)));
}

/** A document as the service at an address shows it: tools want the addresses of tokens in full. */
function at(document: ApiDocument, origin: string): ApiDocument {
  const whole = JSON.stringify(document.components?.securitySchemes ?? {}, (_, value: unknown) =>
    value === TOKEN_PATH || value === AUTHORIZE_PATH ? `${origin}${value}` : value,
  );
  const components = { ...document.components, securitySchemes: JSON.parse(whole) };
  return { ...document, servers: [{ url: origin }], components };
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
      // As of every page: what is opened to sign in, which comes back here, and this page see each other by it, and no page of others does.
      c.header('Cross-Origin-Opener-Policy', 'same-origin');
      return c.html(docsPage(shown, name, nonce));
    });
  });
  return routes;
}
