import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import manifest from '../../../package.json' with { type: 'json' };
import { newRouter, type AppEnv } from '../context.ts';
import { json } from '../operation.ts';
import type { Services } from '../services.ts';

const VersionInfo = z
  .object({ version: z.string(), buildNumber: z.string(), changeset: z.string(), name: z.string() })
  .openapi('VersionInfo');

const getVersion = createRoute({
  method: 'get',
  path: '/udm/v10/version',
  operationId: 'getVersion',
  summary: 'Tell which service this is',
  tags: ['Service'],
  security: [],
  responses: { 200: json('The running build.', VersionInfo) },
});

/** What is running here; everybody may ask. */
export function versionRoutes({ build }: Pick<Services, 'build'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const info = {
    version: manifest.version,
    buildNumber: build?.number ?? 'local',
    changeset: build?.changeset ?? 'unknown',
    name: manifest.name,
  };
  routes.openapi(getVersion, (c) => c.json(info, 200));
  return routes;
}
