import type { OpenAPIHono } from '@hono/zod-openapi';
import { authentication, bearerVerifier, ownIssuer } from './auth/bearer.ts';
import { tokenRoutes } from './auth/token.ts';
import { newRouter, type AppEnv } from './context.ts';
import { downloadRoutes } from './downloads/download.ts';
import { defect } from './errors.ts';
import { unrouted } from './methods.ts';
import type { Services } from './services.ts';
import { cipherRoutes } from './v10/cipher.ts';
import { fileMetadataRoutes } from './v10/file-metadatas.ts';
import { fileRoutes } from './v10/files.ts';
import { historyRoutes } from './v10/history.ts';
import { importRoutes } from './v10/import.ts';
import { jobRoutes } from './v10/jobs.ts';
import { versionRoutes } from './v10/version.ts';

/** The HTTP side of the service. Every route is declared, so that an API document can be made from the app. */
export function createApp(services: Services): OpenAPIHono<AppEnv> {
  const app = newRouter();
  // Ways to prove who asks; outside issuers and API keys are further rows.
  const authenticate = authentication([bearerVerifier([ownIssuer(services.config)])], () => services.now());
  app.use(async (c, next) => {
    c.set('authenticate', authenticate);
    await next();
  });
  const resources = [
    tokenRoutes,
    versionRoutes,
    cipherRoutes,
    jobRoutes,
    historyRoutes,
    fileMetadataRoutes,
    fileRoutes,
    importRoutes,
    downloadRoutes,
  ];
  for (const resource of resources) app.route('/', resource(services));
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'client', { type: 'http', scheme: 'basic' });
  app.onError(defect);
  app.notFound(unrouted(app.routes));
  return app;
}
