import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import manifest from '../../../package.json' with { type: 'json' };
import { JURISDICTIONS } from '../../model/jurisdiction.ts';
import { ok } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { nameField } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';

const shape = {
  version: nameField('The version of the service.'),
  buildNumber: nameField('The number of the build; `local` where there is none.'),
  changeset: nameField('The commit that was built; `unknown` where that is not known.'),
  name: nameField('The name of the service.'),
};
const example = {
  version: '0.1.0',
  buildNumber: '17',
  changeset: '4a06c04',
  name: 'user-data-management',
};
const VersionInfo = z.object(shape).openapi('VersionInfo', { description: 'What is running.', example });
const VersionInfoV10 = z
  .object({
    ...shape,
    jurisdiction: z
      .enum(JURISDICTIONS)
      .describe('Where everything lies and is worked on; `none` where that is anywhere.'),
    bundle: z.string().openapi({
      pattern: '^([0-9a-f]{64})?$',
      description:
        'SHA-256 of the program, which `npm run bundle` tells of a checkout; "" where it is not known.',
    }),
  })
  .openapi('VersionInfo', {
    description: 'What is running, and where.',
    example: {
      ...example,
      jurisdiction: 'eu',
      bundle: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  });

const getVersion = (version: Version) =>
  createRoute({
    method: 'get',
    path: `${version.base}/version`,
    operationId: 'getVersion',
    summary: 'Tell which service this is',
    description: 'Tells the name and build of what is running. Needs no token.',
    ...declared(version, 'Service'),
    security: [],
    responses: {
      200: json('The running build.', version.current ? VersionInfoV10 : VersionInfo),
      ...(version.current ? errors(400) : {}),
    },
  });

/** What is running here; everybody may ask. */
export function versionRoutes(
  { build, config }: Pick<Services, 'build' | 'config'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const info = {
    version: manifest.version,
    buildNumber: build?.number ?? 'local',
    changeset: build?.changeset ?? 'unknown',
    name: manifest.name,
    ...(version.current ? { jurisdiction: config.jurisdiction, bundle: config.bundle } : {}),
  };
  operation(routes, getVersion(version), async (c) => ok(c.json(info, 200)));
  return routes;
}
